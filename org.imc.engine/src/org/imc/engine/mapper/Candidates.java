package org.imc.engine.mapper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;

/**
 * Spatial candidates in columns: the number of each in its {@link SpatialSpace}, and the counts that its compulsory cost
 * follows from. They depend on the layer and the size of the array, but on no cost.
 */
final class Candidates {

  /** How many fit. */
  static final int MOST = 4096;

  private final boolean rising; // steps in time, as floating-point numbers
  private final long[] codes;
  final long[] iterations;
  final int[] outputs;
  final int[] rows;
  final int[] addedRows;
  final int[] macros;
  final double[] inputWords;
  final double[] completeOutputs;
  final double[] weightRows;
  private int size;

  /**
   * What a candidate's compulsory cost follows from.
   *
   * @param iterations activations of each macro
   * @param outputs in use
   * @param rows driven
   * @param addedRows that one output adds up
   * @param macros in use
   * @param inputWords read from the lowest level of the inputs, for all activations
   * @param completeOutputs of the whole layer, ragged edges counted as full ones
   * @param weightRows rows written when every weight is written once
   */
  record Counts(long iterations, int outputs, int rows, int addedRows, int macros, double inputWords,
      double completeOutputs, double weightRows) { }

  /** Make room for as many as there may be, or as many as fit. */
  Candidates(long most) {
    this((int) Math.min(MOST, most), false);
  }

  private Candidates(int room, boolean rising) {
    this.rising = rising;
    codes = new long[room];
    iterations = new long[room];
    outputs = new int[room];
    rows = new int[room];
    addedRows = new int[room];
    macros = new int[room];
    inputWords = new double[room];
    completeOutputs = new double[room];
    weightRows = new double[room];
  }

  void add(long code, Counts counts) {
    codes[size] = code;
    iterations[size] = counts.iterations;
    outputs[size] = counts.outputs;
    rows[size] = counts.rows;
    addedRows[size] = counts.addedRows;
    macros[size] = counts.macros;
    inputWords[size] = counts.inputWords;
    completeOutputs[size] = counts.completeOutputs;
    weightRows[size] = counts.weightRows;
    size++;
  }

  void clear() {
    size = 0;
  }

  /** Return a copy that takes no more room than it needs. */
  Candidates copy() {
    var copy = new Candidates(size, rising);
    for (int i = 0; i < size; i++) {
      copy.add(codes[i], counts(i));
    }
    return copy;
  }

  /** Return candidates with those first that take the fewest steps in time, which are the better ones on the whole. */
  static List<Candidates> fewestStepsFirst(List<Candidates> all) {
    int count = all.stream().mapToInt(Candidates::size).sum();
    long[] order = new long[count]; // steps as floating-point bits, which rise with them, then the place
    int next = 0;
    for (int block = 0; block < all.size(); block++) {
      for (int i = 0; i < all.get(block).size; i++) {
        order[next++] = (long) Float.floatToIntBits(all.get(block).iterations[i]) << Integer.SIZE | block * MOST + i;
      }
    }
    Arrays.sort(order);
    List<Candidates> sorted = new ArrayList<>();
    for (int from = 0; from < count; from += MOST) {
      var some = new Candidates(Math.min(MOST, count - from), true);
      for (int i = from; i < Math.min(count, from + MOST); i++) {
        int place = (int) order[i];
        some.add(all.get(place / MOST).codes[place % MOST], all.get(place / MOST).counts(place % MOST));
      }
      sorted.add(some);
    }
    return sorted;
  }

  int size() {
    return size;
  }

  /**
   * Return how many come before those that take too many steps in time: all unless they are in the order of
   * {@link #fewestStepsFirst}.
   *
   * @param isTooMany of steps, and then of more steps too
   */
  int before(DoublePredicate isTooMany) {
    if (!rising) {
      return size;
    }
    int from = 0;
    int to = size;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (isTooMany.test(Math.nextDown((float) iterations[middle]))) { // rounded, they rise
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from;
  }

  long code(int i) {
    return codes[i];
  }

  /** Return the weights that each multiplier gets in all. */
  double weightsPerMultiplier(int i) {
    return weightRows[i] / rows[i];
  }

  Counts counts(int i) {
    return new Counts(iterations[i], outputs[i], rows[i], addedRows[i], macros[i], inputWords[i], completeOutputs[i],
        weightRows[i]);
  }
}
