package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.imc.engine.Engine;
import org.imc.engine.arch.Macro;
import org.imc.engine.arch.MacroModel;
import org.imc.engine.result.EnergyPart;
import org.imc.engine.result.MacroCost;
import org.imc.engine.result.NamedPart;

/**
 * A macro as one of the authors' releases prices it, every part.
 *
 * @param label where the row is from
 * @param plan the macro
 * @param macros how many of them the row counts together
 * @param expected figures by name: "energy", "energy ADC", "area", "area ADC", "delay", "delay ADC", "TOPS", …; a part that
 *     is missing is 0
 * @param digits decimal digits that the source rounded to, or 0 for a full double
 */
record MacroReference(String label, MacroPlan plan, int macros, Map<String, Double> expected, int digits) {

  /** Relative error that the order of floating-point operations may cause. */
  private static final double ROUNDING = 1e-12;

  /** Names of figures in {@code array-golden.csv}. */
  private static final Map<String, String> ARRAY_GOLDEN = Map.ofEntries(
      Map.entry("a_cells", "area cells"), Map.entry("a_mults", "area multipliers"), Map.entry("a_adcs", "area ADC"),
      Map.entry("a_adders", "area adder tree"), Map.entry("a_adders_pv", "area place-value tree"),
      Map.entry("a_accumulators", "area accumulator"), Map.entry("area_mm2", "area"),
      Map.entry("t_mults", "delay multipliers"), Map.entry("t_adcs", "delay ADC"),
      Map.entry("t_adders", "delay adder tree"), Map.entry("t_adders_pv", "delay place-value tree"),
      Map.entry("t_accumulators", "delay accumulator"), Map.entry("tclk_ns", "delay"),
      Map.entry("e_dacs", "energy DAC"), Map.entry("e_adcs", "energy ADC"), Map.entry("e_bitlines", "energy bit lines"),
      Map.entry("e_mults", "energy multipliers"), Map.entry("e_adders", "energy adder tree"),
      Map.entry("e_adders_pv", "energy place-value tree"), Map.entry("e_accumulators", "energy accumulator"),
      Map.entry("e_pJ_per_cycle", "energy"),
      Map.entry("TOPS", "TOPS"), Map.entry("TOPS_per_W", "TOPS/W"), Map.entry("TOPS_per_mm2", "TOPS/mm2"));

  /** Names of parts in {@code golden/open/array_points.json}. */
  private static final Map<String, String> ARRAY_POINT_PARTS = Map.ofEntries(
      Map.entry("cells", "cells"), Map.entry("dacs", "DAC"), Map.entry("adcs", "ADC"), Map.entry("mults", "multipliers"),
      Map.entry("adders_regular", "adder tree"), Map.entry("adders_pv", "place-value tree"),
      Map.entry("accumulators", "accumulator"), Map.entry("analog_bl_addition", "bit lines"),
      Map.entry("local_bl_precharging", "pre-charge"));

  /** Names of figures in {@code peak-macro.csv}; "adders" are what a macro of either kind has. */
  private static final Map<String, String> PEAK_MACRO = Map.ofEntries(
      Map.entry("area_bank", "area cells"), Map.entry("area_mults", "area multipliers"), Map.entry("area_adc", "area ADC"),
      Map.entry("area_adders", "area adders"), Map.entry("area_accumulators", "area accumulator"),
      Map.entry("area_macro", "area"), Map.entry("tclk_macro", "delay"),
      Map.entry("dac_energy_pj", "energy DAC"), Map.entry("adc_energy_pj", "energy ADC"),
      Map.entry("energy_bank", "energy bit lines"), Map.entry("energy_mults", "energy multipliers"),
      Map.entry("energy_adders", "energy adders"), Map.entry("energy_accumulators", "energy accumulator"),
      Map.entry("tops_macro", "TOPS"), Map.entry("topsw_macro", "TOPS/W"), Map.entry("topsmm2_macro", "TOPS/mm2"));

