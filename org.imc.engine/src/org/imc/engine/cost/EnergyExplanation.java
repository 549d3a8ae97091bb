package org.imc.engine.cost;

import java.util.List;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.Macro;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.cost.MacroExplanation.Part;
import org.imc.engine.result.Component;
import org.imc.engine.result.EnergyBreakdown;
import org.imc.engine.result.EnergyPart;
import org.imc.engine.result.Transfer;

/**
 * The energy of a layer, or of a whole network, by its parts, each with the formula it is priced by.
 *
 * <p>Units: pJ; formulas give fJ. The count of a part is what it costs over what one costs, as in {@link MacroExplanation}.
 */
public final class EnergyExplanation {

  private EnergyExplanation() { }

  /** Return the parts of an energy that a chip spends, in the order of the breakdown. */
  public static List<Part> of(Architecture architecture, EnergyBreakdown energy) {
    var gates = GateLibrary.of(architecture.macro());
    return energy.parts().stream()
        .map(part -> new Part(part.label(), part.pj(), provenance(part, architecture, gates))).toList();
  }

  private static Provenance provenance(EnergyPart part, Architecture architecture, GateLibrary gates) {
    Macro macro = architecture.macro();
    Transfer transfer = part.transfer();
    if (transfer != null) {
      return Provenance.ofTransfer(level(architecture, transfer.level()), transfer.direction());
    }
    return part.component() == Component.LEAKAGE
        ? Provenance.ofChipLeakage(architecture)
        : Provenance.ofEnergy(part.component(), macro, gates);
  }

  private static MemoryLevel level(Architecture architecture, String name) {
    return architecture.memories().levels().stream().filter(level -> level.name().equals(name)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Chip '%s' has no memory '%s'.".formatted(architecture.name(), name)));
  }
}
