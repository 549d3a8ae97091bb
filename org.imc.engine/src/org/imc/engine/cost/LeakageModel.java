package org.imc.engine.cost;

import java.util.Set;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.Leakage;
import org.imc.engine.arch.Macro;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.result.AreaBreakdown;
import org.imc.engine.result.Component;
import org.imc.engine.result.NamedPart;

/**
 * What a chip draws while nothing switches.
 *
 * <p>Shape: cells leak one by one, logic by its area in two-input gates; converters have no figure of their own and leak
 * nothing here. All macros and memories leak all the time, used or not.
 * <p>Units: mW; a mW over a ns is a pJ.
 * <p>Source: the technology's and the memories' own figures; the change with the supply is that of
 * {@link org.imc.engine.arch.SupplyLaw}.
 */
public final class LeakageModel {

  private static final double MW_PER_NW = 1e-6;

  private static final Set<String> NOT_LOGIC =
      Set.of(MacroCostModel.CELLS, Component.ADC.label(), Component.DAC.label());

  private LeakageModel() { }

  /** Return the leakage of one macro, mW. */
  public static double macroMw(Macro macro, AreaBreakdown area) {
    Leakage leakage = macro.technology().leakage();
    if (leakage.isNone()) {
      return 0;
    }
    double nw = macro.geometry().cells() * leakage.cellNw() + gates(macro, area) * leakage.gateNw();
    return nw * MW_PER_NW * OperatingPoint.of(macro).leakageFactor();
  }

  /** Return the two-input gates that the logic of a macro has room for. */
  static double gates(Macro macro, AreaBreakdown area) {
    double logicMm2 = 0;
    for (NamedPart part : area.parts()) {
      if (!NOT_LOGIC.contains(part.name())) {
        logicMm2 += part.value();
      }
    }
    return logicMm2 / (macro.technology().gateAreaUm2() * Units.MM2_PER_UM2);
  }

  /** Return the leakage of all macros and memories of a chip, mW. */
  static double chipMw(PricedMacro macro, Architecture architecture) {
    double mw = macro.macro().technology().leakage().isNone()
        ? 0
        : architecture.macros() * macroMw(macro.macro(), macro.cost().area());
    for (MemoryLevel level : architecture.memories().levels()) {
      mw += level.leakageMw() * AreaModel.instances(architecture, level);
    }
    return mw;
  }

  /** Return the energy that leaks out of a chip in one cycle of its macros' clock, pJ. */
  public static double pjPerCycle(Architecture architecture) {
    return pjPerCycle(PricedMacro.of(architecture.macro()), architecture);
  }

  /**
   * Return the energy that leaks out of a chip in one cycle of its macros' clock, pJ.
   *
   * @param macro of the architecture
   */
  public static double pjPerCycle(PricedMacro macro, Architecture architecture) {
    double mw = chipMw(macro, architecture);
    return mw == 0 ? 0 : mw * macro.cost().clockPeriodNs();
  }
}
