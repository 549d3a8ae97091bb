package org.imc.engine.cost;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The formula of a part of a cost.
 *
 * @param template with each symbol's label in braces: <code>6·{C_g}·{V}²</code>
 */
public record Formula(String template) {

  private static final Pattern BRACES = Pattern.compile("\\{([^}]*)\\}");

  /** Return the symbols in it, in order of first appearance. */
  public Set<Symbol> symbols() {
    return BRACES.matcher(template).results().map(hit -> symbol(hit.group(1)))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Return the formula with something in place of each symbol, such as its label or its value. */
  public String with(Function<Symbol, String> text) {
    return BRACES.matcher(template).replaceAll(hit -> Matcher.quoteReplacement(text.apply(symbol(hit.group(1)))));
  }

  private static Symbol symbol(String label) {
    return Arrays.stream(Symbol.values()).filter(symbol -> symbol.label().equals(label)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no symbol '%s'.".formatted(label)));
  }
}
