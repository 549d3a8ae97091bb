package org.imc.engine.workload;

import java.util.List;
import org.imc.engine.ElementId;

/**
 * A layer that multiplies and accumulates on the macros: a convolution, a dense layer or a matmul.
 *
 * <p>Shape: the loop nest of {@link LoopDim} with sizes {@code bounds}. The input has
 * {@code inputHeight x inputWidth} stored elements per channel, padding not included (padding is never stored or moved).
 *
 * @param id the element of the source
 * @param name the name shown to people
 * @param operation the field's word for it
 * @param bounds the size of each loop dimension
 * @param window strides, dilations and the stored input size
 * @param precision operand widths
 * @param dynamicWeights whether the WEIGHT operand is an activation (matmul), so that it changes with each inference
 * @param predecessors the layers whose outputs are read
 */
public record MacLayer(
    ElementId id,
    String name,
    String operation,
    LoopBounds bounds,
    Window window,
    Precision precision,
    boolean dynamicWeights,
    List<String> predecessors)
    implements Layer {

  public MacLayer {
    predecessors = List.copyOf(predecessors);
  }

  @Override
  public long macs() {
    return bounds.product();
  }

  @Override
  public long outputElements() {
    return elements(Operand.OUTPUT);
  }

  /**
   * Return the number of distinct stored elements of an operand.
   *
   * @throws ArithmeticException if it exceeds a {@code long}
   */
  public long elements(Operand operand) {
    return elements(operand, bounds);
  }

  /**
   * Return the number of distinct elements of an operand that a tile of this layer touches.
   *
   * @param tile the size of each loop dimension inside the tile
   */
  public long elements(Operand operand, LoopBounds tile) {
    return switch (operand) {
      case WEIGHT -> product(tile, LoopDim.G, LoopDim.K, LoopDim.C, LoopDim.FY, LoopDim.FX);
      case OUTPUT -> product(tile, LoopDim.B, LoopDim.G, LoopDim.K, LoopDim.OY, LoopDim.OX);
      case INPUT -> Math.multiplyExact(
          product(tile, LoopDim.B, LoopDim.G, LoopDim.C),
          Math.multiplyExact(
              window.inputRows(tile.get(LoopDim.OY), tile.get(LoopDim.FY)),
              window.inputColumns(tile.get(LoopDim.OX), tile.get(LoopDim.FX))));
    };
  }

  private static long product(LoopBounds tile, LoopDim... dims) {
    long product = 1;
    for (LoopDim dim : dims) {
      product = Math.multiplyExact(product, tile.get(dim));
    }
    return product;
  }
}
