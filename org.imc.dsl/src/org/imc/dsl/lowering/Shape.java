package org.imc.dsl.lowering;

/**
 * The size of one tensor of one inference.
 *
 * @param channels channels or features
 * @param height rows; 1 for features
 * @param width columns; 1 for features
 */
public record Shape(long channels, long height, long width) {

  /** Return the elements, as a flattening layer sees them. */
  public long elements() {
    return Math.multiplyExact(channels, Math.multiplyExact(height, width));
  }

  @Override
  public String toString() {
    return height == 1 && width == 1 ? Long.toString(channels) : "%d x %d x %d".formatted(channels, height, width);
  }
}
