package org.imc.engine.arch;

import java.util.Arrays;

/**
 * How much of a macro switches: for each part the share of its cells that switch in a cycle, 0 to 1.
 *
 * <p>The published model switches everything in every cycle ({@link #FULL}); published efficiencies are measured with
 * data that switch less. Energy alone depends on it.
 *
 * @param dacs converters of the rows
 * @param wordlines loads that the inputs swing along their rows; the published model counts none
 * @param adcs conversions
 * @param bitlines cells that load a bit line
 * @param multipliers 1-bit multipliers
 * @param trees adder trees
 * @param placeValue place-value trees
 * @param accumulators accumulators, their registers included
 * @param registers pipeline registers
 */
public record Activity(
    double dacs, double wordlines, double adcs, double bitlines, double multipliers, double trees,
    double placeValue, double accumulators, double registers) {

  /** What the published model assumes. */
  public static final Activity FULL = new Activity(1, 0, 1, 1, 1, 1, 1, 1, 1);

  public Activity {
    double[] shares =
        {dacs, wordlines, adcs, bitlines, multipliers, trees, placeValue, accumulators, registers};
    if (!Arrays.stream(shares).allMatch(Activity::isShare)) { // also refuses NaN
      throw new IllegalArgumentException(
          "An activity of %s is not between 0 and 1.".formatted(
              Arrays.stream(shares).filter(share -> !isShare(share)).findFirst().orElseThrow()));
    }
  }

  /**
   * Return the activity that follows from the data alone.
   *
   * <p>A bit of an input changes with the toggle rate; a bit of a product is 1 with the density. Multipliers and adder trees
   * see both, converters of the rows and place-value trees behind ADCs the first, bit lines and ADCs the second, and
   * the registers of accumulators and pipelines neither.
   *
   * <p>Source: the macro function of the ICCAD 2023 scripts ({@code zigzag-imc}, 1705762) for analog macros, the
   * validation scripts ({@code zigzag-imc}, df34a6f) for digital ones.
   *
   * @param toggle share of input bits that change from one cycle to the next
   * @param density share of bits that are 1: one less the bit sparsity
   * @param analog whether a place-value tree stands behind ADCs
   */
  public static Activity of(double toggle, double density, boolean analog) {
    double both = toggle * density;
    return new Activity(toggle, 0, density, density, both, both, analog ? toggle : 1, 1, 1);
  }

  static boolean isShare(double value) {
    return value >= 0 && value <= 1;
  }
}
