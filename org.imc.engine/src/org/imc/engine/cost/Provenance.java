package org.imc.engine.cost;

import org.imc.engine.arch.AdcCost;
import org.imc.engine.arch.AnalogMacro;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.Macro;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.Summing;
import org.imc.engine.result.Component;
import org.imc.engine.result.Transfer.Direction;

/**
 * Where a part of a macro's cost comes from: it is so many times what one of something costs.
 *
 * <p>Units: what one costs is in pJ, mm² or ns as the part; the formula gives fJ, µm² or ns.
 *
 * @param counted of what, in the plural
 * @param formula what one of them costs
 * @param each the same by the model
 * @param source of the formula
 * @param range where it was fitted, or may be used
 */
public record Provenance(String counted, Formula formula, double each, String source, String range) {

  private static final String ZIGZAG_IMC = "zigzag-imc df34a6f";
  private static final String SCRIPTS = ZIGZAG_IMC + ", validation scripts";
  private static final String HOUSHMAND = "Houshmand et al. 2023 (arXiv 2305.18335)";
  private static final String CARRY_SAVE = ZIGZAG_IMC + ", counted after Dadda 1965";
  private static final String OWN = "this project";
  private static final String LOAD_RANGE = "calibrated at 28 nm and 0.9 V; scaled nodes 5 to 65 nm";
  private static final String GATES_RANGE = "calibrated at 28 nm and 0.9 V; scaled nodes 7 to 65 nm";
  private static final String MEMORY_RANGE = "as the memory's own source or kind says";
  private static final String GIVEN = "given by the macro";
  private static final String IN_ARRAY_RANGE = "fitted on three chips of %.0f and %.0f nm, %.0f to %.0f bits".formatted(
      AdcModel.LEAST_NODE_NM, AdcModel.MOST_NODE_NM, AdcModel.LEAST_BITS, AdcModel.MOST_BITS);
  private static final String SURVEY = "own fit to Murmann's ADC survey";
  private static final String SURVEY_RANGE = "%s to %s bits, %s to %s nm".formatted(StandAloneAdc.LEAST_BITS,
      StandAloneAdc.MOST_BITS, StandAloneAdc.LEAST_NODE_NM, StandAloneAdc.MOST_NODE_NM);

  private Provenance(String counted, String formula, double each, String source, String range) {
    this(counted, new Formula(formula), each, source, range);
  }

