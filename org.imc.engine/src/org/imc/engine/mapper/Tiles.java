package org.imc.engine.mapper;

import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.Operand;
import org.imc.engine.workload.Window;

/** Counts the elements of the operands of one layer in tiles, in doubles, which hold every count up to 2<sup>53</sup> exactly. */
final class Tiles {

  private static final int B = LoopDim.B.ordinal();
  private static final int G = LoopDim.G.ordinal();
  private static final int K = LoopDim.K.ordinal();
  private static final int C = LoopDim.C.ordinal();
  private static final int OY = LoopDim.OY.ordinal();
  private static final int OX = LoopDim.OX.ordinal();
  private static final int FY = LoopDim.FY.ordinal();
  private static final int FX = LoopDim.FX.ordinal();

  private final Window window;

  Tiles(Window window) {
    this.window = window;
  }

  /** Return the elements of an operand in a tile of sizes a·b. */
  double elements(Operand operand, long[] a, long[] b) {
    return switch (operand) {
      case WEIGHT -> (double) (a[G] * b[G]) * (a[K] * b[K]) * (a[C] * b[C]) * (a[FY] * b[FY]) * (a[FX] * b[FX]);
      case OUTPUT -> (double) (a[B] * b[B]) * (a[G] * b[G]) * (a[K] * b[K]) * (a[OY] * b[OY]) * (a[OX] * b[OX]);
      case INPUT -> (double) (a[B] * b[B]) * (a[G] * b[G]) * (a[C] * b[C])
          * window.inputRows(a[OY] * b[OY], a[FY] * b[FY])
          * window.inputColumns(a[OX] * b[OX], a[FX] * b[FX]);
    };
  }
}
