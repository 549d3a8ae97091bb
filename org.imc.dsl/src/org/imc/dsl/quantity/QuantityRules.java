package org.imc.dsl.quantity;

import static org.imc.model.imc.ImcPackage.Literals.*;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.imc.model.imc.LimitDecl;
import org.imc.model.imc.QuantityAxisDecl;
import org.imc.model.imc.QuantityDecl;
import org.imc.model.imc.RangeDecl;

/**
 * What each property of the language accepts: the one table behind checks, completion and hover.
 *
 * <p>The ranges keep typing errors and absurd sizes out (a 2^62-row array); they are far wider than anything built.
 */
public final class QuantityRules {

  private static final long MAX_ARRAY = 1 << 16;
  private static final long MAX_TENSOR = 1 << 24;
  private static final long MAX_MEMORY_BITS = 1L << 50;
  private static final int MAX_WIDTH = 32;
  private static final int MAX_SUM_WIDTH = 256;
  private static final long MAX_POINTS = 1_000_000_000_000L;

  private static final Map<EStructuralFeature, QuantityRule> RULES = rules();

  private QuantityRules() { }

  /** Return the rule of a feature that holds a quantity. */
  public static Optional<QuantityRule> of(EStructuralFeature feature) {
    return Optional.ofNullable(RULES.get(feature));
  }

  /** Return the rule of a quantity: of the property that it stands in, or, in an exploration, of the one that it varies. */
  public static Optional<QuantityRule> of(QuantityDecl quantity) {
    EObject container = quantity.eContainer();
    if (container instanceof LimitDecl limit && quantity == limit.getBound()) {
      return ExploredProperties.bound(limit);
    }
    EStructuralFeature feature = varied(quantity).flatMap(ExploredProperties::feature).orElse(quantity.eContainingFeature());
    return feature == null || isRatio(quantity) ? Optional.empty() : of(feature);
  }

  /** Return the axis of an exploration whose values a quantity says. */
  public static Optional<QuantityAxisDecl> varied(QuantityDecl quantity) {
    EObject around = quantity.eContainer() instanceof RangeDecl range ? range.eContainer() : quantity.eContainer();
    return around instanceof QuantityAxisDecl axis ? Optional.of(axis) : Optional.empty();
  }

  /** Return whether a quantity is a factor between values, or the distance between them, and no value itself. */
  private static boolean isRatio(QuantityDecl quantity) {
    return quantity.eContainer() instanceof RangeDecl range && range.getStep() == quantity;
  }

  private static Map<EStructuralFeature, QuantityRule> rules() {
    var rules = new HashMap<EStructuralFeature, QuantityRule>();
    technology(rules);
    macro(rules);
    architecture(rules);
    network(rules);
    chip(rules);
    rules.put(EXPLORE_DECL__BUDGET, QuantityRule.count(1, MAX_POINTS, "10000"));
    return Map.copyOf(rules);
  }

  private static void technology(Map<EStructuralFeature, QuantityRule> rules) {
    rules.put(TECHNOLOGY_DECL__NODE, QuantityRule.range(Dimension.LENGTH, "1", "1000", "28 nm"));
    rules.put(TECHNOLOGY_DECL__SUPPLY, QuantityRule.range(Dimension.VOLTAGE, "0.1", "5", "0.9 V"));
    rules.put(GATE_DECL__CAPACITANCE, QuantityRule.range(Dimension.CAPACITANCE, "0.001", "1000", "0.7 fF"));
    rules.put(GATE_DECL__AREA, QuantityRule.range(Dimension.AREA, "0.0001", "10000", "0.614 um2"));
    rules.put(GATE_DECL__DELAY, QuantityRule.range(Dimension.TIME, "0.00001", "1000", "47.8 ps"));
    rules.put(GATE_DECL__LEAKAGE, QuantityRule.range(Dimension.POWER, "0", "1", "1 nW"));
    rules.put(CELL_DECL__LEAKAGE, QuantityRule.range(Dimension.POWER, "0", "1", "0.01 nW"));
    rules.put(TRANSISTOR_DECL__THRESHOLD, QuantityRule.range(Dimension.VOLTAGE, "0.05", "1.5", "0.34 V"));
    rules.put(TRANSISTOR_DECL__ALPHA, QuantityRule.range(Dimension.COUNT, "1", "2", "1.3"));
    rules.put(TRANSISTOR_DECL__SLOPE, QuantityRule.range(Dimension.COUNT, "1", "3", "1.5"));
    rules.put(TRANSISTOR_DECL__ANALOG_EXPONENT, QuantityRule.range(Dimension.COUNT, "0", "4", "2"));
    rules.put(CELL_DECL__WORDLINE, QuantityRule.range(Dimension.CAPACITANCE, "0", "1000", "0.35 fF"));
    rules.put(CELL_DECL__BITLINE, QuantityRule.range(Dimension.CAPACITANCE, "0", "1000", "0.35 fF"));
    rules.put(CELL_DECL__AREA, QuantityRule.range(Dimension.AREA, "0", "10000", "0.589 um2"));
    rules.put(CELL_DECL__WRITE, QuantityRule.range(Dimension.ENERGY_PER_BIT, "0", "1000", "0.012 pJ/bit"));
  }