  /** Return where an energy of a macro comes from; {@link Component#MEMORY} is none. */
  static Provenance ofEnergy(Component component, Macro macro, GateLibrary gates) {
    double analogFactor = OperatingPoint.of(macro).analogEnergyFactor();
    return switch (component) {
      case DAC -> drivenRow((AnalogMacro) macro, gates);
      case ADC -> conversion((AnalogMacro) macro);
      case WORDLINE -> new Provenance("cells of driven rows", "{C_WL}·{V}²", gates.wordlinePj(), OWN, LOAD_RANGE);
      case BITLINE -> ((AnalogMacro) macro).summing() == Summing.CHARGE
          ? new Provenance("cells of used columns", "{C_BL}·{V}²·{f_a}", gates.bitlinePj() * analogFactor, ZIGZAG_IMC, LOAD_RANGE)
          : new Provenance("cells of used columns, which conduct for the whole access",
              "%s·{C_BL}·{V}²·{f_a}".formatted(Math.round(Summing.CURRENT.loads())),
              Summing.CURRENT.loads() * gates.bitlinePj() * analogFactor, OWN, "three macros of 28 and 65 nm, 0.7 to 1.0 V");
      case MULTIPLIER -> new Provenance("1-bit multipliers, one input of the gate at rest", "½·{C_g}·{V}²",
          gates.multiplierPj(), ZIGZAG_IMC, LOAD_RANGE);
      case ADDER_TREE -> new Provenance("full adders of 3 NAND and 2 XOR; one with an operand at rest counts half",
          "6·{C_g}·{V}²", gates.fullAdderPj(), adders(macro), LOAD_RANGE);
      case PLACE_VALUE_TREE -> new Provenance("full adders of 3 NAND and 2 XOR", "6·{C_g}·{V}²", gates.fullAdderPj(),
          ZIGZAG_IMC, LOAD_RANGE);
      case ACCUMULATOR -> new Provenance("bits of adder and register", "(6 + 3)·{C_g}·{V}²",
          Accumulator.energyPj(gates, 1), ZIGZAG_IMC, LOAD_RANGE);
      case REGISTER -> new Provenance("bits", "3·{C_g}·{V}²", gates.registerPj(), SCRIPTS, LOAD_RANGE);
      case LOGIC -> new Provenance("gates: 6 for a bit of adders, 3 for a bit of registers, 1 for a gate", "{C_g}·{V}²",
          gates.gatePj(), SCRIPTS, LOAD_RANGE);
      case PRECHARGE -> new Provenance("bits of weights brought to their multipliers", "({C_WL} + {M}·{C_BL})·{V}²",
          ArrayCost.of(macro).prechargePjPerWeight() / macro.geometry().weightBits(), ZIGZAG_IMC, LOAD_RANGE);
      case WEIGHT_WRITE -> new Provenance("bits written", "{E_write}", macro.technology().cellWritePjPerBit(),
          "the technology", "as the technology's source says");
      case LEAKAGE -> new Provenance("ns of the clock period",
          "0.001·({P_cell}·{N_cell} + {P_gate}·{N_gate})·{f_l}",
          LeakageModel.macroMw(macro, MacroCostModel.of(macro).area()), "the technology; Roy et al. 2003",
          "the technology's node; converters have no figure");
      case MEMORY -> throw new IllegalArgumentException("A memory is no part of a macro.");
    };
  }

  private static Provenance drivenRow(AnalogMacro macro, GateLibrary gates) {
    double each = RowDrivers.of(macro, gates).pjPerConversion();
    if (macro.dac().energyPj().isPresent()) {
      return new Provenance("conversions", "{E_DAC}·({V}/{V_n})²·{f_a}", each, GIVEN, "at the nominal supply");
    }
    return switch (macro.dac().kind()) {
      case CONVERTER -> new Provenance("conversions", "{k0}·{B_DAC}·{V}²·{f_a}", each, HOUSHMAND,
          "drivers of 1 to %d bits; 1 bit costs nothing".formatted(DacModel.MOST_BITS));
      case WORDLINE, PULSE_WIDTH -> new Provenance("word lines raised", "{N_WL}·{C_WL}·{V}²", each, OWN, LOAD_RANGE);
    };
  }

  private static Provenance conversion(AnalogMacro macro) {
    double each = Converters.of(macro).pjPerOutput() / macro.conversionsPerOutput();
    AdcCost cost = macro.adc().cost();
    if (cost.energyPj().isPresent()) {
      return new Provenance("conversions", "{E_ADC}·({V}/{V_n})²·{f_a}", each, GIVEN, "at the nominal supply");
    }
    return switch (cost.model()) {
      case IN_ARRAY -> new Provenance("conversions", "({k1}·{R_c} + {k2}·4^{R_c})·{V}²·{f_a}", each,
          "mixed-signal form after Murmann, " + HOUSHMAND, "constants for nodes near 28 nm");
      case SURVEY -> new Provenance("conversions", "10^(0.2772·{R_c} + 0.2478·log10(10^9/{t_ADC})"
          + " + 0.7492·log10({node}) − 1.4802)·({V}/{V_n})²·{f_a}", each, SURVEY,
          SURVEY_RANGE + "; spread %sx".formatted(StandAloneAdc.ENERGY_SPREAD));
    };
  }

  private static String adders(Macro macro) {
    return switch (macro.structure().trees()) {
      case RIPPLE_CARRY -> ZIGZAG_IMC;
      case CARRY_SAVE -> CARRY_SAVE;
    };
  }

