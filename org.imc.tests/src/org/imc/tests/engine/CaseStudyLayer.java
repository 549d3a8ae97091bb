package org.imc.tests.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imc.engine.arch.MacroModel;
import org.imc.engine.cost.ArrayCost;
import org.imc.engine.cost.ArrayUse;
import org.imc.engine.mapping.Loop;
import org.imc.engine.mapping.TemporalMapping;
import org.imc.engine.result.Component;
import org.imc.engine.result.EnergyBreakdown;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.Operand;

/**
 * A layer of the ICCAD 2023 case study with the mapping that its scripts found and what they stored of its cost.
 *
 * @param run "analog" or "digital", network, rows: what the row of a network has too
 * @param label for messages
 * @param plan the macro
 * @param macs of the layer
 * @param use of the array; unrollings may be fractional
 * @param partsPj energy of the array by the scripts' names
 * @param idealCycles cycles of the array
 * @param loops in time, as the weights see them, and how many of them run inside the cells
 * @param stallCycles cycles in which the array waits
 */
record CaseStudyLayer(String run, String label, MacroPlan plan, double macs, ArrayUse use, Map<String, Double> partsPj,
    double idealCycles, TemporalMapping loops, double stallCycles) {

  /** What the scripts call adder tree adds place values in an analog macro. */
  private static final Map<String, Component> ANALOG_PARTS = Map.of(
      "DAC", Component.DAC, "ADC", Component.ADC, "multiplication_energy", Component.MULTIPLIER, "cell", Component.BITLINE,
      "adder_tree_energy", Component.PLACE_VALUE_TREE, "accumulator_energy", Component.ACCUMULATOR,
      "precharging_cell", Component.PRECHARGE);

  private static final Map<String, Component> DIGITAL_PARTS = Map.of(
      "multiplication_energy", Component.MULTIPLIER, "adder_tree_energy", Component.ADDER_TREE,
      "accumulator_energy", Component.ACCUMULATOR, "precharging_cell", Component.PRECHARGE);

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Read all 696 layers. */
  static List<CaseStudyLayer> read(Path file) {
    List<CaseStudyLayer> layers = new ArrayList<>();
    for (Map<String, String> row : ReferenceFolder.rows(file)) {
      layers.add(of(row));
    }
    return layers;
  }

  private static CaseStudyLayer of(Map<String, String> row) {
    JsonNode spatial = json(row.get("sm")).path("O"); // rows first, then columns
    double c = unrolling(spatial.path(0), "C");
    double fx = unrolling(spatial.path(0), "FX");
    double fy = unrolling(spatial.path(0), "FY");
    double ox = unrolling(spatial.path(1), "OX");
    var use = new ArrayUse(unrolling(spatial.path(1), "K") * ox, c * (fx + ox - 1) * fy, c * fx * fy);
    Map<String, Double> parts = new HashMap<>();
    json(row.get("mac_breakdown")).properties().forEach(part -> parts.put(part.getKey(), part.getValue().asDouble()));
    return new CaseStudyLayer(run(row), run(row) + " layer " + row.get("idx"), plan(row), Double.parseDouble(row.get("macs")), use,
        parts, Double.parseDouble(row.get("ideal")), loops(json(row.get("tm"))), Double.parseDouble(row.get("stall")));
  }

  private static TemporalMapping loops(JsonNode temporal) {
    JsonNode places = temporal.has("B") ? temporal.path("B") : temporal.path("W"); // their names of the weights
    List<Loop> loops = new ArrayList<>();
    for (JsonNode place : places) {
      for (JsonNode loop : place) {
        loops.add(new Loop(LoopDim.valueOf(loop.path(0).asText()), loop.path(1).asLong()));
      }
    }
    return new TemporalMapping(loops, Map.of(Operand.WEIGHT, List.of(places.path(0).size())));
  }

  /** Return the run that a row of layers or networks is of. */
  static String run(Map<String, String> row) {
    return "%s %s %s".formatted(row.get("acc"), row.get("workload"), row.get("rows"));
  }

  /** Return the macro of a row of layers or networks, with the area that the scripts' memory model gives its cells. */
  static MacroPlan plan(Map<String, String> row) {
    int rows = Integer.parseInt(row.get("rows"));
    int outputs = Integer.parseInt(row.get("cols")) / 8;
    MacroPlan plan = row.get("acc").startsWith("aimc")
        ? MacroPlan.analog(outputs, rows, 2, 2 + Math.log(rows) / Math.log(2) / 2)
        : MacroPlan.digital(outputs, rows, 1);
    return plan.model(MacroModel.ICCAD2023).withCellsOfMemory();
  }

  /** Return the layer as another form of the model prices it. */
  CaseStudyLayer model(MacroModel model) {
    return new CaseStudyLayer(run, label, plan.model(model), macs, use, partsPj, idealCycles, loops, stallCycles);
  }

  /** Return the activations of the array. */
  double activations() {
    return macs / (use.usedOutputs() * use.addedRows());
  }

  /** Return what the engine charges for the array, by the scripts' names, pJ. */
  Map<String, Double> pricedPj() {
    EnergyBreakdown energy = ArrayCost.energyPerActivation(plan.macro(), use);
    Map<String, Double> priced = new HashMap<>();
    (plan.adcBits() > 0 ? ANALOG_PARTS : DIGITAL_PARTS).forEach((name, component) -> {
      if (partsPj.containsKey(name)) {
        priced.put(name, energy.pj(component) * activations());
      }
    });
    return priced;
  }

  /** Return the sum of what the engine charges for the array, pJ. */
  double totalPj() {
    return ArrayCost.of(plan.macro()).energyPerActivationPj(use) * activations();
  }

  /** Return the cycles in which rows of weights are written, one in each. */
  double weightWriteCycles() {
    int inCells = loops.cuts().get(Operand.WEIGHT).getFirst();
    return use.usedRows() * loops.periods(Operand.WEIGHT, inCells);
  }

  private static double unrolling(JsonNode loops, String dim) {
    double product = 1;
    for (JsonNode loop : loops) {
      product *= loop.path(0).asText().equals(dim) ? loop.path(1).asDouble() : 1;
    }
    return product;
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
