package org.imc.onnx.translate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.imc.onnx.file.Numbers;
import org.imc.onnx.file.OnnxAttribute;

/** The same elements in another shape or order: where they stand in memory is all that changes. */
final class Views {

  private Views() { }

  static void reshape(NodeContext node) throws UnsupportedNode {
    Value value = node.input(0);
    double[] given = node.optional(1).isPresent() && node.optional(1).get().numbers() != null
        ? node.numbers(1, "shape")
        : null;
    OnnxAttribute attribute = node.node().attributes().get("shape");
    long[] shape = given != null ? Numbers.whole(given)
        : attribute != null ? Numbers.whole(attribute.numbers())
        : node.declaredShape(0).orElseThrow(() -> new UnsupportedNode("its shape is not known before it runs"));
    boolean copiesZeros = node.node().integer("allowzero", 0) == 0;
    long known = 1;
    int open = -1;
    for (int axis = 0; axis < shape.length; axis++) {
      if (shape[axis] == 0 && copiesZeros && axis < value.rank()) {
        shape[axis] = value.size(axis);
      }
      if (shape[axis] < 0) {
        open = axis;
      } else {
        known = Math.multiplyExact(known, shape[axis]);
      }
    }
    if (open >= 0 && known > 0) {
      shape[open] = value.elements() / known;
      known *= shape[open];
    }
    if (known != value.elements()) {
      throw new UnsupportedNode("its shape %s does not hold the elements of %s"
          .formatted(Arrays.toString(shape), Arrays.toString(value.shape())));
    }
    node.define(0, value.withShape(shape));
  }

  static void flatten(NodeContext node) throws UnsupportedNode {
    Value value = node.input(0);
    long given = node.node().integer("axis", 1);
    int axis = given == value.rank() ? value.rank() : Shapes.axis(given, value.rank());
    node.define(0, value.withShape(
        Shapes.product(value.shape(), 0, axis), Shapes.product(value.shape(), axis, value.rank())));
  }

  static void transpose(NodeContext node) throws UnsupportedNode {
    Value value = node.input(0);
    long[] reversed = IntStream.range(0, value.rank()).mapToLong(axis -> value.rank() - 1L - axis).toArray();
    long[] order = node.node().integers("perm", reversed);
    if (!Arrays.equals(Arrays.stream(order).sorted().toArray(), Arrays.stream(reversed).sorted().toArray())) {
      throw new UnsupportedNode("its order %s is not one of %d axes".formatted(Arrays.toString(order), value.rank()));
    }
    long[] shape = Arrays.stream(order).map(axis -> value.size((int) axis)).toArray();
    node.define(0, value.rank() > 1 ? value.withShape(shape).withNumbers(null) : value);
  }

  static void squeeze(NodeContext node) throws UnsupportedNode {
    Value value = node.input(0);
    List<Integer> axes = axes(node, value.rank());
    long[] shape = IntStream.range(0, value.rank())
        .filter(axis -> axes.isEmpty() ? value.size(axis) != 1 : !axes.contains(axis))
        .mapToLong(value::size)
        .toArray();
    if (Shapes.product(shape, 0, shape.length) != value.elements()) {
      throw new UnsupportedNode("it takes away an axis whose size is not 1");
    }
    node.define(0, value.withShape(shape));
  }

  static void unsqueeze(NodeContext node) throws UnsupportedNode {
    Value value = node.input(0);
    int added = node.optional(1).isPresent()
        ? node.numbers(1, "axes").length
        : node.node().integers("axes").length;
    List<Integer> axes = axes(node, value.rank() + added);
    var shape = new ArrayList<Long>();
    int next = 0;
    for (int axis = 0; axis < value.rank() + added; axis++) {
      shape.add(axes.contains(axis) || next == value.rank() ? 1 : value.size(next++));
    }
    node.define(0, value.withShape(shape.stream().mapToLong(Long::longValue).toArray()));
  }

  /** Move blocks of pixels between height, width and channels. */
  static Operator blocks(boolean toDepth) {
    return node -> {
      Value value = node.input(0);
      long block = node.node().integer("blocksize", 1);
      long area = Math.multiplyExact(block, block);
      if (value.rank() != 4 || block < 1 || toDepth && (value.size(2) % block != 0 || value.size(3) % block != 0)
          || !toDepth && value.size(1) % area != 0) {
        throw new UnsupportedNode("its blocks of %d do not divide %s".formatted(block, Arrays.toString(value.shape())));
      }
      node.define(0, toDepth
          ? value.withShape(value.size(0), value.size(1) * area, value.size(2) / block, value.size(3) / block)
          : value.withShape(value.size(0), value.size(1) / area, value.size(2) * block, value.size(3) * block));
    };
  }

  private static List<Integer> axes(NodeContext node, int rank) throws UnsupportedNode {
    long[] given = node.optional(1).isPresent()
        ? Numbers.whole(node.numbers(1, "axes"))
        : node.node().integers("axes");
    var axes = new ArrayList<Integer>();
    for (long axis : given) {
      axes.add(Shapes.axis(axis, rank));
    }
    return axes;
  }
}
