package org.imc.engine.workload;

/**
 * How a kernel slides over the input.
 *
 * @param strideY step between output rows, in input rows
 * @param strideX step between output columns, in input columns
 * @param dilationY distance of neighbouring kernel rows, in input rows
 * @param dilationX distance of neighbouring kernel columns, in input columns
 * @param inputHeight stored input rows (padding not included)
 * @param inputWidth stored input columns (padding not included)
 */
public record Window(
    long strideY, long strideX, long dilationY, long dilationX, long inputHeight, long inputWidth) {

  public Window {
    if (strideY < 1 || strideX < 1 || dilationY < 1 || dilationX < 1 || inputHeight < 1 || inputWidth < 1) {
      throw new IllegalArgumentException(
          "A window needs strides, dilations and input sizes of at least 1, but has strides %d x %d, dilations %d x %d, input %d x %d."
              .formatted(strideY, strideX, dilationY, dilationX, inputHeight, inputWidth));
    }
  }

  /** Return the window of a layer without a kernel: dense layers and matmuls. */
  public static Window none(long inputHeight, long inputWidth) {
    return new Window(1, 1, 1, 1, inputHeight, inputWidth);
  }

  /** Return how many distinct stored input rows {@code outputRows} outputs and {@code kernelRows} taps touch. */
  public long inputRows(long outputRows, long kernelRows) {
    return Math.min(distinct(outputRows, kernelRows, strideY, dilationY), inputHeight);
  }

  /** Return how many distinct stored input columns {@code outputColumns} outputs and {@code kernelColumns} taps touch. */
  public long inputColumns(long outputColumns, long kernelColumns) {
    return Math.min(distinct(outputColumns, kernelColumns, strideX, dilationX), inputWidth);
  }

  /**
   * Return the number of distinct values of {@code stride*o + dilation*f}, o in [0, outputs), f in [0, taps).
   * With g = gcd(stride, dilation), two pairs coincide exactly when they differ by a multiple of
   * (dilation/g, -stride/g), so {@code outputs*taps - max(0, outputs - dilation/g) * max(0, taps - stride/g)} remain.
   */
  private static long distinct(long outputs, long taps, long stride, long dilation) {
    long g = stride == 1 || dilation == 1 ? 1 : gcd(stride, dilation); // asked often by the search, mostly of 1
    long repeatedOutputs = Math.max(0, outputs - dilation / g);
    long repeatedTaps = Math.max(0, taps - stride / g);
    return Math.subtractExact(
        Math.multiplyExact(outputs, taps), Math.multiplyExact(repeatedOutputs, repeatedTaps));
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
