package org.imc.engine.mapping;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.imc.engine.workload.LoopDim;

/** A direction in which an architecture computes in parallel. */
public enum ArrayAxis {
  /** D1: outputs side by side along the word lines, counted in column groups (weights, not bits). */
  COLUMNS(LoopDim.K, LoopDim.OY, LoopDim.OX),
  /** D2: inputs accumulated along the bit lines. */
  ROWS(LoopDim.C, LoopDim.FY, LoopDim.FX),
  /** D3: macros side by side; nothing adds the sums of different macros. */
  MACROS(LoopDim.B, LoopDim.G, LoopDim.K, LoopDim.OY, LoopDim.OX);

  private final Set<LoopDim> dims;

  ArrayAxis(LoopDim first, LoopDim... others) {
    dims = Collections.unmodifiableSet(EnumSet.of(first, others));
  }

  /** Return the dimensions that can be unrolled along it. */
  public Set<LoopDim> dims() {
    return dims;
  }
}
