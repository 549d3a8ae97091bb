package org.imc.dsl.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.imc.engine.Engine;
import org.imc.engine.arch.Macro;
import org.imc.engine.cost.MacroExplanation;
import org.imc.engine.cost.MacroExplanation.Part;
import org.imc.engine.cost.MacroExplanation.Quantity;
import org.imc.engine.cost.Provenance;
import org.imc.engine.cost.Symbol;
import org.imc.engine.result.MacroCost;

/** Where the figures of a macro come from: parts, formulas with their numbers, constants and sources, as text. */
public final class ExplanationReport {

  private static final MathContext VALUE_DIGITS = new MathContext(6);
  private static final MathContext COUNT_DIGITS = new MathContext(9); // fewer than the rounding of a quotient spoils

  private final Macro macro;
  private final MacroCost cost;
  private final Set<Symbol> symbols = new TreeSet<>();
  private final List<String> lines = new ArrayList<>();

  private ExplanationReport(Macro macro) {
    this.macro = macro;
    cost = Engine.macroCost(macro);
  }

  /**
   * Return the text.
   *
   * @param sources what is cited, by who cites it
   */
  public static String render(Macro macro, List<Quantity> quantities, Map<String, String> sources) {
    var report = new ExplanationReport(macro);
    report.lines.add("Macro %s at its peak: all rows and columns used in every cycle".formatted(macro.id()));
    report.addModel();
    quantities.forEach(report::add);
    report.addSymbols();
    report.addSources(sources);
    return String.join("\n", report.lines) + "\n";
  }

  private void addModel() {
    if (!macro.model().quirks().isEmpty()) {
      lines.add("Model %s departs from standard:".formatted(macro.model().name().toLowerCase(Locale.ROOT)));
      macro.model().quirks().forEach(quirk -> lines.add("  " + quirk.text()));
    }
  }

  /**
   * Return a line for each figure of a macro at its peak: the total, then each part with its share, how many there are of
   * what one costs, its formula with the numbers put in, and its source.
   */
  public static List<String> inShort(Macro macro) {
    var report = new ExplanationReport(macro);
    return Arrays.stream(Quantity.values()).map(report::inShort).toList();
  }

  private String inShort(Quantity quantity) {
    MacroExplanation explanation = MacroExplanation.of(macro, quantity);
    return headline(quantity, explanation.total()) + ": " + explanation.parts().stream()
        .map(part -> "%s %s = %s x %s = %s %s (%s)".formatted(part.name(),
            Figures.percent(part.value() / explanation.total()), countOf(part),
            part.provenance().formula().with(Symbol::label), withNumbers(part.provenance(), macro),
            quantity.formulaUnit(), part.provenance().source()))
        .collect(Collectors.joining("; ")) + ".";
  }

  private void add(Quantity quantity) {
    MacroExplanation explanation = MacroExplanation.of(macro, quantity);
    lines.add("");
    lines.add(headline(quantity, explanation.total()));
    IntervalText.of(macro, quantity).ifPresent(interval -> lines.add("  interval: " + interval));
    for (Part part : explanation.parts()) {
      lines.add("  %s: %s, %s".formatted(part.name(), figure(quantity, part.value()),
          Figures.percent(part.value() / explanation.total())));
      add(quantity, part);
    }
    if (quantity == Quantity.ENERGY) {
      lines.add("Beside it, for each bit of a weight that is changed");
      for (Part part : MacroExplanation.ofWeightBit(macro)) {
        lines.add("  %s: %s".formatted(part.name(), Figures.energy(part.value())));
        addFormula(quantity, part.provenance());
      }
    }
  }

  private String headline(Quantity quantity, double total) {
    return switch (quantity) {
      case ENERGY -> "Energy: %s (%s MACs a cycle; counts are times the activity)".formatted(
          figure(quantity, total), number(cost.macsPerCycle(), VALUE_DIGITS));
      case AREA -> "Area: " + figure(quantity, total);
      case CLOCK -> macro.givenClockPeriodNs().isPresent()
          ? "Clock period: %s as the macro states; its slowest stage takes %s".formatted(
              Figures.time(cost.clockPeriodNs()), figure(quantity, total))
          : "Clock period: %s, the slowest stage".formatted(figure(quantity, total));
    };
  }

  private String figure(Quantity quantity, double value) {
    return switch (quantity) {
      case ENERGY -> "%s a cycle, %s a MAC".formatted(Figures.energy(value), Figures.energy(value / cost.macsPerCycle()));
      case AREA -> Figures.area(value);
      case CLOCK -> Figures.time(value);
    };
  }

  private void add(Quantity quantity, Part part) {
    Provenance provenance = part.provenance();
    lines.add("    %s x %s %s".formatted(countOf(part), one(quantity, provenance), quantity.formulaUnit()));
    lines.add("    counted: " + provenance.counted());
    addFormula(quantity, provenance);
  }

  private void addFormula(Quantity quantity, Provenance provenance) {
    lines.add("    formula: %s = %s = %s %s".formatted(provenance.formula().with(Symbol::label),
        withNumbers(provenance, macro), one(quantity, provenance),
        quantity.formulaUnit()));
    lines.add("    source: " + provenance.source());
    lines.add("    range: " + provenance.range());
    symbols.addAll(provenance.formula().symbols());
  }

  /** Return how many there are of what a part counts. */
  static String countOf(Part part) {
    return number(part.count(), COUNT_DIGITS);
  }

  /** Return a formula with the numbers of a macro put in. */
  static String withNumbers(Provenance provenance, Macro macro) {
    return provenance.formula().with(symbol -> number(symbol.value(macro), VALUE_DIGITS));
  }

  private static String one(Quantity quantity, Provenance provenance) {
    return number(provenance.each() * quantity.perUnit(), VALUE_DIGITS);
  }

  private void addSymbols() {
    var table = new TextTable(5);
    for (Symbol symbol : symbols) {
      table.row(List.of("  " + symbol.label(), number(symbol.value(macro), VALUE_DIGITS), symbol.unit(), symbol.meaning(),
          symbol.source(macro)));
    }
    lines.add("");
    lines.add("Symbols");
    lines.addAll(table.lines());
  }

  private void addSources(Map<String, String> sources) {
    if (!sources.isEmpty()) {
      lines.add("");
      lines.add("Sources");
      sources.forEach((name, source) -> lines.add("  %s: %s".formatted(name, source.strip().replaceAll("\\s+", " "))));
    }
  }

  private static String number(double value, MathContext digits) {
    return new BigDecimal(value).round(digits).stripTrailingZeros().toPlainString();
  }
}
