package org.imc.engine.mapping;

import org.imc.engine.workload.LoopDim;

/** One loop of a nest, or one spatial unrolling. */
public record Loop(LoopDim dim, long size) {

  public Loop {
    if (size < 1) {
      throw new IllegalArgumentException("Loop %s has size %d. It must be at least 1.".formatted(dim, size));
    }
  }

  @Override
  public String toString() {
    return dim + " " + size;
  }
}
