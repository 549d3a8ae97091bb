package org.imc.onnx.translate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.imc.onnx.file.Numbers;
import org.imc.onnx.translate.Value.Source;

/** Pooling with a kernel and over whole images. */
final class Pools {

  private Pools() { }

  /** Return the translation of pooling with a kernel. */
  static Operator windowed(String kind) {
    return node -> {
      Value image = image(node);
      var sliding = Sliding.of(node.node(), image, node.node().integers("kernel_shape"));
      Convolutions.requireOneImage(node, image);
      if (node.node().integer("ceil_mode", 0) != 0) {
        sliding = sliding.reachingOver();
      }
      long channels = image.size(1);
      Stream<String> window = sliding.isGlobal() ? Stream.of("global") : Arrays.stream(sliding.properties());
      Source source = node.plain("pool", List.of(node.read(image, sliding.inputLayout(channels))),
          sliding.outputLayout(channels), Stream.concat(Stream.of(kind), window).toArray(String[]::new));
      node.define(0, Value.of(source, sliding.outputShape(image.size(0), channels, image.rank() - 2), image.bits()));
    };
  }

  /** Return the translation of pooling that leaves one value a channel. */
  static Operator global(String kind) {
    return node -> {
      Value image = image(node);
      if (image.rank() < 3) {
        throw new UnsupportedNode("what it pools has only %d axes".formatted(image.rank()));
      }
      boolean channelsLast = node.node().integer("channels_last", 0) != 0;
      int channelAxis = channelsLast ? image.rank() - 1 : 1;
      long[] shape = new long[image.rank()];
      Arrays.fill(shape, 1);
      shape[0] = image.size(0);
      shape[channelAxis] = image.size(channelAxis);
      node.define(0, pooled(node, image, kind, image.size(channelAxis), shape));
    };
  }

  /** Return the translation of a reduction, which is pooling if it leaves one value a channel, or a feature of tokens. */
  static Operator reduction(String kind) {
    return node -> {
      Value image = node.input(0);
      boolean kept = node.node().integer("keepdims", 1) != 0;
      long[] axes = axes(node, image);
      boolean[] reduced = new boolean[image.rank()];
      for (long axis : axes) {
        reduced[Shapes.axis(axis, image.rank())] = true;
      }
      long[] shape = IntStream.range(0, image.rank())
          .filter(axis -> kept || !reduced[axis])
          .mapToLong(axis -> reduced[axis] ? 1 : image.size(axis))
          .toArray();
      int channelAxis = image.rank() == 3 ? 2 : 1;
      boolean pools = image.rank() >= 3 && !reduced[0] && !reduced[channelAxis] && axes.length == image.rank() - 2;
      node.define(0, image.isConstant() ? Value.constant(shape, 0, null)
          : pools ? pooled(node, image, kind, image.size(channelAxis), shape)
          : node.moved("", List.of(image), shape));
    };
  }

  private static Value image(NodeContext node) throws UnsupportedNode {
    Value image = node.input(0);
    if (image.isConstant()) {
      throw new UnsupportedNode("what it pools is constant");
    }
    return image;
  }

  private static long[] axes(NodeContext node, Value image) throws UnsupportedNode {
    if (node.optional(1).isPresent()) {
      return Numbers.whole(node.numbers(1, "axes"));
    }
    long[] all = LongStream.range(0, image.rank()).toArray();
    return node.node().integers("axes", all);
  }

  private static Value pooled(NodeContext node, Value image, String kind, long channels, long[] shape)
      throws UnsupportedNode {
    Convolutions.requireOneImage(node, image);
    long pixels = node.perInference(image.elements()) / channels;
    Layout own = node.layout(image);
    Layout layout = own.channels() == channels ? own : new Layout(channels, pixels, 1);
    Source source = node.plain("pool", List.of(node.read(image, layout)), Layout.features(channels), kind, "global");
    return Value.of(source, shape, image.bits());
  }
}
