package org.imc.engine.cost;

import java.util.ArrayList;
import java.util.List;
import org.imc.engine.arch.Architecture;
import org.imc.engine.mapping.ArrayAxis;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.mapping.SpatialMapping;
import org.imc.engine.result.Component;
import org.imc.engine.result.EnergyBreakdown;
import org.imc.engine.result.EnergyPart;
import org.imc.engine.result.LatencyBreakdown;
import org.imc.engine.workload.ElementwiseLayer;
import org.imc.engine.workload.LoopBounds;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Operand;

/**
 * What one layer costs: a pure function of architecture, layer and mapping, which knows nothing of how the mapping was
 * found.
 *
 * <p>Units: pJ and cycles of the macro's clock.
 * <p>Errors: {@link ArithmeticException} when a count exceeds a {@code long}.
 *
 * @param energy by part
 * @param latency by part
 * @param spatialUtilization share of the multipliers that work while the array computes, 0 to 1
 */
public record LayerCost(EnergyBreakdown energy, LatencyBreakdown latency, double spatialUtilization) {

  /** Return the cost of a mapped layer. Whether the mapping fits is asked of {@link MemoryUse}. */
  public static LayerCost of(Architecture architecture, MacLayer layer, Mapping mapping) {
    return of(PricedMacro.of(architecture.macro()), architecture, layer, mapping);
  }

  /**
   * Return the cost of a mapped layer. Whether the mapping fits is asked of {@link MemoryUse}.
   *
   * @param macro of the architecture
   */
  public static LayerCost of(PricedMacro macro, Architecture architecture, MacLayer layer, Mapping mapping) {
    return of(macro, architecture, layer, mapping, Movement.of(architecture, layer, mapping));
  }

  /**
   * Return the cost of a mapped layer of which it is known what it moves.
   *
   * @param macro of the architecture
   * @param moved by the mapping
   */
  public static LayerCost of(
      PricedMacro macro, Architecture architecture, MacLayer layer, Mapping mapping, Movement moved) {
    List<EnergyPart> parts = new ArrayList<>(arrayEnergy(macro, layer, mapping, moved.counts()));
    parts.addAll(moved.energy());
    LatencyBreakdown latency = moved.latency().at(macro.cost().clockPeriodNs());
    parts.addAll(leakage(macro, architecture, latency));
    return new LayerCost(new EnergyBreakdown(parts), latency, utilization(architecture, layer, moved.counts()));
  }

  /** Return the cost of a layer without weights whose inputs and outputs live at the ends of their chains. */
  public static LayerCost of(Architecture architecture, ElementwiseLayer layer) {
    return of(PricedMacro.of(architecture.macro()), architecture, layer);
  }

  /**
   * Return the cost of a layer without weights whose inputs and outputs live at the ends of their chains.
   *
   * @param macro of the architecture
   */
  public static LayerCost of(PricedMacro macro, Architecture architecture, ElementwiseLayer layer) {
    int[] inputs = architecture.memories().chain(Operand.INPUT);
    int[] outputs = architecture.memories().chain(Operand.OUTPUT);
    return of(macro, architecture, layer, List.of(new Stored(inputs[inputs.length - 1], layer.inputElements())),
        new Stored(outputs[outputs.length - 1], layer.outputElements()));
  }

  /**
   * Return the cost of a layer without weights: its inputs are read and its outputs written once, at the lowest level that
   * is shared by all macros and serves both, or else at the last level of each chain. What lives further out comes and goes
   * through the levels between.
   *
   * @param macro of the architecture
   * @param inputs where its inputs live, each in the chain of the inputs and not below where the layer works
   * @param output where its output is to live, likewise
   */
  public static LayerCost of(
      PricedMacro macro, Architecture architecture, ElementwiseLayer layer, List<Stored> inputs, Stored output) {
    List<AccessCounts.Traffic> traffic = MemoryCost.traffic(architecture.memories(), layer, inputs, output);
    LatencyBreakdown latency = LatencyModel.of(architecture, traffic, macro.cost().clockPeriodNs());
    List<EnergyPart> parts = new ArrayList<>(MemoryCost.energy(architecture.memories(), traffic));
    parts.addAll(leakage(macro, architecture, latency));
    return new LayerCost(new EnergyBreakdown(parts), latency, 0);
  }

  /** Return what leaks out of the whole chip until the layer is done; nothing when nothing leaks. */
  private static List<EnergyPart> leakage(PricedMacro macro, Architecture architecture, LatencyBreakdown latency) {
    double pjPerCycle = LeakageModel.pjPerCycle(macro, architecture);
    return pjPerCycle == 0
        ? List.of()
        : List.of(EnergyPart.of(Component.LEAKAGE, pjPerCycle * latency.totalCycles()));
  }

  private static List<EnergyPart> arrayEnergy(
      PricedMacro macro, MacLayer layer, Mapping mapping, AccessCounts counts) {
    ArrayCost array = macro.array();
    double activations = (double) counts.activations() * mapping.spatial().unrolling(ArrayAxis.MACROS);
    List<EnergyPart> parts = new ArrayList<>();
    for (EnergyPart part : array.energyPerActivation(use(array, layer, mapping)).parts()) {
      parts.add(EnergyPart.of(part.component(), part.pj() * activations));
    }
    if (macro.macro().geometry().weightsPerMultiplier() > 1) {
      parts.add(EnergyPart.of(Component.PRECHARGE, array.prechargePjPerWeight() * counts.weightReadOuts()));
    }
    parts.add(EnergyPart.of(Component.WEIGHT_WRITE, macro.macro().technology().cellWritePjPerBit() * counts.cellWriteBits()));
    return parts;
  }

  private static ArrayUse use(ArrayCost array, MacLayer layer, Mapping mapping) {
    SpatialMapping spatial = mapping.spatial();
    if (array.chargesMeanUse()) {
      LoopBounds tile = spatial.tile(ArrayAxis.COLUMNS, ArrayAxis.ROWS);
      LoopBounds steps = mapping.temporal().below(mapping.temporal().loops().size());
      return MeanUse.of(layer, tile::get, dim -> steps.get(dim) * spatial.unrolling(ArrayAxis.MACROS, dim));
    }
    return new ArrayUse(
        spatial.unrolling(ArrayAxis.COLUMNS), spatial.usedRows(layer.window()), spatial.unrolling(ArrayAxis.ROWS));
  }

  private static double utilization(Architecture architecture, MacLayer layer, AccessCounts counts) {
    double multipliers = (double) architecture.macro().geometry().outputs() * architecture.macro().geometry().inputs();
    return layer.macs() / (multipliers * architecture.macros() * counts.activations());
  }
}