  /** Return where the energy of what goes through a memory comes from. */
  static Provenance ofTransfer(MemoryLevel level, Direction direction) {
    double pjPerBit = direction == Direction.READ ? level.readPjPerBit() : level.writePjPerBit();
    return new Provenance("bits", "energy of a bit", pjPerBit, "memory " + level.name(), MEMORY_RANGE);
  }

  /** Return where the area of a memory comes from. */
  static Provenance ofMemoryArea(MemoryLevel level) {
    return new Provenance("instances", "area of one", level.areaMm2(), "memory " + level.name(), MEMORY_RANGE);
  }

  /** Return where the energy that leaks out of a chip comes from. */
  static Provenance ofChipLeakage(Architecture architecture) {
    return new Provenance("ns", "power at rest", LeakageModel.chipMw(PricedMacro.of(architecture.macro()), architecture),
        "the technology and the memories, all instances; Roy et al. 2003", "the technology's node; converters have no figure");
  }

  /** Return where the area of the cells comes from. */
  static Provenance ofCells(Macro macro) {
    return macro.structure().arrayMm2().isPresent()
        ? new Provenance("arrays", "{A_array}", macro.structure().arrayMm2().getAsDouble(), GIVEN, "this macro")
        : new Provenance("cells", "{A_cell}", macro.technology().cellAreaUm2() * Units.MM2_PER_UM2,
            "the technology; bit cells scale as published ones", "5 to 65 nm");
  }

  /** Return where an area of a macro comes from. */
  static Provenance ofArea(Component component, Macro macro, GateLibrary gates) {
    return switch (component) {
      case ADC -> converter((AnalogMacro) macro);
      case DAC -> new Provenance("DACs", "{A_DAC}", ((AnalogMacro) macro).dac().areaMm2().orElseThrow(), GIVEN, "this macro");
      case MULTIPLIER -> new Provenance("1-bit multipliers", "{A_g}", gates.multiplierMm2(), ZIGZAG_IMC, GATES_RANGE);
      case ADDER_TREE, PLACE_VALUE_TREE -> new Provenance("full adders of 3 NAND and 2 XOR of 2.4", "7.8·{A_g}",
          gates.fullAdderMm2(), component == Component.ADDER_TREE ? adders(macro) : ZIGZAG_IMC, GATES_RANGE);
      case ACCUMULATOR -> new Provenance("bits of adder and register", "(7.8 + 6)·{A_g}",
          gates.fullAdderMm2() + gates.registerMm2(), ZIGZAG_IMC, GATES_RANGE);
      case REGISTER -> new Provenance("bits", "6·{A_g}", gates.registerMm2(), SCRIPTS, GATES_RANGE);
      case LOGIC -> new Provenance("gates: 7.8 for a bit of adders, 6 for a bit of registers, 1 for a gate", "{A_g}",
          gates.multiplierMm2(), SCRIPTS, GATES_RANGE);
      case WORDLINE, BITLINE, PRECHARGE, WEIGHT_WRITE, LEAKAGE, MEMORY ->
          throw new IllegalArgumentException("'%s' has no area of its own in a macro.".formatted(component.label()));
    };
  }

  private static Provenance converter(AnalogMacro macro) {
    var built = AdcModel.of(macro.adc(), macro.geometry().inputs());
    int converters = built.converters(macro.geometry().outputs() * macro.conversionsPerOutput());
    double each = Converters.of(macro).areaMm2() / converters;
    AdcCost cost = macro.adc().cost();
    if (cost.areaMm2().isPresent()) {
      return new Provenance("ADCs", "{A_ADC}", each, GIVEN, "this macro");
    }
    return switch (cost.model()) {
      case IN_ARRAY -> each == 0
          ? new Provenance("sense amplifiers", "0", 0, ZIGZAG_IMC, "1 bit: the area is neglected")
          : new Provenance("ADCs", "10^(1.206 − 0.0369·{R})·2^{R}·{node}/28", each, ZIGZAG_IMC,
              IN_ARRAY_RANGE + "; spread %sx".formatted(AdcModel.AREA_SPREAD));
      case SURVEY -> new Provenance("ADCs", "10^(1.6493 + 0.0138·{R} + 0.1587·log10(10^9/{t_ADC})"
          + " + 1.0843·log10({node}))", each, SURVEY, SURVEY_RANGE + "; spread %sx".formatted(StandAloneAdc.AREA_SPREAD));
    };
  }

