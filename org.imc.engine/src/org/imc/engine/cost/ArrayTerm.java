package org.imc.engine.cost;

import org.imc.engine.result.Component;

/**
 * One term of the energy of an array: what it costs while some outputs and rows are in use.
 *
 * <p>Units: pJ. A bit cycle applies some bits of the inputs to all rows, in as many cycles as groups of rows take turns.
 */
sealed interface ArrayTerm
    permits ArrayTerm.PerRow, ArrayTerm.AllRows, ArrayTerm.PerOutput, ArrayTerm.PerMacro, ArrayTerm.OfInputs, LayerTree {

  /** Return what spends it. */
  Component component();

  /** Return the energy of some bit cycles, pJ. */
  double pj(double outputs, double rows, double addedRows, int bitCycles);

  /** Energy per driven row and bit cycle. */
  record PerRow(Component component, double pj) implements ArrayTerm {
    @Override
    public double pj(double outputs, double rows, double addedRows, int bitCycles) {
      return pj * rows * bitCycles;
    }
  }

  /** Energy per row of the array, used or not, and bit cycle. */
  record AllRows(Component component, double pj, int rows) implements ArrayTerm {
    @Override
    public double pj(double outputs, double usedRows, double addedRows, int bitCycles) {
      return pj * rows * bitCycles;
    }
  }

  /** Energy per output and cycle; {@code cycles} of them in a bit cycle. */
  record PerOutput(Component component, double pj, double cycles) implements ArrayTerm {
    @Override
    public double pj(double outputs, double rows, double addedRows, int bitCycles) {
      return pj * outputs * bitCycles * cycles;
    }
  }

  /** Energy of the whole macro per cycle; {@code cycles} of them in a bit cycle. */
  record PerMacro(Component component, double pj, double cycles) implements ArrayTerm {
    @Override
    public double pj(double outputs, double rows, double addedRows, int bitCycles) {
      return pj * bitCycles * cycles;
    }
  }

  /** Energy of a step that sums the inputs in use; so many of them at once, the others in further cycles. */
  record OfInputs(ReadOutStage stage, int inputsAtOnce, boolean countsDrivenRows, int serialCycles)
      implements ArrayTerm {
    @Override
    public Component component() {
      return stage.component();
    }

    @Override
    public double pj(double outputs, double rows, double addedRows, int bitCycles) {
      long added = (long) (countsDrivenRows ? rows : addedRows); // whole: only analog macros charge fractions
      if (stage.oncePerActivation()) {
        return stage.pj(Math.min(added, inputsAtOnce)) * outputs * bitCycles / serialCycles;
      }
      double pjPerOutput = added / inputsAtOnce * stage.pj((long) inputsAtOnce) + stage.pj(added % inputsAtOnce);
      return pjPerOutput * outputs * bitCycles;
    }
  }

  /** Return the energy of some terms, pJ. */
  static double sum(ArrayTerm[] terms, double outputs, double rows, double addedRows, int bitCycles) {
    double sum = 0;
    for (ArrayTerm term : terms) {
      sum += term.pj(outputs, rows, addedRows, bitCycles);
    }
    return sum;
  }
}
