package org.imc.engine.cost;

/**
 * A tree of ripple-carry adders that sums numbers of place values 2<sup>0</sup>, 2<sup>1</sup>, 2<sup>2</sup> …: the
 * columns of a weight behind the ADCs of an analog macro, the input bits applied at once of a digital one.
 *
 * <p>Shape: neighbours are added pair by pair; n numbers of p bits have a sum of p + n bits. Adding a high block to a low
 * block of l numbers takes one full adder per bit of the high block and one per place value of the low one. Any count: a block
 * without a partner waits for the next stage. With n a power of two the count is the published p(n-1) + n(log2 n - 1/2).
 * <p>Units: counts of full adders (fractional where p is); energy in pJ per cycle, area in mm², delay in ns.
 * <p>Source: released {@code zigzag-imc} (df34a6f) for powers of two; the rule for other counts is this project's.
 *
 * @param numbers how many, at least 1
 * @param width bits of each, above 0; fractional behind an ADC of fractional resolution
 * @param spacing bits between the place values of neighbours: 1, or 2 where inputs are recoded two bits at a time (own)
 */
public record PlaceValueTree(int numbers, double width, int spacing) {

  /** A tree of neighbouring place values. */
  public PlaceValueTree(int numbers, double width) {
    this(numbers, width, 1);
  }

  public PlaceValueTree {
    if (numbers < 1 || !(width > 0) || spacing < 1) {
      throw new IllegalArgumentException("A place-value tree of %d numbers of %s bits cannot be. Both must be positive."
          .formatted(numbers, width));
    }
  }

  /** Return whether there is anything to add. */
  public boolean isPresent() {
    return numbers > 1;
  }

  /** Return the stages of the tree. */
  public int depth() {
    return AdderTree.ceilLog2(numbers);
  }

  /** Return the bits of the sum. */
  public double outputWidth() {
    return blockWidth(numbers);
  }

  /** Return all full adders of the tree. */
  public double fullAdders() {
    double adders = 0;
    int blocks = numbers;
    int last = 1; // numbers in the last block; all others hold `size`
    for (int size = 1; blocks > 1; size *= 2) {
      int pairs = blocks / 2;
      boolean lastIsPaired = blocks % 2 == 0;
      int equalPairs = lastIsPaired ? pairs - 1 : pairs;
      adders += equalPairs * (blockWidth(size) + spacing * size);
      if (lastIsPaired) {
        adders += blockWidth(last) + spacing * size;
        last += size;
      }
      blocks -= pairs;
    }
    return adders;
  }

  /** Return the energy of one cycle, pJ. */
  public double energyPj(GateLibrary gates) {
    return fullAdders() * gates.fullAdderPj();
  }

  /** Return the area of the tree, mm². */
  public double areaMm2(GateLibrary gates) {
    return fullAdders() * gates.fullAdderMm2();
  }

  /**
   * Return the delay from an input to the last bit of the sum, ns.
   *
   * @param carries how many bits the carry ripples through in the last adder; the releases disagree on it
   */
  public double delayNs(GateLibrary gates, double carries) {
    if (!isPresent()) {
      return 0;
    }
    return (depth() - 1) * gates.inputToSumNs() + gates.inputToCarryNs() + carries * gates.carryToCarryNs();
  }

  private double blockWidth(int count) {
    return count == 1 ? width : width + (spacing * (count - 1) + 1);
  }
}
