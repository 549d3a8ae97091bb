package org.imc.engine.mapper;

import org.imc.engine.arch.Macro;
import org.imc.engine.cost.ArrayCost;

/**
 * The least energy of an array for a multiply-accumulate, over all uses of so many outputs and rows at most: what no
 * unrolling of any layer can beat. Holds for every layer on the macro, so that a space of designs needs one for each macro.
 */
public final class ArrayFloor {

  private final int inputs;
  private final double[] leastPjPerMac;

  private ArrayFloor(int inputs, double[] leastPjPerMac) {
    this.inputs = inputs;
    this.leastPjPerMac = leastPjPerMac;
  }

  /** Return the floor of a macro. Tries every number of outputs and rows once. */
  public static ArrayFloor of(Macro macro) {
    ArrayCost array = ArrayCost.of(macro);
    int outputs = macro.geometry().outputs();
    int inputs = macro.geometry().inputs();
    double[] least = new double[outputs * inputs];
    for (int output = 1; output <= outputs; output++) {
      for (int input = 1; input <= inputs; input++) {
        int at = (output - 1) * inputs + input - 1;
        double pj = array.energyPerActivationPj(output, input, input) / output / input;
        double fewerRows = input == 1 ? pj : Math.min(pj, least[at - 1]);
        least[at] = output == 1 ? fewerRows : Math.min(fewerRows, least[at - inputs]);
      }
    }
    return new ArrayFloor(inputs, least);
  }

  /** Return the least energy, pJ, when at most so many outputs and rows can be used. */
  double pjPerMac(int outputs, int rows) {
    return leastPjPerMac[(outputs - 1) * inputs + rows - 1];
  }
}
