package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.imc.engine.arch.MacroModel;
import org.imc.engine.cost.AdderTree;
import org.imc.engine.cost.ArrayCost;
import org.imc.engine.cost.ArrayUse;
import org.imc.engine.cost.GateLibrary;
import org.imc.engine.result.Component;
import org.imc.engine.result.EnergyBreakdown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The arrays of mapped layers are priced as the authors' releases price them. Runs where the full reference folder is. */
class ArrayCostReferenceTest {

  private static final double ROUNDING = 1e-11;

  /** {@code case-study-layers.csv} keeps three decimals of a picojoule. */
  private static final double STORED_DECIMALS_PJ = 0.5001e-3;

  /** Width of the numbers that the scripts' adder trees add: a weight and an input bit, though a product has 8 bits. */
  private static final int SCRIPT_TREE_BITS = 9;

  private static final GateLibrary GATES = GateLibrary.of(MacroPlan.digital(1, 1, 1).technology(), MacroPlan.SUPPLY_V);

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<String, Component> ZIGZAG_PARTS = Map.of(
      "dacs", Component.DAC, "adcs", Component.ADC, "mults", Component.MULTIPLIER,
      "analog_bl_addition", Component.BITLINE, "adders_regular", Component.ADDER_TREE,
      "adders_pv", Component.PLACE_VALUE_TREE, "accumulators", Component.ACCUMULATOR);

  /** Parts of an analog macro in the scripts of the ICCAD 2023 paper; what they call adder tree adds place values. */
  private static final Map<String, Component> ANALOG_SCRIPT_PARTS = Map.of(
      "DAC", Component.DAC, "ADC", Component.ADC, "multiplication_energy", Component.MULTIPLIER, "cell", Component.BITLINE,
      "adder_tree_energy", Component.PLACE_VALUE_TREE, "accumulator_energy", Component.ACCUMULATOR);

  /** Parts of a digital macro in those scripts, without the adder tree, whose width they mistake. */
  private static final Map<String, Component> DIGITAL_SCRIPT_PARTS = Map.of(
      "DAC", Component.DAC, "ADC", Component.ADC, "multiplication_energy", Component.MULTIPLIER, "cell", Component.BITLINE,
      "accumulator_energy", Component.ACCUMULATOR);

  @Test
  void all239FixedMappingsThatZigZagCouldPriceAreChargedByTheirArrayAsZigZagDoes(TestReporter reporter) throws IOException {
    int compared = 0;
    for (String line : lines("golden/open/fixed_mapping_points.jsonl")) {
      JsonNode point = JSON.readTree(line);
      if (point.has("outputs")) { // the peer failed on one
        assertChargedAsZigZagDoes(point.path("id").asText(), point.path("inputs"), point.path("outputs"));
        compared++;
      }
    }
    assertEquals(239, compared);
    reporter.publishEntry("mapped layers compared part by part", Integer.toString(compared));
  }

  private static void assertChargedAsZigZagDoes(String id, JsonNode inputs, JsonNode outputs) {
    JsonNode hardware = inputs.path("hardware_parameters");
    int cells = hardware.path("cell_group").asInt(1);
    int outputsOfMacro = hardware.path("cols").asInt();
    int inputsOfMacro = hardware.path("rows").asInt();
    int bitsPerCycle = hardware.path("bits_per_cycle").asInt();
    MacroPlan plan = MacroPlan.analog(outputsOfMacro, inputsOfMacro, bitsPerCycle, hardware.path("adc_bits").asDouble(0))
        .precision(hardware.path("weight_bits").asInt(8), hardware.path("act_bits").asInt(8))
        .cellsPerMultiplier(cells)
        .model(MacroModel.ZIGZAG);
    ArrayCost cost = ArrayCost.of(plan.macro());

    long usedOutputs = product(inputs.path("spatial_mapping").path("D1"));
    long addedRows = product(inputs.path("spatial_mapping").path("D2"));
    long usedRows = outputs.path("mapped_rows").asLong();
    double activations = outputs.path("macs").asDouble() / (usedOutputs * addedRows);
    EnergyBreakdown energy = cost.energyPerActivation(new ArrayUse(usedOutputs, usedRows, addedRows));
    JsonNode parts = outputs.path("energy_pj").path("array_parts");
    ZIGZAG_PARTS.forEach((name, component) -> {
      double expected = parts.path(name).asDouble();
      assertEquals(expected, energy.pj(component) * activations, tolerance(expected), () -> id + ": " + name);
    });

    JsonNode weightMoves = outputs.path("data_movement").path("W").path(0).path("data_elem_move_count");
    double weightReads = weightMoves.path("rd_out_to_low").asDouble();
    double cyclesPerRead = outputs.path("mac_level_stationary_cycles").path("W").asDouble();
    double expected = parts.path("local_bl_precharging").asDouble();
    assertEquals(expected, cost.prechargePjPerWeight() * weightReads / cyclesPerRead, tolerance(expected),
        () -> id + ": pre-charge");
  }

