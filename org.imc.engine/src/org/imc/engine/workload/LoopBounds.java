package org.imc.engine.workload;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Hold one positive whole number for each loop dimension: the sizes of a layer, or of a tile of it.
 *
 * <p>Errors: {@link IllegalArgumentException} naming the dimension whose size is not positive.
 */
public final class LoopBounds {

  /** Every dimension has size 1. */
  public static final LoopBounds ONES = new LoopBounds(ones());

  private final long[] sizes; // by ordinal

  private LoopBounds(long[] sizes) {
    for (LoopDim dim : LoopDim.values()) {
      if (sizes[dim.ordinal()] < 1) {
        throw new IllegalArgumentException(
            "Loop dimension %s has size %d. It must be at least 1.".formatted(dim, sizes[dim.ordinal()]));
      }
    }
    this.sizes = sizes;
  }

  /** Return bounds with these sizes, and 1 for each dimension not named. */
  public static LoopBounds of(Map<LoopDim, Long> sizes) {
    long[] all = ones();
    sizes.forEach((dim, size) -> all[dim.ordinal()] = size);
    return new LoopBounds(all);
  }

  /** Return these bounds with one size changed. */
  public LoopBounds with(LoopDim dim, long size) {
    long[] changed = sizes.clone();
    changed[dim.ordinal()] = size;
    return new LoopBounds(changed);
  }

  /** Return the size of a dimension. */
  public long get(LoopDim dim) {
    return sizes[dim.ordinal()];
  }

  /**
   * Return the product of all sizes.
   *
   * @throws ArithmeticException if it exceeds a {@code long}
   */
  public long product() {
    long product = 1;
    for (long size : sizes) {
      product = Math.multiplyExact(product, size);
    }
    return product;
  }

  private static long[] ones() {
    long[] ones = new long[LoopDim.values().length];
    Arrays.fill(ones, 1);
    return ones;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LoopBounds bounds && Arrays.equals(sizes, bounds.sizes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sizes);
  }

  @Override
  public String toString() {
    var named = new EnumMap<LoopDim, Long>(LoopDim.class);
    for (LoopDim dim : LoopDim.values()) {
      if (get(dim) > 1) {
        named.put(dim, get(dim));
      }
    }
    return named.toString();
  }
}