  private static void macro(Map<EStructuralFeature, QuantityRule> rules) {
    rules.put(MACRO_DECL__ROWS, QuantityRule.count(1, MAX_ARRAY, "64"));
    rules.put(MACRO_DECL__COLUMNS, QuantityRule.count(1, MAX_ARRAY, "64"));
    rules.put(MACRO_DECL__CELLS_PER_MULTIPLIER, QuantityRule.count(1, MAX_ARRAY, "4"));
    rules.put(MACRO_DECL__WEIGHT, QuantityRule.bits(1, MAX_WIDTH, "8 bit"));
    rules.put(MACRO_DECL__ACTIVATION, QuantityRule.bits(1, MAX_WIDTH, "8 bit"));
    rules.put(MACRO_DECL__SERIAL, QuantityRule.bits(1, MAX_WIDTH, "1 bit"));
    rules.put(MACRO_DECL__DAC, QuantityRule.bits(1, MAX_WIDTH, "2 bit"));
    rules.put(MACRO_DECL__SUPPLY, QuantityRule.range(Dimension.VOLTAGE, "0.1", "5", "0.8 V"));
    rules.put(MACRO_DECL__CLOCK, QuantityRule.range(Dimension.FREQUENCY, "0.001", "100000", "200 MHz"));
    rules.put(DAC_DECL__STEP, QuantityRule.range(Dimension.TIME, "0.0001", "1e6", "0.1 ns"));
    rules.put(DAC_DECL__ENERGY, QuantityRule.range(Dimension.ENERGY, "0", "1e9", "0.1 pJ"));
    rules.put(DAC_DECL__AREA, QuantityRule.range(Dimension.AREA, "0", "1e9", "50 um2"));
    rules.put(DAC_DECL__DELAY, QuantityRule.range(Dimension.TIME, "0.001", "1e9", "0.5 ns"));
    rules.put(ADC_DECL__RESOLUTION, QuantityRule.range(Dimension.INFORMATION, "1", "16", "5 bit"));
    rules.put(ADC_DECL__COLUMNS, QuantityRule.count(1, MAX_ARRAY, "4"));
    rules.put(ADC_DECL__ENERGY, QuantityRule.range(Dimension.ENERGY, "0", "1e9", "0.4 pJ"));
    rules.put(ADC_DECL__AREA, QuantityRule.range(Dimension.AREA, "0", "1e9", "600 um2"));
    rules.put(ADC_DECL__DELAY, QuantityRule.range(Dimension.TIME, "0.001", "1e9", "5 ns"));
    rules.put(ADC_DECL__CONVERSION, QuantityRule.range(Dimension.INFORMATION, "1", "16", "3 bit"));
    rules.put(ADC_DECL__ROWS, QuantityRule.count(1, MAX_ARRAY, "8"));
    structure(rules);
  }