  @Test
  void all668LayersOfTheFullCaseStudyWithWholeUnrollingsAreChargedByTheStandardFormAsInThePaper(TestReporter reporter)
      throws IOException {
    List<String> lines = lines("case-study-layers.csv");
    int compared = 0;
    for (String line : lines.subList(1, lines.size())) {
      String[] row = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"); // commas outside quotes
      if (assertChargedAsInThePaper(row)) {
        compared++;
      }
    }
    assertEquals(668, compared);
    reporter.publishEntry("mapped layers compared part by part", Integer.toString(compared));
  }

  private static boolean assertChargedAsInThePaper(String[] row) throws IOException {
    boolean analog = row[0].startsWith("aimc");
    int inputs = Integer.parseInt(row[2]);
    int outputs = Integer.parseInt(row[3]) / 8;
    JsonNode spatial = JSON.readTree(unquoted(row[17])).path("O"); // rows first, then columns
    double c = unrolling(spatial.path(0), "C");
    double fx = unrolling(spatial.path(0), "FX");
    double fy = unrolling(spatial.path(0), "FY");
    double ox = unrolling(spatial.path(1), "OX");
    double usedOutputs = unrolling(spatial.path(1), "K") * ox;
    double addedRows = c * fx * fy;
    double usedRows = c * (fx + ox - 1) * fy;
    if (!isWhole(usedOutputs) || !isWhole(addedRows) || !isWhole(usedRows)) {
      return false; // the scripts priced fractions of rows and columns
    }
    MacroPlan plan = analog
        ? MacroPlan.analog(outputs, inputs, 2, 2 + Math.log(inputs) / Math.log(2) / 2)
        : MacroPlan.digital(outputs, inputs, 1);
    double activations = Double.parseDouble(row[7]) / (usedOutputs * addedRows);
    EnergyBreakdown energy =
        ArrayCost.energyPerActivation(plan.macro(), new ArrayUse((long) usedOutputs, (long) usedRows, (long) addedRows));
    JsonNode parts = JSON.readTree(unquoted(row[10]));
    (analog ? ANALOG_SCRIPT_PARTS : DIGITAL_SCRIPT_PARTS).forEach((name, component) ->
        assertEquals(parts.path(name).asDouble(0), energy.pj(component) * activations, STORED_DECIMALS_PJ,
            () -> layer(row) + ": " + name));
    if (!analog && addedRows < inputs) { // the scripts count a fully used tree with a natural logarithm
      double treePj = new AdderTree(inputs, SCRIPT_TREE_BITS).activity((long) addedRows).energyPj(GATES);
      assertEquals(parts.path("adder_tree_energy").asDouble(), treePj * usedOutputs * 8 * activations, STORED_DECIMALS_PJ,
          () -> layer(row) + ": adder tree");
    }
    return true;
  }

  private static String layer(String[] row) {
    return String.join(" ", List.of(row).subList(0, 8));
  }

  private static List<String> lines(String name) {
    Path file = ReferenceFolder.full(name);
    assumeTrue(Files.exists(file), () -> "The full reference folder is not here: " + file);
    return ReferenceFolder.lines(file);
  }

  private static long product(JsonNode unrollings) {
    long product = 1;
    for (JsonNode size : unrollings) {
      product *= size.asLong();
    }
    return product;
  }

  private static double unrolling(JsonNode loops, String dim) {
    double product = 1;
    for (JsonNode loop : loops) {
      product *= loop.path(0).asText().equals(dim) ? loop.path(1).asDouble() : 1;
    }
    return product;
  }

  private static boolean isWhole(double value) {
    return value == Math.rint(value);
  }

  private static String unquoted(String cell) {
    return cell.substring(1, cell.length() - 1).replace("\"\"", "\"");
  }

  private static double tolerance(double value) {
    return Math.max(Math.abs(value) * ROUNDING, Double.MIN_VALUE); // a tolerance must be positive
  }
}
