package org.imc.engine.cost;

import org.imc.engine.arch.TreeKind;

/** A tree of full adders that sums numbers of equal weight and width. Units: pJ per cycle, mm², ns. */
public sealed interface SumTree permits AdderTree, CarrySaveTree {

  /** Return a tree of a kind. */
  static SumTree of(TreeKind kind, int inputs, int width) {
    return switch (kind) {
      case RIPPLE_CARRY -> new AdderTree(inputs, width);
      case CARRY_SAVE -> new CarrySaveTree(inputs, width);
    };
  }

  /**
   * How many full adders of a tree switch.
   *
   * @param full with several active operands
   * @param half with a single one, the others constant 0
   */
  record Activity(long full, long half) {

    /** Return the energy of one cycle, pJ. */
    public double energyPj(GateLibrary gates) {
      return full * gates.fullAdderPj() + half * gates.halfActiveFullAdderPj();
    }
  }

  /** Return the numbers to add. */
  int inputs();

  /** Return the bits of each. */
  int width();

  /**
   * Return which full adders switch when only the first inputs are used and the others rest at 0.
   *
   * @param used inputs in use; more than all counts as all
   */
  Activity activity(long used);

  /** Return the delay from an input to the last bit of the sum, ns. */
  double delayNs(GateLibrary gates);

  /** Return the bits of the sum. */
  default int outputWidth() {
    return width() + AdderTree.ceilLog2(inputs());
  }

  /** Return all full adders of the tree. */
  default long fullAdders() {
    return activity(inputs()).full();
  }

  /** Return the area of the tree, mm². */
  default double areaMm2(GateLibrary gates) {
    return fullAdders() * gates.fullAdderMm2();
  }

  /** Refuse a tree that cannot be. */
  static void require(int inputs, int width) {
    if (inputs < 1 || width < 1) {
      throw new IllegalArgumentException(
          "An adder tree of %d inputs of %d bits cannot be. Both must be at least 1.".formatted(inputs, width));
    }
  }
}
