package org.imc.engine.cost;

/**
 * A carry-save tree that sums the products of one column group, all of equal weight: levels of full adders that compress
 * three bits of a place to one, and a carry to the next place, until no place has more than two bits; then one
 * ripple-carry adder.
 *
 * <p>Shape: a level brings every place to the next smaller of the heights 2, 3, 4, 6, 9, 13 … with as few adders as do, so
 * that the number of levels is least; where one bit is too many, a half adder does, which counts as a full adder, as the
 * lowest bit of the published ripple-carry adders does. Places are compressed in the order in which their bits are in use,
 * so that bits in use meet. Signed numbers take the same adders: their sign bits enter inverted, and the constant that this
 * asks for is the accumulator's first value. Any number of inputs. That the lowest places of the last adder are ready early
 * is not counted.
 * <p>Units: counts of full adders; energy in pJ per cycle, area in mm², delay in ns.
 * <p>Source: compressors: Wallace, A suggestion for a fast multiplier, IEEE Trans. Electronic Computers 1964; heights: Dadda,
 * Some schemes for parallel multipliers, Alta Frequenza 1965; the full adder is that of {@link GateLibrary}; trees partly in
 * use are this project's.
 *
 * @param inputs numbers to add, at least 1
 * @param width bits of each, at least 1
 */
public record CarrySaveTree(int inputs, int width) implements SumTree {

  /** Bits of a place that the last adder takes. */
  private static final int OPERANDS = 2;

  public CarrySaveTree {
    SumTree.require(inputs, width);
  }

  /** Return the levels of compressors in front of the last adder. */
  public int levels() {
    int levels = 0;
    for (int height = OPERANDS; height < inputs; height = above(height)) {
      levels++;
    }
    return levels;
  }

  /** Return the bits of the last adder. */
  public int lastAdderBits() {
    var places = new Places(inputs);
    places.compress();
    return places.lastAdderBits();
  }

  @Override
  public Activity activity(long used) {
    var places = new Places(Math.clamp(used, 0, inputs));
    places.compress();
    places.add();
    return new Activity(places.full, places.half);
  }

  @Override
  public double delayNs(GateLibrary gates) {
    return inputs == 1
        ? 0
        : levels() * gates.inputToSumNs() + gates.inputToCarryNs() + (lastAdderBits() - 1) * gates.carryToCarryNs();
  }

  /** Return the height from which one level comes down to a height. */
  private static int above(int height) {
    return (int) Math.min(height * 3L / 2, Integer.MAX_VALUE);
  }

  /** Return the greatest height that a level can come down to below another. */
  private static int below(int height) {
    int target = OPERANDS;
    while (above(target) < height) {
      target = above(target);
    }
    return target;
  }

  /** The bits of each place, and how many of them are in use. */
  private final class Places {

    private final int[] bits = new int[outputWidth()];
    private final int[] used = new int[outputWidth()];
    private long full;
    private long half;

    Places(long inputsInUse) {
      for (int place = 0; place < width; place++) {
        bits[place] = inputs;
        used[place] = (int) inputsInUse;
      }
    }

    void compress() {
      for (int height = inputs; height > OPERANDS; ) {
        height = below(height);
        compress(height);
      }
    }

    private void compress(int height) {
      int carries = 0; // from the place below
      int usedCarries = 0;
      for (int place = 0; place < bits.length; place++) {
        int excess = Math.max(0, bits[place] + carries - height);
        int threes = excess / 2; // each takes two bits away
        int twos = excess % 2;
        int inUse = used[place];
        int allInUse = Math.min(threes, inUse / 3);
        int sums = allInUse;
        int active = allInUse;
        inUse -= 3 * allInUse;
        for (int operands : new int[] {allInUse < threes ? 3 : 0, 2 * twos}) { // those that may be partly in use
          int taken = Math.min(inUse, operands);
          sums += taken > 0 ? 1 : 0;
          active += taken > 1 ? 1 : 0;
          inUse -= taken;
        }
        full += active;
        half += sums - active;
        bits[place] += carries - 2 * threes - twos;
        used[place] = inUse + sums + usedCarries;
        carries = threes + twos;
        usedCarries = active; // of a single operand in use there is no carry
      }
    }

    int lastAdderBits() {
      int bitsOfAdder = 0;
      for (int place = 0; place < bits.length; place++) {
        bitsOfAdder += bits[place] == OPERANDS || bitsOfAdder > 0 && bits[place] > 0 ? 1 : 0;
      }
      return bitsOfAdder;
    }

    void add() {
      int carry = 0;
      boolean adds = false;
      for (int place = 0; place < bits.length; place++) {
        adds |= bits[place] == OPERANDS;
        if (adds && bits[place] > 0) {
          int operands = used[place] + carry;
          carry = operands > 1 ? 1 : 0;
          full += carry;
          half += operands == 1 ? 1 : 0;
        }
      }
    }
  }
}
