package org.imc.engine.mapper;

import org.imc.engine.Objective;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.Sharing;
import org.imc.engine.cost.LayerCost;
import org.imc.engine.cost.LeakageModel;
import org.imc.engine.mapper.Goal.Score;
import org.imc.engine.result.LowerBounds;
import org.imc.engine.workload.ElementwiseLayer;
import org.imc.engine.workload.Layer;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Operand;

/**
 * What no mapping of a layer can beat, found without mapping it: least energy and least latency, which need not be those of
 * one mapping. The layer must fit on the architecture as far as {@link Mapper} can tell without mapping.
 */
public final class LayerFloor {

  private LayerFloor() { }

  /**
   * Return bounds that no unrolling has to be looked at for: every element across every memory once, every
   * multiply-accumulate at its least in the array, sums written as often as the rows cannot add them at once, and inputs
   * read as often as the outputs cannot share them.
   *
   * @param array of the architecture's macro
   * @throws ArithmeticException when a count exceeds a {@code long}
   */
  public static LowerBounds of(Architecture architecture, Layer layer, ArrayFloor array) {
    return switch (layer) {
      case ElementwiseLayer moved -> exact(architecture, moved, array);
      case MacLayer mac -> of(architecture, mac, array);
    };
  }

  private static LowerBounds of(Architecture architecture, MacLayer layer, ArrayFloor array) {
    var costs = new CutCosts(architecture, layer, array);
    var goal = new Goal(Objective.ENERGY, LeakageModel.pjPerCycle(array.macro(), architecture), Double.POSITIVE_INFINITY);
    Score least = of(architecture, layer, costs, new CompulsoryBound(costs, goal));
    return new LowerBounds(goal.withLeakage(least.energy(), least.latency()), least.latency());
  }

  /** Return the same with the leakage left out. */
  static Score of(Architecture architecture, MacLayer layer, CutCosts costs, CompulsoryBound bound) {
    ArrayFloor array = costs.floor;
    MacroGeometry geometry = architecture.macro().geometry();
    double reduced = product(layer, LoopDim.C, LoopDim.FY, LoopDim.FX);
    int rows = (int) Math.min(geometry.inputs(), reduced);
    int outputs = (int) Math.min(geometry.outputs(), product(layer, LoopDim.K, LoopDim.OY, LoopDim.OX));
    double macs = layer.macs();
    double energy = bound.trafficPj() + macs * array.pjPerMac(outputs, rows)
        + sumsPj(costs, Math.max(1, reduced / rows)) + inputsPj(costs, macs / outputs);
    double activations = macs / ((double) rows * outputs * architecture.macros());
    double latency = Math.max(bound.busiestPort(), activations * geometry.cyclesPerActivation());
    return new Score(energy, latency);
  }

  /** Return the energy to write all sums and to read the partial ones back, each output in so many parts at least. */
  private static double sumsPj(CutCosts costs, double parts) {
    MemoryLevel level = costs.level(costs.chains.first(Operand.OUTPUT));
    double partial = (parts - 1) * costs.width(Operand.OUTPUT, false);
    return costs.whole(Operand.OUTPUT) * (partial * level.readPjPerBit()
        + (partial + costs.width(Operand.OUTPUT, true)) * level.writePjPerBit());
  }

  /** Return the energy to read inputs into the array, where each row has its own; where rows share, none is certain. */
  private static double inputsPj(CutCosts costs, double words) {
    MemoryLevel level = costs.level(costs.chains.first(Operand.INPUT));
    return level.sharing() == Sharing.PER_ROW
        ? words * costs.width(Operand.INPUT, true) * level.readPjPerBit()
        : costs.whole(Operand.INPUT) * costs.width(Operand.INPUT, true) * level.readPjPerBit();
  }

  private static LowerBounds exact(Architecture architecture, ElementwiseLayer layer, ArrayFloor array) {
    LayerCost cost = LayerCost.of(array.macro(), architecture, layer);
    return new LowerBounds(cost.energy().totalPj(), cost.latency().totalCycles());
  }

  private static double product(MacLayer layer, LoopDim... dims) {
    double product = 1;
    for (LoopDim dim : dims) {
      product *= layer.bounds().get(dim);
    }
    return product;
  }
}
