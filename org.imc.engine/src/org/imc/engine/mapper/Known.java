package org.imc.engine.mapper;

import java.util.List;
import java.util.Set;
import org.imc.engine.Objective;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.cost.LayerCost;
import org.imc.engine.mapper.Goal.Score;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Operand;
import org.imc.engine.workload.Precision;

/**
 * A mapping that a search can begin with, since a similar one ended with it, and what it costs here.
 *
 * @param mapping fits
 * @param cost of it
 */
record Known(Mapping mapping, LayerCost cost) {

  /**
   * What two searches have in common of which the answer to one is a mapping of the other, and often a good one, if it fits.
   *
   * @param space of spatial candidates
   * @param precision of the layer
   * @param weightBits that the macro takes
   * @param activationBits that the macro takes
   * @param objective of the search
   * @param serves by memory level
   */
  record Alike(SpatialSpace.Key space, Precision precision, int weightBits, int activationBits, Objective objective,
      List<Set<Operand>> serves) {

    static Alike of(SpatialSpace.Key space, Architecture architecture, MacLayer layer, Objective objective) {
      MacroGeometry geometry = architecture.macro().geometry();
      return new Alike(space, layer.precision(), geometry.weightBits(), geometry.activationBits(), objective,
          architecture.memories().levels().stream().map(MemoryLevel::serves).toList());
    }
  }

  /** Return its value, with the leakage left out. */
  Score score(Goal goal) {
    double cycles = cost.latency().totalCycles();
    return new Score(cost.energy().totalPj() - goal.leakagePjPerCycle() * cycles, cycles);
  }
}
