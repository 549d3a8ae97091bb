package org.imc.engine.cost;

import java.util.function.ToLongFunction;
import org.imc.engine.arch.Quirk;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.MacLayer;

/**
 * What a layer uses of the array on the mean of all its steps, as the scripts of the ICCAD 2023 paper count it
 * ({@link Quirk#FRACTIONAL_USE}): 25 outputs of which 4 are side by side take 7 steps and use 3.57 outputs in each. Outputs side
 * by side share inputs as if the stride were 1.
 *
 * <p>Shape: unrollings {@code c}, {@code fy}, {@code fx} over the rows and {@code k}, {@code oy}, {@code ox} over the columns
 * use {@code k oy ox} outputs, add {@code c fy fx} rows and drive {@code c (fy + oy - 1) (fx + ox - 1)}.
 */
public final class MeanUse {

  private MeanUse() { }

  /**
   * Return the use.
   *
   * @param layer what is computed
   * @param tile of each dimension, what one macro computes at once
   * @param passes of each dimension, the steps in time times the macros side by side
   */
  public static ArrayUse of(MacLayer layer, ToLongFunction<LoopDim> tile, ToLongFunction<LoopDim> passes) {
    var mean = new Mean(layer, tile, passes);
    double inputRows = mean.of(LoopDim.FY) + mean.of(LoopDim.OY) - 1;
    double inputColumns = mean.of(LoopDim.FX) + mean.of(LoopDim.OX) - 1;
    return new ArrayUse(mean.of(LoopDim.K) * mean.of(LoopDim.OY) * mean.of(LoopDim.OX), mean.of(LoopDim.C) * inputRows * inputColumns,
        mean.of(LoopDim.C) * mean.of(LoopDim.FY) * mean.of(LoopDim.FX));
  }

  private record Mean(MacLayer layer, ToLongFunction<LoopDim> tile, ToLongFunction<LoopDim> passes) {

    /** Return how much of a dimension a step computes: not less than one, since other macros may take less. */
    double of(LoopDim dim) {
      double share = (double) layer.bounds().get(dim) / passes.applyAsLong(dim);
      return tile.applyAsLong(dim) == 1 ? 1 : Math.max(1, share);
    }
  }
}
