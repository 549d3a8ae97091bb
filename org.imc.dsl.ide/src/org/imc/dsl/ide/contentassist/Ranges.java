package org.imc.dsl.ide.contentassist;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.imc.dsl.quantity.Dimension;
import org.imc.dsl.quantity.QuantityRule;

/** Say what a property accepts. */
public final class Ranges {

  private Ranges() { }

  /** Return words such as {@code a voltage, 0.1 to 5 V}. */
  public static String describe(QuantityRule rule) {
    String what = rule.dimensions().stream().map(Dimension::description).collect(Collectors.joining(" or "));
    String unit = rule.dimensions().get(0).canonicalUnit();
    return "%s, %s to %s%s".formatted(
        what, text(rule.least()), text(rule.most()), unit.isEmpty() ? "" : " " + unit);
  }

  private static String text(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
