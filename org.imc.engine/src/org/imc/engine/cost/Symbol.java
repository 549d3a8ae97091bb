package org.imc.engine.cost;

import java.util.function.ToDoubleFunction;
import org.imc.engine.arch.Adc;
import org.imc.engine.arch.AnalogMacro;
import org.imc.engine.arch.Dac;
import org.imc.engine.arch.Macro;

/**
 * A quantity in the formulas of the model: its unit, its value for a macro, and who says so.
 *
 * <p>Errors: those of converters need an analog macro, and figures that a design may give need one that gives them.
 */
public enum Symbol {
  V("V", "supply", "V", Origin.MACRO, Macro::supplyV),
  V_N("V_n", "nominal supply", "V", Origin.TECHNOLOGY, macro -> macro.technology().supplyV()),
  NODE("node", "node", "nm", Origin.TECHNOLOGY, macro -> macro.technology().nodeNm()),
  C_G("C_g", "capacitance of a two-input gate", "fF", Origin.TECHNOLOGY, macro -> macro.technology().gateCapacitanceFf()),
  A_G("A_g", "area of a two-input gate", "µm²", Origin.TECHNOLOGY, macro -> macro.technology().gateAreaUm2()),
  T_G("t_g", "delay of a two-input gate", "ns", Origin.TECHNOLOGY, macro -> macro.technology().gateDelayNs()),
  C_WL("C_WL", "load of a cell on its word line", "fF", Origin.TECHNOLOGY, macro -> macro.technology().wordlineCapacitanceFf()),
  C_BL("C_BL", "load of a cell on its bit line", "fF", Origin.TECHNOLOGY, macro -> macro.technology().bitlineCapacitanceFf()),
  A_CELL("A_cell", "area of a bit cell", "µm²", Origin.TECHNOLOGY, macro -> macro.technology().cellAreaUm2()),
  E_WRITE("E_write", "energy to write a bit cell", "fJ", Origin.TECHNOLOGY,
      macro -> macro.technology().cellWritePjPerBit() / Units.PJ_PER_FJ),
  P_CELL("P_cell", "leakage of a bit cell", "nW", Origin.TECHNOLOGY, macro -> macro.technology().leakage().cellNw()),
  P_GATE("P_gate", "leakage of a gate", "nW", Origin.TECHNOLOGY, macro -> macro.technology().leakage().gateNw()),
  N_CELL("N_cell", "bit cells", "", Origin.MACRO, macro -> macro.geometry().cells()),
  N_GATE("N_gate", "gates that its logic has room for", "", Origin.MACRO,
      macro -> LeakageModel.gates(macro, MacroCostModel.of(macro).area())),
  M("M", "cells per multiplier", "", Origin.MACRO, macro -> macro.geometry().cellsPerMultiplier()),
  A_ARRAY("A_array", "area of the array", "µm²", Origin.MACRO,
      macro -> macro.structure().arrayMm2().orElseThrow() / Units.MM2_PER_UM2),
  T_CELL("t_cell", "time of an access to the cells", "ns", Origin.MACRO, macro -> macro.structure().accessNs().orElseThrow()),
  B_DAC("B_DAC", "bits of a DAC", "bit", Origin.MACRO, macro -> dac(macro).bits()),
  N_WL("N_WL", "cells on a word line", "", Origin.MACRO, macro -> macro.geometry().activeColumns()),
  E_DAC("E_DAC", "energy of a conversion by a DAC", "fJ", Origin.MACRO,
      macro -> dac(macro).energyPj().orElseThrow() / Units.PJ_PER_FJ),
  A_DAC("A_DAC", "area of a DAC", "µm²", Origin.MACRO, macro -> dac(macro).areaMm2().orElseThrow() / Units.MM2_PER_UM2),
  T_DAC("t_DAC", "time of a conversion by a DAC", "ns", Origin.MACRO, macro -> dac(macro).delayNs().orElseThrow()),
  T_STEP("t_step", "time by which a value lengthens a pulse", "ns", Origin.MACRO, macro -> dac(macro).stepNs().orElseThrow()),
  R("R", "bits of an ADC", "bit", Origin.MACRO, macro -> adc(macro).bits()),
  R_C("R_c", "bits that a conversion resolves", "bit", Origin.MACRO,
      macro -> Converters.converting((AnalogMacro) macro).bits()),
  N_BL("N_BL", "cells that settle on a bit line", "", Origin.MACRO,
      macro -> Converters.converting((AnalogMacro) macro).inputs()),
  E_ADC("E_ADC", "energy of a conversion", "fJ", Origin.MACRO,
      macro -> adc(macro).cost().energyPj().orElseThrow() / Units.PJ_PER_FJ),
  A_ADC("A_ADC", "area of an ADC", "µm²", Origin.MACRO, macro -> adc(macro).cost().areaMm2().orElseThrow() / Units.MM2_PER_UM2),
  T_ADC("t_ADC", "time of a conversion", "ns", Origin.MACRO, macro -> adc(macro).cost().delayNs().orElseThrow()),
  K0("k0", "energy of a DAC per bit", "fF", Origin.HOUSHMAND, macro -> DacModel.ENERGY_PER_BIT_FF),
  K1("k1", "energy of an ADC per bit", "fF", Origin.HOUSHMAND, macro -> AdcModel.ENERGY_PER_BIT_FF),
  K2("k2", "thermal noise of an ADC, per 4^bits", "fF", Origin.HOUSHMAND, macro -> AdcModel.ENERGY_PER_NOISE_LEVEL_FF),
  F_A("f_a", "energy of analog parts over that by V²", "", Origin.SUPPLY_LAW,
      macro -> OperatingPoint.of(macro).analogEnergyFactor()),
  F_D("f_d", "delay over that at the nominal supply", "", Origin.SUPPLY_LAW, macro -> OperatingPoint.of(macro).delayFactor()),
  F_L("f_l", "leakage over that at the nominal supply", "", Origin.SUPPLY_LAW,
      macro -> OperatingPoint.of(macro).leakageFactor());

  private enum Origin { MACRO, TECHNOLOGY, SUPPLY_LAW, HOUSHMAND }

  private final String label;
  private final String meaning;
  private final String unit;
  private final Origin origin;
  private final ToDoubleFunction<Macro> value;

  Symbol(String label, String meaning, String unit, Origin origin, ToDoubleFunction<Macro> value) {
    this.label = label;
    this.meaning = meaning;
    this.unit = unit;
    this.origin = origin;
    this.value = value;
  }

  /** Return the symbol as formulas have it. */
  public String label() {
    return label;
  }

  /** Return what it is. */
  public String meaning() {
    return meaning;
  }

  /** Return its unit; empty for a number. */
  public String unit() {
    return unit;
  }

  /** Return its value for a macro, in its unit. */
  public double value(Macro macro) {
    return value.applyAsDouble(macro);
  }

  /** Return who says so. */
  public String source(Macro macro) {
    return switch (origin) {
      case MACRO -> "macro " + macro.name();
      case TECHNOLOGY -> "technology " + macro.technology().name();
      case SUPPLY_LAW -> OperatingPoint.hasLaw(macro)
          ? "supply law of technology " + macro.technology().name()
          : "no supply law in this model and technology";
      case HOUSHMAND -> "Houshmand et al. 2023 (arXiv 2305.18335)";
    };
  }

  private static Dac dac(Macro macro) {
    return ((AnalogMacro) macro).dac();
  }

  private static Adc adc(Macro macro) {
    return ((AnalogMacro) macro).adc();
  }
}
