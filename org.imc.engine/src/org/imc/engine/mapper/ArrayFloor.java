package org.imc.engine.mapper;

import org.imc.engine.arch.Macro;
import org.imc.engine.arch.Quirk;
import org.imc.engine.cost.ArrayCost;
import org.imc.engine.cost.PricedMacro;

/**
 * The energy of a macro's array, and what it is at least, in a few operations.
 *
 * <p>Every term of an array's energy is proportional to the outputs in use or does not depend on them; of the rows that are
 * driven the same is true, but where driven rows count in the adder trees. So a few energies per number of added rows tell
 * all others, up to their last digits, of which the bounds keep clear. A space of designs needs one floor for each macro.
 */
public final class ArrayFloor {

  /** Sums of the same numbers in another order differ in their last digits. */
  private static final double LOOSE = 1 - 1e-9;

  /**
   * What is left at least of the product of two numbers, neither below 1, that are rounded half up: where the mean use counts,
   * outputs and rows are.
   */
  static final double LEAST_ROUNDED = 4.0 / 9;

  private final PricedMacro macro;
  private final double[] oneOutput; // by added rows: pJ of an activation
  private final double[] perOutput; // by added rows: pJ that one more output adds
  private final double perRow; // pJ that one more driven row adds at least

  private ArrayFloor(PricedMacro macro, double[] oneOutput, double[] perOutput, double perRow) {
    this.macro = macro;
    this.oneOutput = oneOutput;
    this.perOutput = perOutput;
    this.perRow = perRow;
  }

  /** Return the floor of a macro. */
  public static ArrayFloor of(Macro macro) {
    PricedMacro priced = PricedMacro.of(macro);
    ArrayCost array = priced.array();
    int inputs = macro.geometry().inputs();
    boolean hasOutputs = macro.geometry().outputs() > 1;
    double[] one = new double[inputs + 1];
    double[] more = new double[inputs + 1];
    for (int rows = 1; rows <= inputs; rows++) {
      one[rows] = array.energyPerActivationPj(1, rows, rows);
      more[rows] = hasOutputs ? array.energyPerActivationPj(2, rows, rows) - one[rows] : 0;
    }
    boolean isEvenInRows = inputs > 1 && !macro.model().has(Quirk.TREES_OF_DRIVEN_ROWS);
    double perRow = isEvenInRows ? (array.energyPerActivationPj(1, inputs, 1) - one[1]) / (inputs - 1) : 0;
    return new ArrayFloor(priced, one, more, perRow);
  }

  /** Return the macro. */
  public PricedMacro macro() {
    return macro;
  }

  /** Return an energy of an activation that is just below the true one, pJ. */
  double pjPerActivation(int outputs, int rows, int addedRows) {
    return (oneOutput[addedRows] + (outputs - 1) * perOutput[addedRows] + (rows - addedRows) * perRow) * LOOSE;
  }

  /**
   * Return the least energy of a multiply-accumulate, pJ, when at most so many outputs and rows can be used: what no unrolling
   * of any layer can beat. More outputs share what does not depend on them.
   */
  double pjPerMac(int outputs, int rows) {
    double least = Double.POSITIVE_INFINITY;
    for (int added = 1; added <= rows; added++) {
      least = Math.min(least, pjPerActivation(outputs, added, added) / added);
    }
    return least / outputs * (macro.array().chargesMeanUse() ? LEAST_ROUNDED : 1);
  }
}
