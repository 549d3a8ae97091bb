package org.imc.engine.arch;

/**
 * What a layer may use of the bit cells of a chip, and whether its weights stay there.
 *
 * @param macros that it may use
 * @param weightsPerMultiplier that it may keep at each multiplier of these macros
 * @param resident whether all of its weights are in the cells, and stay there from one inference to the next: they are not
 *     written for an inference, and take no room in any memory
 */
public record CellUse(int macros, int weightsPerMultiplier, boolean resident) {

  public CellUse {
    if (macros < 1 || weightsPerMultiplier < 1) {
      throw new IllegalArgumentException("A layer cannot use %d weights per multiplier of %d macros. It needs at least 1 of each."
          .formatted(weightsPerMultiplier, macros));
    }
  }
}
