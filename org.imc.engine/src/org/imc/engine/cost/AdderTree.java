package org.imc.engine.cost;

/**
 * A tree of ripple-carry adders that sums the products of one column group, all of equal weight.
 *
 * <p>Shape: stage k adds pairs of numbers of {@code width + k - 1} bits with one full adder per bit and hands on numbers
 * one bit wider. Any number of inputs: a number without a partner is sign-extended and waits for the next stage, so it
 * costs nothing there and is as wide as its later partner. With N a power of two the count is the published
 * N(b+1) - (b + log2 N + 1).
 * <p>Units: counts of full adders; energy in pJ per cycle, area in mm², delay in ns.
 * <p>Source: released {@code zigzag-imc} (df34a6f) for powers of two; the rule for other counts is this project's.
 *
 * @param inputs numbers to add, at least 1
 * @param width bits of each, at least 1
 */
public record AdderTree(int inputs, int width) implements SumTree {

  public AdderTree {
    SumTree.require(inputs, width);
  }

  /** Return the stages of the tree. */
  public int depth() {
    return ceilLog2(inputs);
  }

  /**
   * {@inheritDoc}
   *
   * <p>An adder with two active operands is fully active, one with a single active operand half active, one with none at
   * rest. For powers of two this equals the published recursive halving.
   */
  @Override
  public Activity activity(long used) {
    long full = 0;
    long half = 0;
    int bits = width;
    long active = Math.clamp(used, 0, inputs);
    for (long numbers = inputs; numbers > 1; numbers = (numbers + 1) / 2) {
      full += active / 2 * bits;
      if (active % 2 == 1 && active < numbers) { // the last active number meets a resting one
        half += bits;
      }
      active = (active + 1) / 2;
      bits++;
    }
    return new Activity(full, half);
  }

  @Override
  public double delayNs(GateLibrary gates) {
    if (inputs == 1) {
      return 0;
    }
    return (depth() - 1) * gates.inputToSumNs()
        + gates.inputToCarryNs()
        + (width + depth() - 2) * gates.carryToCarryNs();
  }

  /** Return the least d with 2<sup>d</sup> at least {@code count}. */
  static int ceilLog2(int count) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(count - 1);
  }
}