  /** Read the committed extract of all three files, whose figures carry our names. */
  static List<MacroReference> committed() {
    return read(ReferenceFolder.committed("macro-reference.csv"), row -> {
      Map<String, Double> expected = new LinkedHashMap<>();
      row.forEach((name, value) -> {
        if (name.matches("(area|delay|energy|TOPS).*") && !value.isBlank()) {
          expected.put(name, Double.valueOf(value));
        }
      });
      var plan = new MacroPlan(MacroModel.valueOf(row.get("model")), number(row, "adc bits"), 1, count(row, "outputs"),
          count(row, "inputs"), count(row, "cells per multiplier"), count(row, "weight bits"),
          count(row, "activation bits"), count(row, "bits per cycle"), number(row, "supply"), 0, noPeriod());
      return of(row.get("source"), plan, count(row, "macros"), expected, count(row, "digits"));
    });
  }

  /** Read what {@code zigzag-imc} and ZigZag say about 86 macros, rounded to nine digits. */
  static List<MacroReference> arrayGolden(Path file) {
    return read(file, row -> {
      MacroModel model = row.get("model").equals("zigzag") ? MacroModel.ZIGZAG : MacroModel.ZIGZAG_IMC;
      var plan = new MacroPlan(model, number(row, "R_adc"), 1, count(row, "D1"), count(row, "D2"), count(row, "M"),
          count(row, "Bw"), count(row, "Ba"), count(row, "Bc"), number(row, "V"), 0, noPeriod());
      return of("array-golden.csv", plan, count(row, "D3"), renamed(row, ARRAY_GOLDEN), 9);
    });
  }

  /** Read what ZigZag 3.8.5 says about 137 macros: every figure of its answer. */
  static List<MacroReference> arrayPoints(Path file) {
    List<MacroReference> references = new ArrayList<>();
    for (JsonNode point : ReferenceFolder.json(file).path("points")) {
      JsonNode in = point.path("inputs");
      var plan = new MacroPlan(MacroModel.ZIGZAG, in.path("adc_bits").asDouble(), 1, in.path("cols").asInt(),
          in.path("rows").asInt(), in.path("cell_group").asInt(), in.path("weight_bits").asInt(), in.path("act_bits").asInt(),
          in.path("bits_per_cycle").asInt(), MacroPlan.SUPPLY_V, 0, noPeriod());
      references.add(of(point.path("id").asText(), plan, in.path("macros").asInt(), figures(point.path("outputs")), 0));
    }
    return references;
  }

  private static Map<String, Double> figures(JsonNode outputs) {
    Map<String, Double> expected = new LinkedHashMap<>();
    addParts(expected, "area ", outputs.path("area_parts_mm2"));
    addParts(expected, "delay ", outputs.path("tclk_parts_ns"));
    addParts(expected, "energy ", outputs.path("peak_energy_per_cycle_parts_pj"));
    expected.put("area", outputs.path("area_mm2").asDouble());
    expected.put("delay", outputs.path("tclk_ns").asDouble());
    expected.put("energy", outputs.path("peak_energy_per_cycle_pj").asDouble());
    expected.put("TOPS", outputs.path("tops_peak").asDouble());
    expected.put("TOPS/W", outputs.path("topsw_peak").asDouble());
    expected.put("TOPS/mm2", outputs.path("topsmm2_peak").asDouble());
    expected.put("cycles", outputs.path("cycles_per_mac_round").asDouble());
    return expected;
  }

  private static void addParts(Map<String, Double> expected, String figure, JsonNode parts) {
    parts.properties().forEach(part ->
        expected.put(figure + ARRAY_POINT_PARTS.get(part.getKey()), part.getValue().asDouble()));
  }

  /** Read what the scripts of the ICCAD 2023 paper stored about 12 macros of 8-bit operands. */
  static List<MacroReference> peakMacro(Path file, MacroModel model) {
    return read(file, row -> {
      boolean analog = row.get("imc_type").startsWith("aimc");
      int outputs = count(row, "cols") / 8;
      int inputs = count(row, "rows");
      int bitsPerCycle = (int) number(row, "input_precision");
      MacroPlan plan = analog
          ? MacroPlan.analog(outputs, inputs, bitsPerCycle, number(row, "adc_precision"))
          : MacroPlan.digital(outputs, inputs, bitsPerCycle);
      Map<String, Double> expected = new LinkedHashMap<>();
      renamed(row, PEAK_MACRO).forEach((name, value) ->
          expected.put(name.replace("adders", analog ? "place-value tree" : "adder tree"), value));
      return of("peak-macro.csv", plan.model(model), 1, expected, 0);
    });
  }

