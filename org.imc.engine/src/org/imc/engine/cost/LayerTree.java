package org.imc.engine.cost;

import org.imc.engine.arch.Quirk;
import org.imc.engine.result.Component;

/**
 * The adder tree of an output as the scripts of the ICCAD 2023 paper charge it in a mapped layer
 * ({@link Quirk#WIDE_TREES_IN_LAYERS}), though their peak figures and areas have the right one.
 *
 * @param stage the right tree, priced
 * @param tree the tree that is counted
 */
record LayerTree(ReadOutStage stage, AdderTree tree) implements ArrayTerm {

  @Override
  public Component component() {
    return stage.component();
  }

  @Override
  public double pj(double outputs, double rows, double addedRows, int bitCycles) {
    return pj(addedRows) * outputs * bitCycles;
  }

  private double pj(double addedRows) {
    if (addedRows >= tree.inputs()) {
      double naturalDepth = Math.floor(Math.log(tree.inputs()));
      double full = tree.inputs() * (tree.width() + 1.0) - (tree.width() + naturalDepth + 1);
      return full * stage.fullAdderPj();
    }
    SumTree.Activity active = tree.activity((long) addedRows);
    return active.full() * stage.fullAdderPj() + active.half() * stage.halfActivePj();
  }
}
