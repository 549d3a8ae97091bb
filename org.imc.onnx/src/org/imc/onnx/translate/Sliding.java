package org.imc.onnx.translate;

import java.util.Arrays;
import org.imc.onnx.file.OnnxNode;

/**
 * How a kernel slides over an image, or over a signal as an image of width 1.
 *
 * @param input height and width of what it slides over, zeros of earlier nodes not included
 * @param kernel height and width
 * @param stride likewise
 * @param dilation likewise
 * @param pads zeros at the top, left, bottom and right
 */
record Sliding(long[] input, long[] kernel, long[] stride, long[] dilation, long[] pads) {

  private static final int AXES = 2;

  /** Return how the kernel of a convolution or pooling slides over a value of shape (batch, channels, height[, width]). */
  static Sliding of(OnnxNode node, Value over, long[] kernel) throws UnsupportedNode {
    int axes = over.rank() - 2;
    if (axes > AXES) {
      throw new UnsupportedNode("it slides over %d axes, but a layer here over %d at most".formatted(axes, AXES));
    }
    if (axes < 1 || kernel.length != axes) {
      throw new UnsupportedNode("it slides over %d axes with a kernel of %d".formatted(Math.max(0, axes), kernel.length));
    }
    long[] ones = new long[axes];
    Arrays.fill(ones, 1);
    long[] given = node.integers("pads", new long[2 * axes]);
    long[] stride = image(node.integers("strides", ones), 1);
    long[] dilation = image(node.integers("dilations", ones), 1);
    long[] size = image(Arrays.copyOfRange(over.shape(), 2, over.rank()), 1);
    if (given.length != 2 * axes || Arrays.stream(given).anyMatch(zeros -> zeros < 0) || min(stride) < 1
        || min(dilation) < 1 || min(kernel) < 1) {
      throw new UnsupportedNode("its kernel, strides, dilations or pads are out of range");
    }
    var sliding = new Sliding(size, image(kernel, 1), stride, dilation,
        axes == 1 ? new long[] {given[0], 0, given[1], 0} : given);
    String automatic = node.text("auto_pad", "NOTSET");
    if (automatic.startsWith("SAME")) {
      sliding = sliding.withPads(sliding.samePads(automatic.equals("SAME_LOWER")));
    }
    return sliding.withEarlier(over.padding()).requireOutputs();
  }

  private static long[] image(long[] sizes, long otherwise) throws UnsupportedNode {
    return switch (sizes.length) {
      case 1 -> new long[] {sizes[0], otherwise};
      case AXES -> sizes;
      default -> throw new UnsupportedNode("its sizes %s are for another number of axes".formatted(Arrays.toString(sizes)));
    };
  }

  private static long min(long[] sizes) {
    return Arrays.stream(sizes).min().orElse(0);
  }

  private Sliding withPads(long... other) {
    return new Sliding(input, kernel, stride, dilation, other);
  }

  /** Take zeros that an earlier node put around the input for zeros of this one. */
  private Sliding withEarlier(long[] zeros) {
    var sum = new long[pads.length];
    Arrays.setAll(sum, side -> pads[side] + zeros[side]);
    long[] bare = {input[0] - zeros[0] - zeros[2], input[1] - zeros[1] - zeros[3]};
    return new Sliding(bare, kernel, stride, dilation, sum);
  }

  private long[] samePads(boolean lower) {
    var same = new long[2 * AXES];
    for (int axis = 0; axis < AXES; axis++) {
      long zeros = Math.max(0, (Math.ceilDiv(input[axis], stride[axis]) - 1) * stride[axis] + span(axis) - input[axis]);
      same[axis] = lower ? Math.ceilDiv(zeros, 2) : zeros / 2;
      same[axis + AXES] = zeros - same[axis];
    }
    return same;
  }

  private Sliding requireOutputs() throws UnsupportedNode {
    if (outputs(0) < 1 || outputs(1) < 1) {
      throw new UnsupportedNode("its kernel is larger than what it slides over");
    }
    return this;
  }

  /** Let the last step reach over the end, as pooling with {@code ceil_mode} does. */
  Sliding reachingOver() {
    long[] more = pads.clone();
    for (int axis = 0; axis < AXES; axis++) {
      long room = input[axis] + pads[axis] + pads[axis + AXES] - span(axis);
      long steps = Math.ceilDiv(room, stride[axis]);
      if (steps * stride[axis] < input[axis] + pads[axis]) { // a step that sees only zeros is not made
        more[axis + AXES] += Math.max(0, steps * stride[axis] - room);
      }
    }
    return withPads(more);
  }

  /** Return whether the kernel covers all there is, and nothing else. */
  boolean isGlobal() {
    return Arrays.equals(kernel, input) && Arrays.stream(pads).sum() == 0 && Arrays.stream(dilation).allMatch(step -> step == 1);
  }

  private long span(int axis) {
    return dilation[axis] * (kernel[axis] - 1) + 1;
  }

  long outputs(int axis) {
    return Math.floorDiv(input[axis] + pads[axis] + pads[axis + AXES] - span(axis), stride[axis]) + 1;
  }

  /** Return the shape of what it makes, of a batch of so many, for as many axes as it slides over. */
  long[] outputShape(long batch, long channels, int axes) {
    return axes == 1
        ? new long[] {batch, channels, outputs(0)}
        : new long[] {batch, channels, outputs(0), outputs(1)};
  }

  Layout inputLayout(long channels) {
    return new Layout(channels, input[0], input[1]);
  }

  Layout outputLayout(long channels) {
    return new Layout(channels, outputs(0), outputs(1));
  }

  /** Return its properties as they are written. */
  String[] properties() {
    return new String[] {"kernel " + extent(kernel), property("stride ", stride), padding(), property("dilation ", dilation)};
  }

  private static String property(String word, long[] sizes) {
    return sizes[0] == 1 && sizes[1] == 1 ? "" : word + extent(sizes);
  }

  private static String extent(long[] sizes) {
    return sizes[0] == sizes[1] ? Long.toString(sizes[0]) : sizes[0] + " x " + sizes[1];
  }

  private String padding() {
    boolean symmetric = pads[0] == pads[2] && pads[1] == pads[3];
    if (symmetric && pads[0] == pads[1]) {
      return pads[0] == 0 ? "" : "padding " + pads[0];
    }
    return symmetric
        ? "padding %d %d".formatted(pads[0], pads[1])
        : "padding %d %d %d %d".formatted(pads[0], pads[1], pads[2], pads[3]);
  }
}