  private static void structure(Map<EStructuralFeature, QuantityRule> rules) {
    rules.put(MACRO_DECL__COLUMNS_PER_READ_OUT, QuantityRule.count(1, MAX_ARRAY, "2"));
    rules.put(MACRO_DECL__ACTIVE_INPUTS, QuantityRule.count(1, MAX_ARRAY, "16"));
    rules.put(MACRO_DECL__MULTIPLIERS_PER_WEIGHT, QuantityRule.count(1, MAX_ARRAY, "1"));
    rules.put(MACRO_DECL__ARRAY, QuantityRule.range(Dimension.AREA, "0", "1e12", "0.004 mm2"));
    rules.put(MACRO_DECL__ACCESS, QuantityRule.range(Dimension.TIME, "0", "1e6", "0.1 ns"));
    for (EStructuralFeature share : List.of(
        ACTIVITY_DECL__TOGGLE, ACTIVITY_DECL__DENSITY, ACTIVITY_DECL__DAC, ACTIVITY_DECL__WORDLINE, ACTIVITY_DECL__ADC,
        ACTIVITY_DECL__BITLINE, ACTIVITY_DECL__MULTIPLIER, ACTIVITY_DECL__TREE, ACTIVITY_DECL__PLACE_VALUE,
        ACTIVITY_DECL__ACCUMULATOR, ACTIVITY_DECL__REGISTER, STEP_DECL__ACTIVITY, LOGIC_DECL__ACTIVITY)) {
      rules.put(share, QuantityRule.range(Dimension.COUNT, "0", "1", "0.5"));
    }
    rules.put(TREE_STEP_DECL__FAN_IN, QuantityRule.count(1, MAX_ARRAY, "16"));
    rules.put(PLACE_VALUE_STEP_DECL__FAN_IN, QuantityRule.count(1, MAX_ARRAY, "8"));
    rules.put(STEP_DECL__WIDTH, QuantityRule.bits(1, MAX_SUM_WIDTH, "16 bit"));
    rules.put(ACCUMULATOR_STEP_DECL__INPUT, QuantityRule.bits(1, MAX_SUM_WIDTH, "16 bit"));
    rules.put(ACCUMULATOR_STEP_DECL__OUTPUTS, QuantityRule.count(1, MAX_ARRAY, "2"));
    rules.put(WORDS_DECL__COUNT, QuantityRule.count(1, MAX_ARRAY, "4"));
    rules.put(WORDS_DECL__BITS, QuantityRule.bits(1, MAX_SUM_WIDTH, "16 bit"));
    rules.put(LOGIC_DECL__GATES, QuantityRule.count(1, MAX_TENSOR, "1000"));
  }

  private static void architecture(Map<EStructuralFeature, QuantityRule> rules) {
    rules.put(ARCHITECTURE_DECL__COUNT, QuantityRule.count(1, MAX_ARRAY, "4"));
    rules.put(MEMORY_DECL__SIZE, QuantityRule.bits(1, MAX_MEMORY_BITS, "64 KiB"));
    rules.put(MEMORY_DECL__READ, QuantityRule.range(Dimension.ENERGY_PER_BIT, "0", "1000000", "0.16 pJ/bit"));
    rules.put(MEMORY_DECL__WRITE, QuantityRule.range(Dimension.ENERGY_PER_BIT, "0", "1000000", "0.11 pJ/bit"));
    rules.put(MEMORY_DECL__LEAKAGE, QuantityRule.range(Dimension.POWER, "0", "1e6", "0.5 mW"));
    rules.put(MEMORY_DECL__AREA, QuantityRule.range(Dimension.AREA, "0", "1e12", "0.78 mm2"));
    rules.put(PORT_DECL__BANDWIDTH, new QuantityRule(
        List.of(Dimension.BITS_PER_CYCLE, Dimension.BITS_PER_TIME), false,
        new BigDecimal("0.000001"), new BigDecimal("1e9"), "128 bit/cycle"));
  }

