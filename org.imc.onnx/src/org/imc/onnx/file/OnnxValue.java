package org.imc.onnx.file;

import java.util.List;

/**
 * What the graph says of an input or of what a node makes.
 *
 * @param name what nodes call it
 * @param type its element type, one of {@link ElementType}
 * @param hasShape whether its number of dimensions is known
 * @param dimensions its sizes
 */
public record OnnxValue(String name, int type, boolean hasShape, List<Dimension> dimensions) {

  /**
   * One size.
   *
   * @param size the size; 0 where it is left open
   * @param name what it is called where it is left open; may be empty
   */
  public record Dimension(long size, String name) { }
}
