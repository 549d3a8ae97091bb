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
  private final double[] perUpperWord; // of outputs: for one that goes up before it is complete, and comes back
  private final double[] perComplete; // of outputs: for one that goes up complete
  private final double complete;

  /**
   * What is exchanged at a cut.
   *
   * @param below words in the place below
   * @param above words through the place above; partial ones of outputs
   * @param laterBelow likewise, without the first tile
   * @param laterAbove likewise
   * @param laterComplete complete outputs, without the last tile
   * @param ends cycles of the first tile on its way down, or of the last on its way up
   * @param array cycles of these and in which the array writes weights or waits
   */
  record Amount(double below, double above, double laterBelow, double laterAbove, double laterComplete, double ends,
      double array) { }

  Exchange(Tolls tolls, Places places, Operand operand, int cut) {
    this.tolls = tolls;
    this.operand = operand;
    nest = tolls.nest;
    lower = places.of(operand).get(cut);
    upper = places.of(operand).get(cut + 1);
    perLowerWord = tolls.vector();
    perUpperWord = tolls.vector();
    perComplete = tolls.vector();
    complete = operand == Operand.OUTPUT ? nest.allOutputs() : 0;
    int width = nest.width(operand, true);
    if (isFree()) {
      return;
    }
    if (operand == Operand.OUTPUT) {
      tolls.moveSums(lower, true, 1, 0, perUpperWord);
      tolls.moveSums(upper, false, 1, 0, perUpperWord);
      tolls.moveSums(lower, true, 0, 1, perComplete);
      tolls.moveSums(upper, false, 0, 1, perComplete);
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

  /** Return whether nothing is ever exchanged: the weights stay in the cells. */
  private boolean isFree() {
    return lower != Places.IN_USE && nest.staysInCells(operand);
  }

  private void payForCells(int width) {
    perLowerWord[Tolls.ENERGY] = width * tolls.cellWritePjPerBit();
    if (tolls.length > 1 && tolls.pingPong()) { // all that a macro gets at once goes into its driven rows, one after the other
      double together = (double) nest.elements(Operand.WEIGHT, nest.perMacro) * nest.copies() * nest.usedMacros;
      perLowerWord[Tolls.CELL_PORT] = nest.drivenRows / together;
    }
  }

  /**
   * Return what is exchanged so often.
   *
   * @param inside the steps below the cut
   */
  Amount amount(long[] inside, double times) {
    if (lower == Places.IN_USE) {
      return new Amount(times, 0, 0, 0, 0, 0, 0);
    }
    if (isFree()) {
      return new Amount(0, 0, 0, 0, 0, 0, 0);
    }
    if (operand == Operand.OUTPUT) {
      return ofOutputs(inside, nest.elements(Operand.OUTPUT, Nest.times(inside, nest.perChip)), times);
    }
    double below = lower == Places.CELLS
        ? (double) nest.elements(Operand.WEIGHT, Nest.times(inside, nest.perMacro)) * nest.copies() * nest.usedMacros
        : (double) nest.elements(operand, lower, inside) * nest.instances(lower);
    double above = (double) nest.elements(operand, upper, inside) * nest.instances(upper);
    double moving = Math.max(busiest(perLowerWord, below), busiest(perUpperWord, above));
    double rows = lower == Places.CELLS ? nest.rows(inside) : 0;
    double ends = Math.max(rows, moving);
    boolean writing = lower == Places.CELLS && !tolls.pingPong(); // all the time that an exchange takes
    double array = writing ? ends * times : ends + waits(inside, moving, times);
    return new Amount(below * times, above * times, below * (times - 1), above * (times - 1), 0, ends, array);
  }

  private Amount ofOutputs(long[] inside, double tile, double times) {
    double partial = tile * times - complete;
    double ends = busiest(perComplete, tile);
    double array = ends + waits(inside, partial > 0 ? busiest(perUpperWord, tile) : ends, times);
    return new Amount(0, partial, 0, partial, complete - tile, ends, array);
  }

  /** Return how long the array waits while all tiles but one are exchanged for the next. */
  private double waits(long[] inside, double moving, double times) {
    if (lower == Places.CELLS || nest.level(lower).doubleBuffered()) {
      return 0;
    }
    double pass = 1;
    for (LoopDim dim : LoopDim.values()) {
      pass *= NestReplay.concerns(dim, operand) ? inside[dim.ordinal()] : 1;
    }
    return (times - 1) * Math.max(0, moving - tolls.computeCycles(pass));
  }

  /** Return the cycles in which the busiest memory port moves words. */
  private static double busiest(double[] perWord, double words) {
    double most = 0;
    for (int port = Tolls.PORTS; port < perWord.length; port++) {
      most = Math.max(most, perWord[port] * words);
    }
    return most;
  }

  /** Return one component of the toll for an amount. */
  double toll(int component, Amount amount) {
    return switch (component) {
      case Tolls.ENERGY -> perLowerWord[component] * amount.below + perUpperWord[component] * amount.above
          + perComplete[component] * complete;
      case Tolls.ARRAY -> amount.array;
      default -> amount.ends + perLowerWord[component] * amount.laterBelow + perUpperWord[component] * amount.laterAbove
          + perComplete[component] * amount.laterComplete;
    };
  }

  /** Add the toll for an amount. */
  void add(Amount amount, double[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += toll(i, amount);
    }
  }

  /**
   * Add what no exchange can be below: each word once, but through a place for one word one by one; and of the latency only
   * how long cells and ports are busy.
   */
  void addLeast(double[] sum) {
    double times = 1;
    if (lower == Places.IN_USE) {
      for (LoopDim dim : LoopDim.values()) {
        times *= NestReplay.concerns(dim, Operand.WEIGHT) ? nest.steps[dim.ordinal()] : 1;
      }
    }
    Amount once = amount(nest.steps, times);
    for (int i = 0; i < sum.length; i++) {
      sum[i] += i == Tolls.ARRAY ? 0
          : perLowerWord[i] * once.below + perUpperWord[i] * once.above + perComplete[i] * complete;
    }
    if (lower == Places.CELLS && sum.length > 1 && !tolls.pingPong()) {
      sum[Tolls.ARRAY] += once.array;
    }
  }

  /**
   * Return the words that the place below keeps of so many steps; infinitely many when the array has no room for them, or
   * when weights that stay in the cells are not all among them.
   */
  double kept(long[] inside) {
    if (isFree() && !nest.hasAllWeights(inside)) {
      return Double.POSITIVE_INFINITY;
    }
    if (lower >= 0) {
      return nest.kept(operand, lower, inside);
    }
    long room = lower == Places.IN_USE ? 1 : nest.cellRoom();
    return nest.elements(Operand.WEIGHT, inside) <= room ? 0 : Double.POSITIVE_INFINITY;
  }
}
