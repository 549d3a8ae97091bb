package org.imc.onnx.translate;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.imc.onnx.file.Numbers;
import org.imc.onnx.file.OnnxAttribute;

/** Operators that the macros have no part in and that are known: they move what they read and what they make. */
final class Movements {

  /** Those that put zeros around themselves. */
  private static final Set<String> SLIDING = Set.of("Conv", "MaxPool", "AveragePool", "ConvInteger", "QLinearConv");

  private Movements() { }

  /** Return the translation of an operator that makes as much as its first input has: softmax, normalisation. */
  static Operator sameShape() {
    return node -> {
      Value value = node.input(0);
      List<Value> reads = node.inputs().stream().filter(input -> !input.isConstant()).toList();
      node.define(0, reads.isEmpty() ? value.withNumbers(null) : node.moved("", reads, value.shape()));
    };
  }

  /** Repeat a tensor along axes that have size 1, up to a shape. */
  static void expand(NodeContext node) throws UnsupportedNode {
    Value value = node.input(0);
    moved(node, value, Shapes.broadcast(value.shape(), Numbers.whole(node.numbers(1, "shape"))));
  }

  static void tile(NodeContext node) throws UnsupportedNode {
    Value value = node.input(0);
    scaled(node, value, node.numbers(1, "repeats"));
  }

  /** Resize an image, by scales or to sizes. */
  static Operator resize(int scales, int sizes) {
    return node -> {
      Value value = node.input(0);
      boolean hasSizes = node.optional(sizes).map(given -> given.numbers() != null && given.elements() > 0).orElse(false);
      if (hasSizes) {
        moved(node, value, Numbers.whole(node.numbers(sizes, "sizes")));
      } else {
        scaled(node, value, node.numbers(scales, "scales"));
      }
    };
  }

  /** Resize an image as versions 7 to 9 of the operators did: by scales alone, an attribute at first. */
  static void upsample(NodeContext node) throws UnsupportedNode {
    OnnxAttribute given = node.node().attributes().get("scales");
    scaled(node, node.input(0), given == null ? node.numbers(1, "scales") : given.numbers());
  }

  private static void scaled(NodeContext node, Value value, double[] factors) throws UnsupportedNode {
    if (factors.length != value.rank()) {
      throw new UnsupportedNode("it has factors for %d axes, not for %d".formatted(factors.length, value.rank()));
    }
    var shape = new long[factors.length];
    Arrays.setAll(shape, axis -> (long) Math.floor(value.size(axis) * factors[axis]));
    moved(node, value, shape);
  }

  private static void moved(NodeContext node, Value value, long[] shape) throws UnsupportedNode {
    if (Arrays.stream(shape).anyMatch(size -> size < 1)) {
      throw new UnsupportedNode("it makes a tensor of size %s".formatted(Arrays.toString(shape)));
    }
    boolean same = Arrays.equals(shape, value.shape());
    node.define(0, value.isConstant() || same
        ? value.withShape(shape).withNumbers(same ? value.numbers() : null)
        : node.moved("", List.of(value), shape));
  }

  /** Put zeros around an image: those of the layers behind, if they slide over it, and stored ones otherwise. */
  static void pad(NodeContext node) throws UnsupportedNode {
    Value value = node.input(0);
    long[] zeros = node.node().attributes().containsKey("pads")
        ? node.node().integers("pads")
        : Numbers.whole(node.numbers(1, "pads"));
    int rank = value.rank();
    if (zeros.length != 2 * rank) {
      throw new UnsupportedNode("it has %d pads for %d axes".formatted(zeros.length, rank));
    }
    var shape = new long[rank];
    Arrays.setAll(shape, axis -> value.size(axis) + zeros[axis] + zeros[axis + rank]);
    boolean around = rank == 4 && zeros[0] + zeros[1] + zeros[4] + zeros[5] == 0
        && Arrays.stream(zeros).allMatch(each -> each >= 0)
        && node.node().text("mode", "constant").equals("constant");
    if (around && !value.isConstant() && !value.isPadded() && node.isReadOnlyBy(SLIDING)) {
      node.define(0, value.withPadding(new long[] {zeros[2], zeros[3], zeros[6], zeros[7]}, shape));
    } else {
      moved(node, value, shape);
    }
  }
}
