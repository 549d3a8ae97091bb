package org.imc.engine.certificate;

import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.Operand;

/** One cut of one operand in a nest: what it costs to exchange what lies below it, and how large that is. */
final class Exchange {

  final Operand operand;
  final int lower;
  final int upper;
  private final Tolls tolls;
  private final Nest nest;
  private final double[] perLowerWord;
  private final double[] perUpperWord;
  private final double[] always; // however often
  private final double complete;

  Exchange(Tolls tolls, Places places, Operand operand, int cut) {
    this.tolls = tolls;
    this.operand = operand;
    nest = tolls.nest;
    lower = places.of(operand).get(cut);
    upper = places.of(operand).get(cut + 1);
    perLowerWord = tolls.vector();
    perUpperWord = tolls.vector();
    always = tolls.vector();
    complete = operand == Operand.OUTPUT ? nest.allOutputs() : 0;
    int width = nest.width(operand, true);
    if (operand == Operand.OUTPUT) {
      tolls.moveSums(lower, true, 1, 0, perUpperWord);
      tolls.moveSums(upper, false, 1, 0, perUpperWord);
      tolls.moveSums(lower, true, 0, complete, always);
      tolls.moveSums(upper, false, 0, complete, always);
    } else if (lower == Places.IN_USE) {
      perLowerWord[Tolls.ENERGY] = tolls.prechargePj();
    } else {
      if (lower == Places.CELLS) {
        payForCells(width);
      } else {
        tolls.move(lower, false, width, perLowerWord);
      }
      tolls.move(upper, true, width, perUpperWord);
    }
  }

  private void payForCells(int width) {
    perLowerWord[Tolls.ENERGY] = width * tolls.cellWritePjPerBit();
    if (tolls.length > 1) { // all that a macro gets at once goes into its driven rows, a weight of each multiplier by turns
      double together = (double) nest.elements(Operand.WEIGHT, nest.perMacro) * nest.copies() * nest.usedMacros;
      perLowerWord[Tolls.ROW_WRITES] = nest.drivenRows / together;
    }
  }

  /**
   * Return the words below the cut, and above it, that are exchanged so often.
   *
   * @param inside the steps below the cut
   */
  double[] words(long[] inside, double times) {
    if (operand == Operand.OUTPUT) {
      double words = (double) nest.elements(Operand.OUTPUT, Nest.times(inside, nest.perChip)) * times;
      return new double[] {0, words - complete};
    }
    if (lower == Places.IN_USE) {
      return new double[] {times, 0};
    }
    double below = lower == Places.CELLS
        ? (double) nest.elements(Operand.WEIGHT, Nest.times(inside, nest.perMacro)) * nest.copies() * nest.usedMacros
        : (double) nest.elements(operand, lower, inside) * nest.instances(lower);
    return new double[] {below * times, (double) nest.elements(operand, upper, inside) * nest.instances(upper) * times};
  }

  /** Return one component of the toll for words. */
  double toll(int component, double[] words) {
    return always[component] + perLowerWord[component] * words[0] + perUpperWord[component] * words[1];
  }

  /** Add the toll for words. */
  void add(double[] words, double[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += toll(i, words);
    }
  }

  /** Return the words of the least that can be exchanged: each once, but through a place for one word one by one. */
  double[] leastWords() {
    double times = 1;
    if (lower == Places.IN_USE) {
      for (LoopDim dim : LoopDim.values()) {
        times *= NestReplay.concerns(dim, Operand.WEIGHT) ? nest.steps[dim.ordinal()] : 1;
      }
    }
    return words(nest.steps, times);
  }

  /** Return the words that the place below keeps of so many steps; infinitely many when the array has no room for them. */
  double kept(long[] inside) {
    if (lower >= 0) {
      return nest.kept(operand, lower, inside);
    }
    long room = lower == Places.IN_USE ? 1 : nest.architecture.macro().geometry().weightsPerMultiplier();
    return nest.elements(Operand.WEIGHT, inside) <= room ? 0 : Double.POSITIVE_INFINITY;
  }
}
