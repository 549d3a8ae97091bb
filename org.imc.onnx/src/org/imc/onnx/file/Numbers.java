package org.imc.onnx.file;

import java.util.Arrays;

/** Lists of numbers as the file has them: whole ones up to 2^53 are exact, larger ones only mean "to the end". */
public final class Numbers {

  private Numbers() { }

  /** Return numbers as whole ones. */
  public static long[] whole(double[] numbers) {
    return Arrays.stream(numbers).mapToLong(number -> (long) number).toArray();
  }

  /** Return whole numbers as any. */
  public static double[] of(long... numbers) {
    return Arrays.stream(numbers).asDoubleStream().toArray();
  }
}
