package org.imc.engine.mapper;

import org.imc.engine.workload.Operand;

/**
 * How many cuts of each operand are placed, numbered so that placing a cut leads to a higher number. Where output cuts are
 * placed, the number also tells whether sums were complete at the last of them: it decides how wide they are kept above.
 */
final class Positions {

  private static final int DONE = -1;

  final int count;
  private final boolean[] end;
  private final boolean[] complete;
  private final int[][] nextCut; // by operand and position
  private final int[][] ifComplete; // by operand and position: the position after placing the next cut
  private final int[][] ifPartial;

  Positions(Chains chains) {
    int weights = chains.cuts(Operand.WEIGHT) + 1;
    int inputs = chains.cuts(Operand.INPUT) + 1;
    int outputs = 1 + 2 * chains.cuts(Operand.OUTPUT); // none, then each partial and complete
    int operands = Operand.values().length;
    count = weights * inputs * outputs;
    end = new boolean[count];
    complete = new boolean[count];
    nextCut = new int[operands][count];
    ifComplete = new int[operands][count];
    ifPartial = new int[operands][count];
    for (int position = 0; position < count; position++) {
      int output = position % outputs;
      complete[position] = output > 0 && output % 2 == 0;
      set(chains, position, Operand.WEIGHT, position / outputs / inputs, inputs * outputs, inputs * outputs);
      set(chains, position, Operand.INPUT, position / outputs % inputs, outputs, outputs);
      int placed = (output + 1) / 2;
      int partial = 1 + 2 * placed - output;
      set(chains, position, Operand.OUTPUT, placed, partial, partial + 1);
      end[position] = isDone(position, Operand.WEIGHT) && isDone(position, Operand.INPUT)
          && isDone(position, Operand.OUTPUT);
    }
  }

  private void set(Chains chains, int position, Operand operand, int placed, int partial, int whole) {
    nextCut[operand.ordinal()][position] = placed == chains.cuts(operand) ? DONE : placed;
    ifPartial[operand.ordinal()][position] = position + partial;
    ifComplete[operand.ordinal()][position] = position + whole;
  }

  /**
   * Return, for each position and operand, the position after placing the next cut of the operand: first if sums are not
   * complete there, then if they are. Undefined for operands that are done.
   */
  int[] steps() {
    int operands = nextCut.length;
    int[] steps = new int[count * operands * 2];
    for (int position = 0; position < count; position++) {
      for (int operand = 0; operand < operands; operand++) {
        steps[(position * operands + operand) * 2] = ifPartial[operand][position];
        steps[(position * operands + operand) * 2 + 1] = ifComplete[operand][position];
      }
    }
    return steps;
  }

  /** Return the index of the next cut of an operand, which must not be done. */
  int nextCut(int position, Operand operand) {
    return nextCut[operand.ordinal()][position];
  }

  /** Return whether an operand has no cut left to place. */
  boolean isDone(int position, Operand operand) {
    return nextCut[operand.ordinal()][position] == DONE;
  }

  /** Return whether all cuts are placed. */
  boolean isEnd(int position) {
    return end[position];
  }

  /** Return whether sums were complete at the last output cut; false before the first. */
  boolean isComplete(int position) {
    return complete[position];
  }

  /** Return the position after placing the next cut of an operand; {@code complete} counts for outputs only. */
  int next(int position, Operand operand, boolean complete) {
    return (complete ? ifComplete : ifPartial)[operand.ordinal()][position];
  }
}
