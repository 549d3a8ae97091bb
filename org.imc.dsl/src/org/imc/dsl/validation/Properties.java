package org.imc.dsl.validation;

import static org.imc.model.imc.ImcPackage.Literals.*;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.imc.engine.arch.SupplyLaw;

/** Which properties each declaration cannot do without, what holds without the others, and the words for them. */
public final class Properties {

  /** The words of properties that differ from their feature's name. */
  private static final Map<EStructuralFeature, String> KEYWORDS = Map.ofEntries(
      Map.entry(MACRO_DECL__CELLS_PER_MULTIPLIER, "cells per multiplier"),
      Map.entry(MACRO_DECL__MULTIPLIERS_PER_WEIGHT, "multipliers per weight"),
      Map.entry(MACRO_DECL__COLUMNS_PER_READ_OUT, "mux"),
      Map.entry(MACRO_DECL__ACTIVE_INPUTS, "active"),
      Map.entry(MACRO_DECL__PING_PONG, "ping_pong"),
      Map.entry(MACRO_DECL__READ_OUT, "readout"),
      Map.entry(MACRO_DECL__DRIVER, "dac"),
      Map.entry(ADC_DECL__PLACE, "per"),
      Map.entry(ACTIVITY_DECL__PLACE_VALUE, "place value"),
      Map.entry(TREE_STEP_DECL__FAN_IN, "number of inputs"),
      Map.entry(PLACE_VALUE_STEP_DECL__FAN_IN, "number of inputs"),
      Map.entry(ACCUMULATOR_STEP_DECL__INPUT, "from"),
      Map.entry(ACCUMULATOR_STEP_DECL__OUTPUTS, "per outputs"),
      Map.entry(NETWORK_DECL__PARTIAL_SUM, "partial sum"),
      Map.entry(TRANSISTOR_DECL__ANALOG_EXPONENT, "analog exponent"),
      Map.entry(MEMORY_DECL__SHARING, "instances per"),
      Map.entry(MEMORY_DECL__PORTS, "port"),
      Map.entry(PORT_DECL__BANDWIDTH, "bandwidth"),
      Map.entry(ARCHITECTURE_DECL__COUNT, "number of macros"),
      Map.entry(USE_DECL__COUNT, "number of repetitions"),
      Map.entry(CHIP_DECL__COUNT, "number of macros"),
      Map.entry(REPORTED_DECL__COMPUTE_DENSITY, "density"),
      Map.entry(SHAPE_DECL__SIZES, "size"),
      Map.entry(PADDING_DECL__SIZES, "padding"),
      Map.entry(EXPLORE_DECL__AXES, "in"),
      Map.entry(EXPLORE_DECL__LIMITS, "where"),
      Map.entry(EXPLORE_DECL__MAPPED_FOR, "mapped for"),
      Map.entry(EXPLORE_DECL__MINIMISED, "minimising"),
      Map.entry(EXPLORE_DECL__MAXIMISED, "maximising"),
      Map.entry(LOOP_DECL__SIZE, "steps"));

  private static final Map<EClass, List<EStructuralFeature>> REQUIRED = Map.ofEntries(
      Map.entry(TECHNOLOGY_DECL, List.of(
          TECHNOLOGY_DECL__NODE, TECHNOLOGY_DECL__SUPPLY, TECHNOLOGY_DECL__GATE, TECHNOLOGY_DECL__CELL)),
      Map.entry(GATE_DECL, List.of(GATE_DECL__CAPACITANCE, GATE_DECL__AREA, GATE_DECL__DELAY)),
      Map.entry(CELL_DECL, List.of(CELL_DECL__WORDLINE, CELL_DECL__BITLINE, CELL_DECL__AREA, CELL_DECL__WRITE)),
      Map.entry(TRANSISTOR_DECL, List.of(TRANSISTOR_DECL__THRESHOLD)),
      Map.entry(MACRO_DECL, List.of(
          MACRO_DECL__TECHNOLOGY, MACRO_DECL__ROWS, MACRO_DECL__COLUMNS, MACRO_DECL__WEIGHT, MACRO_DECL__ACTIVATION)),
      Map.entry(ADC_DECL, List.of(ADC_DECL__RESOLUTION)),
      Map.entry(LOGIC_DECL, List.of(LOGIC_DECL__ACTIVITY)),
      Map.entry(ARCHITECTURE_DECL, List.of(ARCHITECTURE_DECL__MACRO, ARCHITECTURE_DECL__MEMORIES)),
      Map.entry(MEMORY_DECL, List.of(
          MEMORY_DECL__SIZE, MEMORY_DECL__SERVES, MEMORY_DECL__PORTS, MEMORY_DECL__READ, MEMORY_DECL__WRITE)),
      Map.entry(CHIP_DECL, List.of(CHIP_DECL__SOURCE, CHIP_DECL__REPORTED)),
      Map.entry(NETWORK_DECL, List.of(NETWORK_DECL__WEIGHT, NETWORK_DECL__ACTIVATION)),
      Map.entry(CONV2D_DECL, List.of(CONV2D_DECL__CHANNELS, WINDOWED_LAYER_DECL__KERNEL)),
      Map.entry(DEPTHWISE_DECL, List.of(WINDOWED_LAYER_DECL__KERNEL)),
      Map.entry(DENSE_DECL, List.of(DENSE_DECL__UNITS)),
      Map.entry(OPERATOR_DECL, List.of(OPERATOR_DECL__KIND)),
      Map.entry(EXPLORE_DECL, List.of(EXPLORE_DECL__NETWORKS, EXPLORE_DECL__ARCHITECTURES, EXPLORE_DECL__AXES)),
      Map.entry(MATMUL_DECL, List.of(MATMUL_DECL__ROWS, MATMUL_DECL__INNER, MATMUL_DECL__COLUMNS)));

