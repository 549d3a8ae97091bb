package org.imc.onnx.translate;

/**
 * A shape as the language has it: channels x height x width of one inference; features alone have height and width 1.
 */
record Layout(long channels, long height, long width) {

  static Layout features(long features) {
    return new Layout(features, 1, 1);
  }

  long elements() {
    return Math.multiplyExact(channels, Math.multiplyExact(height, width));
  }

  /** Return the shape as it is written. */
  @Override
  public String toString() {
    return height == 1 && width == 1 ? Long.toString(channels) : "%d x %d x %d".formatted(channels, height, width);
  }
}
