package org.imc.dsl.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.imc.dsl.prediction.Figure;
import org.imc.dsl.prediction.Spread;
import org.imc.dsl.prediction.ValidatedChip;
import org.imc.dsl.prediction.ValidatedFigure;
import org.imc.dsl.prediction.Validation;

/** The rows of a validation's tables, cell by cell, as people read them. */
final class ValidationTables {

  /** The columns of {@link #figures}. */
  static final List<String> FIGURE_HEADER =
      List.of("chip", "style", "figure", "published", "predicted", "ratio", "held out", "evidence");

  /** The columns of {@link #summary}. */
  static final List<String> SUMMARY_HEADER = List.of("figure", "chips", "constants", "number", "mean mismatch",
      "median factor", "mean factor", "within 1.25x", "within 2x");

  private record Group(String name, Predicate<ValidatedChip> chips) { }

  private static final List<Group> GROUPS = List.of(
      new Group("analog", ValidatedChip::analog),
      new Group("digital", chip -> !chip.analog()),
      new Group("all", chip -> true));

  private ValidationTables() { }

  /** Return a row for each figure of each chip. */
  static List<List<String>> figures(Validation validation) {
    var rows = new ArrayList<List<String>>();
    for (ValidatedChip chip : validation.chips()) {
      for (ValidatedFigure figure : chip.figures()) {
        String unit = " " + figure.figure().unit();
        rows.add(List.of(chip.name(), style(chip), figure.figure().label(),
            Figures.plain(figure.published()) + unit, Figures.plain(figure.predicted()) + unit,
            Figures.percent(figure.ratio()), percent(figure.heldOutRatio()), figure.evidence() ? "yes" : "no"));
      }
    }
    return rows;
  }

  /** Return a row for each figure, style and set of constants. */
  static List<List<String>> summary(Validation validation) {
    var rows = new ArrayList<List<String>>();
    for (Figure figure : Figure.values()) {
      for (Group group : GROUPS) {
        for (Validation.Kind kind : Validation.Kind.values()) {
          validation.spread(figure, kind, group.chips()).ifPresent(spread -> rows.add(row(figure, group, kind, spread)));
        }
      }
    }
    return rows;
  }

  private static List<String> row(Figure figure, Group group, Validation.Kind kind, Spread spread) {
    return List.of(figure.label(), group.name(), kind == Validation.Kind.FITTED ? "fitted" : "held out",
        Integer.toString(spread.count()), Figures.percent(spread.meanMismatch()),
        Figures.fixed(spread.medianFactor(), 2) + "x", Figures.fixed(spread.meanFactor(), 2) + "x",
        Figures.percent(spread.within125()), Figures.percent(spread.within2()));
  }

  /** Return the word for the style of a chip. */
  static String style(ValidatedChip chip) {
    return chip.analog() ? "analog" : "digital";
  }

  private static String percent(OptionalDouble ratio) {
    return ratio.isPresent() ? Figures.percent(ratio.getAsDouble()) : Figures.NOTHING;
  }
}
