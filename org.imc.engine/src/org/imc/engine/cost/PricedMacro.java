package org.imc.engine.cost;

import org.imc.engine.arch.Macro;
import org.imc.engine.result.MacroCost;

/**
 * A macro with what follows from it alone, worked out once for all layers.
 *
 * @param macro the macro
 * @param cost at its peak
 * @param array what its array costs while it computes
 */
public record PricedMacro(Macro macro, MacroCost cost, ArrayCost array) {

  /** Price a macro. */
  public static PricedMacro of(Macro macro) {
    return new PricedMacro(macro, MacroCostModel.of(macro), ArrayCost.of(macro));
  }
}