  /** Assert that the engine prices the macro as the row does, part by part, and knows no part that the row does not. */
  void assertMet() {
    Map<String, Double> actual = figures(
        Engine.macroCost(plan.macro()), plan.macro().geometry().cyclesPerActivation(), macros);
    expected.forEach((name, value) ->
        assertEquals(value, actual.getOrDefault(name, 0.0), tolerance(value), () -> label + ": " + name));
    actual.forEach((name, value) ->
        assertTrue(expected.containsKey(name) || value == 0 || isUntold(name), () -> label + ": nothing is known of " + name));
  }

  /** Some sources tell no parts of the delay, or no total energy; a part beside other parts they would have told. */
  private boolean isUntold(String name) {
    boolean tellsDelays = expected.containsKey("delay multipliers");
    return name.equals("cycles") || name.startsWith("delay ") && !tellsDelays || name.equals("energy") && !expected.containsKey("energy");
  }

  private static MacroReference of(
      String source, MacroPlan plan, int macros, Map<String, Double> expected, int digits) {
    MacroPlan withCells = plan.cellsMm2(expected.get("area cells") / macros);
    Macro macro = withCells.macro();
    String label = "%s: %s %s of %d x %d, %d macros, %d/%d bits, %d per cycle, %s V".formatted(source, plan.model(),
        macro.getClass().getSimpleName(), plan.outputs(), plan.inputs(), macros, plan.weightBits(),
        plan.activationBits(), plan.bitsPerCycle(), plan.supplyV());
    return new MacroReference(label, withCells, macros, Map.copyOf(expected), digits);
  }

  private static Map<String, Double> figures(MacroCost cost, int cyclesPerActivation, int macros) {
    Map<String, Double> figures = new TreeMap<>();
    for (EnergyPart part : cost.energyPerCycle().parts()) {
      figures.put("energy " + part.label(), part.pj() * macros);
    }
    for (NamedPart part : cost.area().parts()) {
      figures.put("area " + part.name(), part.value() * macros);
    }
    for (NamedPart part : cost.criticalPath().parts()) {
      figures.put("delay " + part.name(), part.value());
    }
    figures.put("energy", cost.energyPerCycle().totalPj() * macros);
    figures.put("area", cost.area().totalMm2() * macros);
    figures.put("delay", cost.clockPeriodNs());
    figures.put("TOPS", cost.tops() * macros);
    figures.put("cycles", (double) cyclesPerActivation);
    figures.put("TOPS/W", cost.topsPerWatt());
    figures.put("TOPS/mm2", cost.topsPerMm2());
    return figures;
  }

  private double tolerance(double value) {
    double rounding = Math.max(Math.abs(value) * ROUNDING, Double.MIN_VALUE); // a tolerance must be positive
    if (digits == 0 || value == 0) {
      return rounding;
    }
    double lastDigit = Math.pow(10, Math.floor(Math.log10(Math.abs(value))) - digits + 1);
    return lastDigit / 2 + rounding;
  }

  private static List<MacroReference> read(Path file, Function<Map<String, String>, MacroReference> reader) {
    return ReferenceFolder.rows(file).stream()
        .filter(row -> row.getOrDefault("peer_error", "").isBlank()).map(reader).toList();
  }

  private static Map<String, Double> renamed(Map<String, String> row, Map<String, String> names) {
    Map<String, Double> expected = new LinkedHashMap<>();
    names.forEach((theirs, ours) -> expected.put(ours, number(row, theirs)));
    return expected;
  }

  private static double number(Map<String, String> row, String name) {
    String text = row.get(name);
    return text.isBlank() ? 0 : Double.parseDouble(text);
  }

  private static int count(Map<String, String> row, String name) {
    return Integer.parseInt(row.get(name));
  }

  private static OptionalDouble noPeriod() {
    return OptionalDouble.empty();
  }
}