  /** Return where the time of an access to the cells comes from. */
  static Provenance ofAccess(Macro macro) {
    return new Provenance("accesses", "{t_cell}·{f_d}",
        macro.structure().accessNs().orElseThrow() * OperatingPoint.of(macro).delayFactor(), GIVEN, "at the nominal supply");
  }

  /** Return where a delay of a macro comes from: of converters from conversions, of all else from gates. */
  static Provenance ofDelay(Component component, Macro macro, GateLibrary gates) {
    return switch (component) {
      case ADC -> conversionTime((AnalogMacro) macro);
      case DAC -> drivingTime((AnalogMacro) macro, gates);
      case MULTIPLIER -> gateDelays("1", ZIGZAG_IMC, gates);
      case ADDER_TREE -> switch (macro.structure().trees()) {
        case RIPPLE_CARRY -> gateDelays("(d − 1)·4.8 + 4.4 + (b + d − 2)·2, d stages, b bits", ZIGZAG_IMC, gates);
        case CARRY_SAVE -> gateDelays("4.8 for each level of compressors, 4.4 + (b − 1)·2, b bits of the last adder",
            CARRY_SAVE, gates);
      };
      case PLACE_VALUE_TREE -> gateDelays("(d − 1)·4.8 + 4.4 + (n + p − 1)·2, d stages, n numbers of p bits",
          ZIGZAG_IMC, gates);
      case ACCUMULATOR -> gateDelays("4.8 + 2 for each bit wider than its input, for each output that shares it",
          ZIGZAG_IMC + ", 1705762", gates);
      case LOGIC -> gateDelays("4.4 + (b − 1)·2 for each adder in series, b bits", SCRIPTS, gates);
      case WORDLINE, BITLINE, REGISTER, PRECHARGE, WEIGHT_WRITE, LEAKAGE, MEMORY ->
          throw new IllegalArgumentException("'%s' takes no time in a macro.".formatted(component.label()));
    };
  }

  private static Provenance gateDelays(String rule, String source, GateLibrary gates) {
    return new Provenance("gate delays: " + rule, "{t_g}·{f_d}", gates.multiplierNs(), source, GATES_RANGE);
  }

  private static Provenance drivingTime(AnalogMacro macro, GateLibrary gates) {
    double each = RowDrivers.of(macro, gates).delayNs();
    return macro.dac().delayNs().isPresent()
        ? new Provenance("conversions", "{t_DAC}·{f_d}", each, GIVEN, "at the nominal supply")
        : new Provenance("longest pulses", "(2^{B_DAC} − 1)·{t_step}·{f_d}", each, GIVEN, "at the nominal supply");
  }

  private static Provenance conversionTime(AnalogMacro macro) {
    int sums = macro.geometry().outputs() * macro.conversionsPerOutput();
    double each = Converters.of(macro).delayNs() / Math.min(macro.adc().columnsPerConverter(), sums);
    return macro.adc().cost().delayNs().isPresent()
        ? new Provenance("conversions in turn", "{t_ADC}·{f_d}", each, GIVEN, "at the nominal supply")
        : new Provenance("conversions in turn", "{R_c}·(0.00653·{N_BL} + 0.640)·{f_d}", each, ZIGZAG_IMC,
            IN_ARRAY_RANGE + "; spread %sx".formatted(AdcModel.DELAY_SPREAD));
  }
}