  /** What holds when a property is left out. */
  private static final Map<EStructuralFeature, String> DEFAULTS = Map.ofEntries(
      Map.entry(MACRO_DECL__CELLS_PER_MULTIPLIER, "1"),
      Map.entry(MACRO_DECL__SUPPLY, "that of the technology"),
      Map.entry(MACRO_DECL__CLOCK, "as fast as the array"),
      Map.entry(MACRO_DECL__MODEL, "standard"),
      Map.entry(MACRO_DECL__TREES, "ripple_carry"),
      Map.entry(GATE_DECL__LEAKAGE, "0"),
      Map.entry(CELL_DECL__LEAKAGE, "0"),
      Map.entry(TRANSISTOR_DECL__ALPHA, number(SupplyLaw.USUAL_ALPHA)),
      Map.entry(TRANSISTOR_DECL__SLOPE, number(SupplyLaw.USUAL_SLOPE_FACTOR)),
      Map.entry(TRANSISTOR_DECL__ANALOG_EXPONENT, number(SupplyLaw.DYNAMIC_EXPONENT)),
      Map.entry(DAC_DECL__KIND, "converter"),
      Map.entry(DAC_DECL__ENERGY, "that of the kind"),
      Map.entry(DAC_DECL__AREA, "0"),
      Map.entry(DAC_DECL__DELAY, "that of the kind"),
      Map.entry(ADC_DECL__COLUMNS, "1"),
      Map.entry(ADC_DECL__MODEL, "in_array"),
      Map.entry(ADC_DECL__ENERGY, "that of the model"),
      Map.entry(ADC_DECL__AREA, "that of the model"),
      Map.entry(ADC_DECL__DELAY, "that of the model"),
      Map.entry(OPERATOR_DECL__SHAPE, "that of what it reads first"),
      Map.entry(ARCHITECTURE_DECL__COUNT, "1"),
      Map.entry(CHIP_DECL__COUNT, "1"),
      Map.entry(MEMORY_DECL__SHARING, "chip"),
      Map.entry(MEMORY_DECL__AREA, "that of its kind, else 0: off the chip or not known"),
      Map.entry(MEMORY_DECL__CELLS, "logic"),
      Map.entry(MEMORY_DECL__LEAKAGE, "0"),
      Map.entry(NETWORK_DECL__BATCH, "1"),
      Map.entry(NETWORK_DECL__PARTIAL_SUM, "weight and activation width together"),
      Map.entry(LAYER_DECL__WEIGHT, "that of the network"),
      Map.entry(LAYER_DECL__ACTIVATION, "that of the network"),
      Map.entry(CONV2D_DECL__GROUPS, "1"),
      Map.entry(DEPTHWISE_DECL__MULTIPLIER, "1"),
      Map.entry(MATMUL_DECL__HEADS, "1"),
      Map.entry(POOL_DECL__KIND, "max"),
      Map.entry(WINDOWED_LAYER_DECL__STRIDE, "1"),
      Map.entry(WINDOWED_LAYER_DECL__PADDING, "0"),
      Map.entry(WINDOWED_LAYER_DECL__DILATION, "1"),
      Map.entry(EXPLORE_DECL__MAPPED_FOR, "energy"),
      Map.entry(EXPLORE_DECL__BUDGET, "1000000"),
      Map.entry(RANGE_DECL__STEP, "1, or 1 of the unit that counts bits"),
      Map.entry(EXTENT_DECL__WIDTH, "as the height"));

  private Properties() { }

  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** Return what holds when a property is left out, if anything does. */
  public static Optional<String> whenLeftOut(EStructuralFeature feature) {
    return Optional.ofNullable(DEFAULTS.get(feature));
  }

  /** Return the word or words that a property is written with. */
  public static String keyword(EStructuralFeature feature) {
    return KEYWORDS.getOrDefault(feature, feature.getName());
  }

  /** Return the properties that a kind of declaration cannot do without. */
  public static List<EStructuralFeature> required(EClass kind) {
    return REQUIRED.getOrDefault(kind, List.of());
  }
}
