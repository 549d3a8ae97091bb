package org.imc.onnx.translate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.imc.onnx.file.Numbers;
import org.jspecify.annotations.Nullable;

/** Parts of tensors, which are views, and tensors put together. */
final class Parts {

  private Parts() { }

  static void split(NodeContext node) throws UnsupportedNode {
    Value value = node.input(0);
    int axis = Shapes.axis(node.node().integer("axis", 0), value.rank());
    int count = node.node().outputs().size();
    long each = Math.ceilDiv(value.size(axis), count);
    long[] equal = IntStream.range(0, count)
        .mapToLong(i -> Math.max(0, Math.min(each, value.size(axis) - i * each)))
        .toArray();
    long[] sizes = node.optional(1).isPresent()
        ? Numbers.whole(node.numbers(1, "sizes"))
        : node.node().integers("split", equal);
    if (sizes.length != count || Arrays.stream(sizes).sum() != value.size(axis)) {
      throw new UnsupportedNode("its parts %s are not %d of %d".formatted(Arrays.toString(sizes), count, value.size(axis)));
    }
    int start = 0;
    for (int i = 0; i < count; i++) {
      if (node.isWanted(i)) {
        long[] shape = Shapes.with(value.shape(), axis, sizes[i]);
        int end = start + (int) sizes[i];
        node.define(i, part(node, value, shape, value.rank() == 1 ? IntStream.range(start, end).toArray() : null));
      }
      start += (int) sizes[i];
    }
  }

  static void slice(NodeContext node) throws UnsupportedNode {
    Value value = node.input(0);
    long[] starts = list(node, 1, "starts");
    long[] ends = list(node, 2, "ends");
    long[] axes = node.optional(3).isPresent() ? Numbers.whole(node.numbers(3, "axes"))
        : node.node().integers("axes", LongStream.range(0, starts.length).toArray());
    long[] steps = new long[starts.length];
    Arrays.fill(steps, 1);
    steps = node.optional(4).isPresent() ? Numbers.whole(node.numbers(4, "steps")) : steps;
    if (ends.length != starts.length || axes.length != starts.length || steps.length != starts.length) {
      throw new UnsupportedNode("its starts, ends, axes and steps are not as many");
    }
    long[] shape = value.shape();
    int[] taken = null;
    for (int i = 0; i < starts.length; i++) {
      int axis = Shapes.axis(axes[i], value.rank());
      long size = value.size(axis);
      long step = steps[i];
      if (step == 0) {
        throw new UnsupportedNode("a step is 0");
      }
      long start = bounded(starts[i], size, step < 0);
      long end = bounded(ends[i], size, step < 0);
      long count = Math.max(0, Math.ceilDiv(end - start, step));
      shape = Shapes.with(shape, axis, count);
      if (value.numbers() != null && value.rank() == 1) {
        taken = IntStream.range(0, (int) count).map(k -> (int) (start + k * step)).toArray();
      }
    }
    node.define(0, part(node, value, shape, taken));
  }

  private static long[] list(NodeContext node, int index, String what) throws UnsupportedNode {
    return node.node().attributes().containsKey(what) ? node.node().integers(what) : Numbers.whole(node.numbers(index, what));
  }

  /** Return an end of a slice as a place: negative ones count from the back, those outside stand at the end. */
  private static long bounded(long place, long size, boolean backwards) {
    long counted = place < 0 && place >= -size ? place + size : place;
    return backwards ? Math.max(-1, Math.min(counted, size - 1)) : Math.max(0, Math.min(counted, size));
  }

  /** Take elements by index: a view where the network gives the data, a look-up in memory where it gives the indices. */
  static void gather(NodeContext node) throws UnsupportedNode {
    Value data = node.input(0);
    Value indices = node.input(1);
    int axis = Shapes.axis(node.node().integer("axis", 0), data.rank());
    long[] shape = LongStream.concat(
        LongStream.concat(Arrays.stream(data.shape(), 0, axis), Arrays.stream(indices.shape())),
        Arrays.stream(data.shape(), axis + 1, data.rank())).toArray();
    if (!indices.isConstant()) {
      List<Value> reads = data.isConstant() ? List.of(indices) : List.of(data, indices);
      node.define(0, node.moved("", reads, shape).withBits(data.bits()));
      return;
    }
    double[] places = indices.numbers();
    int[] taken = null;
    if (data.rank() == 1 && data.numbers() != null && places != null) {
      taken = new int[places.length];
      for (int i = 0; i < taken.length; i++) {
        taken[i] = Shapes.axis((long) places[i], (int) data.size(0));
      }
    }
    if (!data.isConstant() && Shapes.product(shape, 0, shape.length) > data.elements()) {
      node.define(0, node.moved("", List.of(data), shape)); // some elements are taken more than once
    } else {
      node.define(0, part(node, data, shape, taken));
    }
  }

  /** Return a part of a value; of a list of known numbers, those at the places taken. */
  private static Value part(NodeContext node, Value whole, long[] shape, int @Nullable [] taken)
      throws UnsupportedNode {
    if (whole.isConstant()) {
      double[] numbers = whole.numbers();
      return whole.withShape(shape).withNumbers(
          numbers == null || taken == null ? null : Arrays.stream(taken).mapToDouble(i -> numbers[i]).toArray());
    }
    long elements = Shapes.product(shape, 0, shape.length);
    if (elements < 1) {
      throw new UnsupportedNode("it takes nothing");
    }
    if (elements == whole.elements()) {
      return whole.withShape(shape);
    }
    return Value.of(node.part(whole, node.canonical(shape)), shape, whole.bits());
  }

  static void concat(NodeContext node) throws UnsupportedNode {
    concat(node, node.inputs());
  }

  /** Join quantised tensors: the scale and the zero point of the result, then each tensor with its own. */
  static void concatQuantised(NodeContext node) throws UnsupportedNode {
    var values = new ArrayList<Value>();
    for (int input = 2; input < node.node().inputs().size(); input += 3) {
      values.add(node.input(input));
    }
    concat(node, values);
  }

  private static void concat(NodeContext node, List<Value> values) throws UnsupportedNode {
    if (values.isEmpty()) {
      throw new UnsupportedNode("it joins nothing");
    }
    Value first = values.getFirst();
    int axis = Shapes.axis(node.node().integer("axis", 0), first.rank());
    long size = 0;
    for (Value each : values) {
      if (each.rank() != first.rank() || !Arrays.equals(Shapes.with(each.shape(), axis, 1), Shapes.with(first.shape(), axis, 1))) {
        throw new UnsupportedNode("it joins %s and %s".formatted(Arrays.toString(first.shape()), Arrays.toString(each.shape())));
      }
      size += each.size(axis);
    }
    long[] shape = Shapes.with(first.shape(), axis, size);
    List<Value> computed = values.stream().filter(value -> !value.isConstant()).toList();
    boolean channels = axis == 1 && first.rank() == 4 || axis == 2 && first.rank() == 3 || axis == 1 && first.rank() == 2;
    if (computed.isEmpty()) {
      node.define(0, Value.constant(shape, first.bits(), null));
    } else if (channels && computed.size() == values.size() && values.size() > 1) {
      Layout layout = node.canonical(shape);
      List<String> from = values.stream().map(value -> node.read(value, node.canonical(value.shape()))).toList();
      node.define(0, Value.of(node.plain("concat", from, layout), shape, first.bits()));
    } else if (values.size() == 1) {
      node.define(0, first);
    } else {
      node.define(0, node.moved("", computed, shape));
    }
  }
}
