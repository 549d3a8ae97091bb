package org.imc.engine.result;

import org.jspecify.annotations.Nullable;

/**
 * One term of an energy total.
 *
 * @param component what spends it
 * @param transfer for {@link Component#MEMORY}: which level, operand and direction; otherwise null
 * @param pj the energy, pJ; not negative
 */
public record EnergyPart(Component component, @Nullable Transfer transfer, double pj) {

  public EnergyPart {
    if ((component == Component.MEMORY) != (transfer != null)) {
      throw new IllegalArgumentException("Memory energy, and no other, belongs to a transfer: %s, %s."
          .formatted(component, transfer));
    }
    if (!(pj >= 0) || Double.isInfinite(pj)) { // also refuses NaN
      throw new IllegalArgumentException("The energy of %s is %s pJ. It must be finite and not negative."
          .formatted(component.label(), pj));
    }
  }

  /** Return a part of the array. */
  public static EnergyPart of(Component component, double pj) {
    return new EnergyPart(component, null, pj);
  }

  /** Return words that tell this part from all others: {@code ADC}, {@code sram read input}. */
  public String label() {
    return transfer == null ? component.label() : transfer.toString();
  }
}
