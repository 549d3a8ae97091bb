package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.imc.engine.arch.MacroModel;
import org.imc.engine.cost.ArrayCost;
import org.imc.engine.cost.ArrayUse;
import org.imc.engine.result.Component;
import org.imc.engine.result.EnergyBreakdown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The arrays of mapped layers are priced as the authors' releases price them. Runs where the full reference folder is. */
class ArrayCostReferenceTest {

  private static final double ROUNDING = 1e-11;

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<String, Component> ZIGZAG_PARTS = Map.of(
      "dacs", Component.DAC, "adcs", Component.ADC, "mults", Component.MULTIPLIER,
      "analog_bl_addition", Component.BITLINE, "adders_regular", Component.ADDER_TREE,
      "adders_pv", Component.PLACE_VALUE_TREE, "accumulators", Component.ACCUMULATOR);

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

  private static List<String> lines(String name) {
    return ReferenceFolder.lines(ReferenceFolder.required(name));
  }

  private static long product(JsonNode unrollings) {
    long product = 1;
    for (JsonNode size : unrollings) {
      product *= size.asLong();
    }
    return product;
  }

  private static double tolerance(double value) {
    return Math.max(Math.abs(value) * ROUNDING, Double.MIN_VALUE); // a tolerance must be positive
  }
}
