package org.imc.onnx.translate;

import java.util.Optional;
import org.imc.onnx.file.ElementType;

/** Where widths change: what stands between is only shown to the layers in another type. */
final class Quantisation {

  private static final int USUAL_BITS = 8;

  private static final int MOST_BITS = 32;

  private Quantisation() { }

  /** Take what is quantised as so wide as its zero point, or as the type that is asked for. */
  static void quantize(NodeContext node) throws UnsupportedNode {
    int asked = ElementType.quantisedBits((int) node.node().integer("output_dtype", 0));
    node.define(0, node.input(0).withBits(asked > 0 ? asked : zeroPointBits(node, 2)).withNumbers(null));
  }

  static void quantizeDynamically(NodeContext node) throws UnsupportedNode {
    node.define(0, node.input(0).withBits(USUAL_BITS));
    node.define(1, Value.constant(new long[0], 0, null));
    node.define(2, Value.constant(new long[0], USUAL_BITS, null));
  }

  /** Quantise to any width, as training with QONNX or Brevitas writes it. */
  static void quantizeToWidth(NodeContext node) throws UnsupportedNode {
    double[] width = node.numbers(3, "width");
    if (width.length != 1 || !(width[0] >= 1 && width[0] <= MOST_BITS)) {
      throw new UnsupportedNode("its width is not one number from 1 to %d".formatted(MOST_BITS));
    }
    node.define(0, node.input(0).withBits((int) Math.ceil(width[0])).withNumbers(null));
  }

  static void binarize(NodeContext node) throws UnsupportedNode {
    node.define(0, node.input(0).withBits(1).withNumbers(null));
  }

  /** Return an operator on quantised tensors, which gives what it makes the width of its output's zero point. */
  static Operator quantised(Operator operator, int zeroPoint) {
    return node -> {
      operator.translate(node);
      node.redefine(0, value -> value.withBits(zeroPointBits(node, zeroPoint)));
    };
  }

  private static int zeroPointBits(NodeContext node, int index) {
    return node.optional(index).map(Value::bits).filter(bits -> bits > 0).orElse(USUAL_BITS);
  }
}
