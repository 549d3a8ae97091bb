package org.imc.onnx.translate;

import java.util.Arrays;
import java.util.List;
import org.imc.onnx.translate.Value.Source;

/**
 * Transposed convolutions, as macros compute them: each pixel is multiplied with all taps of all kernels, which is a pointwise
 * convolution, and then the products of a pixel are moved to where they overlap and are added.
 */
final class TransposedConvolutions {

  private static final int AXES = 2;

  private TransposedConvolutions() { }

  static void translate(NodeContext node) throws UnsupportedNode {
    Value image = node.input(0);
    Value kernels = node.input(1);
    if (!kernels.isConstant() || image.isConstant()) {
      throw new UnsupportedNode("its kernels are computed by the network");
    }
    long groups = node.node().integer("group", 1);
    if (image.rank() != AXES + 2 || kernels.rank() != AXES + 2) {
      throw new UnsupportedNode("it works on %d axes with a kernel of %d".formatted(image.rank() - 2, kernels.rank() - 2));
    }
    if (groups < 1 || image.size(1) != kernels.size(0) || image.size(1) % groups != 0) {
      throw new UnsupportedNode("it has %d input channels, but kernels for %d in %d groups"
          .formatted(image.size(1), kernels.size(0), groups));
    }
    Convolutions.requireOneImage(node, image);
    long channels = Math.multiplyExact(kernels.size(1), groups);
    long taps = Math.multiplyExact(channels, Shapes.product(kernels.shape(), 2, kernels.rank()));
    long[] shape = {image.size(0), channels, size(node, image, kernels, 0), size(node, image, kernels, 1)};
    var pixels = new Layout(image.size(1), image.size(2), image.size(3));
    var products = new Layout(taps, image.size(2), image.size(3));
    Source source = node.weighted("conv2d", kernels, image, List.of(node.read(image, pixels)), products, "channels " + taps,
        groups == 1 ? "" : "groups " + groups, "kernel 1");
    Value multiplied = Value.of(source, new long[] {image.size(0), taps, image.size(2), image.size(3)}, image.bits());
    node.define(0, node.moved("", List.of(multiplied), shape));
  }

  /** Return the height (axis 0) or width of what it makes. */
  private static long size(NodeContext node, Value image, Value kernels, int axis) throws UnsupportedNode {
    long[] given = node.node().integers("output_shape");
    long[] ones = {1, 1};
    long[] strides = node.node().integers("strides", ones);
    long[] dilations = node.node().integers("dilations", ones);
    long[] more = node.node().integers("output_padding", new long[AXES]);
    long[] pads = node.node().integers("pads", new long[2 * AXES]);
    if (strides.length != AXES || dilations.length != AXES || more.length != AXES || pads.length != 2 * AXES) {
      throw new UnsupportedNode("its strides, dilations or pads are for another number of axes");
    }
    long pixels = image.size(axis + 2);
    long span = Math.addExact(Math.multiplyExact(dilations[axis], kernels.size(axis + 2) - 1), 1);
    boolean same = node.node().text("auto_pad", "NOTSET").startsWith("SAME");
    long size = given.length >= AXES ? given[given.length - AXES + axis]
        : same ? Math.multiplyExact(pixels, strides[axis])
        : Math.multiplyExact(strides[axis], pixels - 1) + more[axis] + span - pads[axis] - pads[axis + AXES];
    if (size < 1 || Arrays.stream(strides).anyMatch(stride -> stride < 1)) {
      throw new UnsupportedNode("it makes an image of size %d".formatted(size));
    }
    return size;
  }
}
