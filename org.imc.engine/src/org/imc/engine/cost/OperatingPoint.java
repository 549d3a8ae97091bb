package org.imc.engine.cost;

import org.imc.engine.arch.Macro;
import org.imc.engine.arch.Quirk;
import org.imc.engine.arch.SupplyLaw;

/**
 * What the supply of a macro does to the figures of its technology.
 *
 * <p>Limits: the published forms of the model know V² alone, and their delays hold at the nominal supply; so does any form
 * where the technology has no {@link SupplyLaw}.
 *
 * @param supplyV the supply, V; all energies are proportional to its square
 * @param delayFactor delay over that at the nominal supply
 * @param analogEnergyFactor energy of converters and analog bit lines over what V² gives
 * @param leakageFactor leakage power over that at the nominal supply
 */
record OperatingPoint(double supplyV, double delayFactor, double analogEnergyFactor, double leakageFactor) {

  static OperatingPoint of(Macro macro) {
    double nominalV = macro.technology().supplyV();
    double supplyV = macro.supplyV();
    if (!hasLaw(macro)) {
      return new OperatingPoint(supplyV, 1, 1, supplyV / nominalV);
    }
    SupplyLaw law = macro.technology().supplyLaw().orElseThrow();
    return new OperatingPoint(supplyV, law.delayFactor(supplyV, nominalV),
        law.analogEnergyFactor(supplyV, nominalV), law.leakageFactor(supplyV, nominalV));
  }

  /** Return whether the supply of a macro follows a law of its technology. */
  static boolean hasLaw(Macro macro) {
    return !macro.model().has(Quirk.NO_SUPPLY_LAW) && macro.technology().supplyLaw().isPresent();
  }
}
