package org.imc.engine.mapper;

import org.imc.engine.workload.Operand;

/**
 * How many cuts of each operand are placed, numbered so that placing a cut leads to a higher number. Where output cuts are
 * placed, the number also tells whether sums were complete at the last of them: it decides how wide they are kept above.
 */
final class Positions {

  final int count;
  private final int[] cuts = new int[Operand.values().length];
  private final int inputRadix;
  private final int outputRadix;

  Positions(Chains chains) {
    for (Operand operand : Operand.values()) {
      cuts[operand.ordinal()] = chains.cuts(operand);
    }
    inputRadix = cuts[Operand.INPUT.ordinal()] + 1;
    outputRadix = 1 + 2 * cuts[Operand.OUTPUT.ordinal()];
    count = (cuts[Operand.WEIGHT.ordinal()] + 1) * inputRadix * outputRadix;
  }

  /** Return the number of cuts of an operand that are placed, which is the index of its next cut. */
  int placed(int position, Operand operand) {
    return switch (operand) {
      case WEIGHT -> position / outputRadix / inputRadix;
      case INPUT -> position / outputRadix % inputRadix;
      case OUTPUT -> (position % outputRadix + 1) / 2;
    };
  }

  /** Return whether an operand has no cut left to place. */
  boolean isDone(int position, Operand operand) {
    return placed(position, operand) == cuts[operand.ordinal()];
  }

  /** Return whether all cuts are placed. */
  boolean isEnd(int position) {
    return isDone(position, Operand.WEIGHT) && isDone(position, Operand.INPUT) && isDone(position, Operand.OUTPUT);
  }

  /** Return whether sums were complete at the last output cut; false before the first. */
  boolean isComplete(int position) {
    int output = position % outputRadix;
    return output > 0 && output % 2 == 0;
  }

  /** Return the position after placing the next cut of an operand; {@code complete} counts for outputs only. */
  int next(int position, Operand operand, boolean complete) {
    return switch (operand) {
      case WEIGHT -> position + inputRadix * outputRadix;
      case INPUT -> position + outputRadix;
      case OUTPUT -> {
        int rest = position - position % outputRadix;
        yield rest + 1 + 2 * placed(position, operand) + (complete ? 1 : 0);
      }
    };
  }
}
