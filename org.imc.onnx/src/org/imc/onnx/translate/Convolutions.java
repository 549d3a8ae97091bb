package org.imc.onnx.translate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.imc.onnx.translate.Value.Source;

/** Convolutions: plain, grouped and depthwise, over images and signals. */
final class Convolutions {

  private Convolutions() { }

  /** Return the translation of a convolution that has its image and its kernels at these inputs. */
  static Operator of(int image, int kernels) {
    return node -> node.define(0, convolution(node, node.input(image), node.input(kernels)));
  }

  private static Value convolution(NodeContext node, Value image, Value kernels) throws UnsupportedNode {
    if (!kernels.isConstant() || image.isConstant()) {
      throw new UnsupportedNode("its kernels are computed by the network");
    }
    if (kernels.rank() < 3 || image.rank() != kernels.rank()) {
      throw new UnsupportedNode("its image has %d axes and its kernels have %d".formatted(image.rank(), kernels.rank()));
    }
    long channels = kernels.size(0);
    long groups = node.node().integer("group", 1);
    long inputs = image.size(1);
    if (groups < 1 || channels < 1 || inputs != groups * kernels.size(1) || channels % groups != 0) {
      throw new UnsupportedNode("it has %d input channels, but %d kernels of %d channels in %d groups"
          .formatted(inputs, channels, kernels.size(1), groups));
    }
    var sliding = Sliding.of(node.node(), image, Arrays.copyOfRange(kernels.shape(), 2, kernels.rank()));
    requireOneImage(node, image);
    Source source = layer(node, image, kernels, sliding, groups);
    return Value.of(source, sliding.outputShape(image.size(0), channels, kernels.rank() - 2), 0);
  }

  private static Source layer(NodeContext node, Value image, Value kernels, Sliding sliding, long groups)
      throws UnsupportedNode {
    long channels = kernels.size(0);
    List<String> from = List.of(node.read(image, sliding.inputLayout(image.size(1))));
    boolean depthwise = groups > 1 && kernels.size(1) == 1;
    String[] own = depthwise
        ? new String[] {channels == groups ? "" : "multiplier " + channels / groups}
        : new String[] {"channels " + channels, groups == 1 ? "" : "groups " + groups};
    String[] properties = Stream.of(own, sliding.properties()).flatMap(Arrays::stream).toArray(String[]::new);
    return node.weighted(depthwise ? "depthwise" : "conv2d", kernels, image, from, sliding.outputLayout(channels), properties);
  }

  /** Refuse a convolution or pooling of several images for one inference. */
  static void requireOneImage(NodeContext node, Value images) throws UnsupportedNode {
    long each = Shapes.product(images.shape(), 1, images.rank());
    if (each < 1 || node.perInference(images.elements()) != each) {
      throw new UnsupportedNode("it works on %d images, not on one for each inference".formatted(images.size(0)));
    }
  }
}