  private static void network(Map<EStructuralFeature, QuantityRule> rules) {
    rules.put(USE_DECL__COUNT, QuantityRule.count(1, 10_000, "4"));
    rules.put(NETWORK_DECL__BATCH, QuantityRule.count(1, MAX_TENSOR, "1"));
    for (EStructuralFeature width : List.of(
        NETWORK_DECL__WEIGHT, NETWORK_DECL__ACTIVATION, LAYER_DECL__WEIGHT, LAYER_DECL__ACTIVATION)) {
      rules.put(width, QuantityRule.bits(1, MAX_WIDTH, "8 bit"));
    }
    rules.put(NETWORK_DECL__PARTIAL_SUM, QuantityRule.bits(1, 2 * MAX_WIDTH, "24 bit"));
    for (EStructuralFeature size : List.of(
        SHAPE_DECL__SIZES, EXTENT_DECL__HEIGHT, EXTENT_DECL__WIDTH, CONV2D_DECL__CHANNELS, CONV2D_DECL__GROUPS,
        DEPTHWISE_DECL__MULTIPLIER, DENSE_DECL__UNITS, MATMUL_DECL__HEADS, MATMUL_DECL__ROWS, MATMUL_DECL__INNER,
        MATMUL_DECL__COLUMNS)) {
      rules.put(size, QuantityRule.count(1, MAX_TENSOR, "64"));
    }
    rules.put(LOOP_DECL__SIZE, QuantityRule.count(1, MAX_TENSOR, "4"));
    rules.put(PADDING_DECL__SIZES, QuantityRule.count(0, MAX_TENSOR, "1"));
  }

  private static void chip(Map<EStructuralFeature, QuantityRule> rules) {
    rules.put(CHIP_DECL__YEAR, QuantityRule.count(1990, 2100, "2023"));
    rules.put(CHIP_DECL__NODE, QuantityRule.range(Dimension.LENGTH, "1", "1000", "28 nm"));
    rules.put(CHIP_DECL__ROWS, QuantityRule.count(1, MAX_ARRAY, "64"));
    rules.put(CHIP_DECL__COLUMNS, QuantityRule.count(1, MAX_ARRAY, "64"));
    rules.put(CHIP_DECL__SIZE, QuantityRule.bits(1, MAX_MEMORY_BITS, "64 Kibit"));
    rules.put(CHIP_DECL__INPUTS, QuantityRule.count(1, MAX_TENSOR, "64"));
    rules.put(CHIP_DECL__OUTPUTS, QuantityRule.count(1, MAX_TENSOR, "16"));
    rules.put(CHIP_DECL__COUNT, QuantityRule.count(1, MAX_ARRAY, "4"));
    for (EStructuralFeature width : List.of(
        CHIP_DECL__WEIGHT, CHIP_DECL__ACTIVATION, CHIP_DECL__OUTPUT, REPORTED_DECL__WEIGHT, REPORTED_DECL__ACTIVATION,
        REPORTED_DECL__NORMALISED)) {
      rules.put(width, QuantityRule.range(Dimension.INFORMATION, "1", "32", "8 bit")); // ternary counts as 1.5 bit
    }
    rules.put(REPORTED_DECL__SUPPLY, QuantityRule.range(Dimension.VOLTAGE, "0.1", "5", "0.9 V"));
    rules.put(REPORTED_DECL__CLOCK, QuantityRule.range(Dimension.FREQUENCY, "0.001", "100000", "200 MHz"));
    rules.put(REPORTED_DECL__SPARSITY, QuantityRule.range(Dimension.COUNT, "0", "1", "0.5"));
    rules.put(REPORTED_DECL__EFFICIENCY, QuantityRule.range(Dimension.EFFICIENCY, "1e-6", "1e9", "15 TOPS/W"));
    rules.put(REPORTED_DECL__THROUGHPUT, QuantityRule.range(Dimension.THROUGHPUT, "1e-9", "1e9", "1.2 TOPS"));
    rules.put(REPORTED_DECL__COMPUTE_DENSITY,
        QuantityRule.range(Dimension.COMPUTE_DENSITY, "1e-9", "1e9", "2.5 TOPS/mm2"));
    rules.put(REPORTED_DECL__AREA, QuantityRule.range(Dimension.AREA, "1", "1e12", "0.47 mm2"));
    rules.put(REPORTED_DECL__POWER, QuantityRule.range(Dimension.POWER, "1e-6", "1e9", "3.2 mW"));
    rules.put(PART_DECL__ENERGY, QuantityRule.range(Dimension.COUNT, "0", "1", "0.3"));
    rules.put(PART_DECL__AREA, QuantityRule.range(Dimension.COUNT, "0", "1", "0.3"));
    rules.put(REPORTED_DECL__TOLERANCE, QuantityRule.range(Dimension.COUNT, "0", "100", "0.25"));
  }
}
