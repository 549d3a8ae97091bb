package org.imc.engine.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.CellUse;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.result.EnergyBreakdown;
import org.imc.engine.result.EnergyPart;
import org.imc.engine.workload.MacLayer;

/**
 * What it costs to bring the weights of a layer into the cells in which they stay: the difference between the first inference
 * and all others. Every weight goes once through each memory on its way, and once into each of its cells.
 *
 * <p>Units: pJ and cycles of the macro's clock.
 * <p>Errors: {@link ArithmeticException} when a count exceeds a {@code long}.
 *
 * @param bits that are written into the cells
 * @param energy by part
 * @param cycles of the first tiles of the weights, which hold all of them, one memory after the other
 */
public record WeightLoad(long bits, EnergyBreakdown energy, double cycles) {

  /** Return what it costs a layer whose weights stay. */
  public static WeightLoad of(Architecture resident, MacLayer layer, Mapping mapping) {
    CellUse cells = resident.cells();
    LayerCost later = LayerCost.of(resident, layer, mapping);
    Architecture loading = resident.with(new CellUse(cells.macros(), cells.weightsPerMultiplier(), false));
    LayerCost first = LayerCost.of(loading, layer, mapping);
    List<EnergyPart> parts = new ArrayList<>();
    for (EnergyPart part : first.energy().parts()) {
      double more = part.pj() - later.energy().sumPj(other ->
          other.component() == part.component() && Objects.equals(other.transfer(), part.transfer()));
      if (more > 0) {
        parts.add(new EnergyPart(part.component(), part.transfer(), more));
      }
    }
    return new WeightLoad(AccessCounts.of(loading, layer, mapping).cellWriteBits(), new EnergyBreakdown(parts),
        first.latency().totalCycles() - later.latency().totalCycles());
  }
}
