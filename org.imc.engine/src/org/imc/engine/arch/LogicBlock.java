package org.imc.engine.arch;

import java.util.List;

/**
 * Logic that a chip has beside the generic macro, such as the alignment of floating-point numbers: so many adders, registers
 * and gates.
 *
 * @param name what it does
 * @param place how often a macro has it
 * @param adders ripple-carry adders of two numbers
 * @param registers words of flip-flops
 * @param gates two-input gates
 * @param activity share of its cells that switch in a cycle, 0 to 1; 0 where it rests in the mode that is priced
 * @param critical whether its adders, one entry after the other, stand in series behind the read-out
 */
public record LogicBlock(
    String name, Place place, List<Words> adders, List<Words> registers, long gates, double activity, boolean critical) {

  /** How often a macro has a block. */
  public enum Place {
    MACRO, OUTPUT, COLUMN, ROW;

    /** Return how many a macro has. Columns are those read at the same time. */
    public long count(MacroGeometry geometry) {
      return switch (this) {
        case MACRO -> 1;
        case OUTPUT -> geometry.outputs();
        case COLUMN -> geometry.activeColumns();
        case ROW -> geometry.inputs();
      };
    }
  }

  /**
   * Equal adders or registers.
   *
   * @param count how many
   * @param bits of each
   */
  public record Words(int count, int bits) {
    public Words {
      if (count < 1 || bits < 1) {
        throw new IllegalArgumentException(
            "Logic of %d words of %d bits cannot be. Both must be at least 1.".formatted(count, bits));
      }
    }

    /** Return the bits in all. */
    public long total() {
      return (long) count * bits;
    }
  }

  public LogicBlock {
    adders = List.copyOf(adders);
    registers = List.copyOf(registers);
    Require.notNegative("Logic", name, "number of gates", gates, "gates");
    if (!Activity.isShare(activity)) {
      throw new IllegalArgumentException(
          "Logic '%s' has an activity of %s. It must be between 0 and 1.".formatted(name, activity));
    }
  }
}
