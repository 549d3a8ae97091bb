package org.imc.engine.cost;

import org.imc.engine.result.Component;
import org.jspecify.annotations.Nullable;

/**
 * One step of the read-out of one output, priced.
 *
 * <p>Shape: what stands under one output is divided into {@code groups}, each of which sums the inputs of one column or one
 * input bit; only those of inputs in use switch. Behind the sum over the inputs everything switches ({@code groups} is 0).
 * <p>Units: pJ per cycle, mm² and ns of one output.
 *
 * @param component what it is
 * @param groups equal groups that sum inputs; 0 behind them
 * @param reach inputs of a group that came together in each number before this step
 * @param tree of a step that adds inputs; null of one that does not
 * @param fullAdderPj energy of a full adder of the trees of all groups, both operands active
 * @param halfActivePj energy of a full adder of the trees of all groups, one operand constant
 * @param pj energy when all is in use: of a number in all groups, where there are groups; otherwise of all
 * @param count how many stand under one output
 * @param mm2 area of one
 * @param ns delay
 * @param parts whether it ends a stage of the pipeline
 * @param oncePerActivation whether it works behind the accumulator
 */
record ReadOutStage(
    Component component,
    int groups,
    int reach,
    @Nullable SumTree tree,
    double fullAdderPj,
    double halfActivePj,
    double pj,
    long count,
    double mm2,
    double ns,
    boolean parts,
    boolean oncePerActivation) {

  /** Return whether the energy depends on the inputs in use. */
  boolean sumsInputs() {
    return groups > 0;
  }

  /** Return the energy of one cycle in which this many inputs are added, pJ. */
  double pj(long addedInputs) {
    if (!sumsInputs()) {
      return pj;
    }
    long numbers = Math.ceilDiv(addedInputs, (long) reach);
    if (tree == null) {
      return numbers * pj;
    }
    SumTree.Activity last = tree.activity(numbers % tree.inputs());
    long full = numbers / tree.inputs() * tree.fullAdders() + last.full();
    return full * fullAdderPj + last.half() * halfActivePj;
  }
}
