package org.imc.dsl.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.imc.dsl.prediction.ChipSet;
import org.imc.dsl.prediction.Constants;
import org.imc.dsl.prediction.Figure;
import org.imc.dsl.prediction.PartShare;
import org.imc.dsl.prediction.Spread;
import org.imc.dsl.prediction.SupplyStep;
import org.imc.dsl.prediction.ValidatedChip;
import org.imc.dsl.prediction.ValidatedFigure;
import org.imc.dsl.prediction.Validation;

/** The rows of a validation's tables, cell by cell, as people read them. */
final class ValidationTables {

  /** The columns of {@link #figures}. */
  static final List<String> FIGURE_HEADER =
      List.of("chip", "style", "figure", "published", "predicted", "ratio", "held out", "evidence");

  /** The columns of {@link #macros}. */
  static final List<String> MACRO_HEADER = List.of("chip", "style", "node", "supply", "energy of a MAC", "ratio", "fitted",
      "held out", "clock", "held out", "area", "held out");

  /** The columns of {@link #summary}. */
  static final List<String> SUMMARY_HEADER = List.of("figure", "chips", "constants", "number", "mean mismatch",
      "median factor", "mean factor", "within 1.25x", "within 2x", "68 % of published / predicted");

  /** The columns of {@link #constants}. */
  static final List<String> CONSTANTS_HEADER = List.of("figure", "chips", "factors on the published constants");

  /** The columns of {@link #supplies}. */
  static final List<String> SUPPLY_HEADER = List.of("chip", "from", "to", "energy: published", "predicted", "ratio",
      "period: published", "predicted", "ratio");

  /** The columns of {@link #parts}. */
  static final List<String> PART_HEADER = List.of("chip", "supply", "figure", "part", "published", "predicted", "fitted");

  private record Group(String name, Predicate<ValidatedChip> chips) { }

  private static final List<Group> GROUPS = List.of(
      new Group("analog", ValidatedChip::analog),
      new Group("digital", chip -> !chip.analog()),
      new Group("all", chip -> true));

  private ValidationTables() { }

  /** Return a row for each figure of each chip. */
  static List<List<String>> figures(ChipSet set) {
    var rows = new ArrayList<List<String>>();
    for (ValidatedChip chip : set.chips()) {
      for (ValidatedFigure figure : chip.figures()) {
        String unit = " " + figure.figure().unit();
        rows.add(List.of(chip.name(), style(chip), figure.figure().label(),
            Figures.plain(figure.published()) + unit, Figures.plain(figure.predicted()) + unit,
            Figures.percent(figure.ratio()), percent(figure.heldOutRatio()), figure.evidence() ? "yes" : "no"));
      }
    }
    return rows;
  }

  /** Return a row for each chip: the published energy, and ratios of all figures. */
  static List<List<String>> macros(ChipSet set) {
    return set.chips().stream().map(ValidationTables::macro).toList();
  }

  private static List<String> macro(ValidatedChip chip) {
    var cells = new ArrayList<>(List.of(chip.name(), style(chip), Figures.plain(chip.node()) + " nm",
        Figures.plain(chip.supplyV()) + " V",
        chip.figure(Figure.ENERGY).map(energy -> Figures.plain(energy.published()) + " fJ").orElse(Figures.NOTHING)));
    for (Constants constants : Constants.values()) {
      cells.add(factor(chip, Figure.ENERGY, constants));
    }
    for (Figure figure : List.of(Figure.CLOCK, Figure.AREA)) {
      cells.add(factor(chip, figure, Constants.PUBLISHED));
      cells.add(factor(chip, figure, Constants.HELD_OUT));
    }
    return cells;
  }

  private static String factor(ValidatedChip chip, Figure figure, Constants constants) {
    OptionalDouble ratio = chip.figure(figure).map(value -> value.ratio(constants)).orElse(OptionalDouble.empty());
    return ratio.isPresent() ? Figures.fixed(ratio.getAsDouble(), 2) : Figures.NOTHING;
  }

  /** Return a row for each figure, style and set of constants. */
  static List<List<String>> summary(ChipSet set, List<Constants> constants) {
    var rows = new ArrayList<List<String>>();
    for (Figure figure : Figure.values()) {
      for (Group group : GROUPS) {
        for (Constants each : constants) {
          set.spread(figure, each, group.chips()).ifPresent(spread -> rows.add(row(figure, group, each, spread)));
        }
      }
    }
    return rows;
  }

  private static List<String> row(Figure figure, Group group, Constants constants, Spread spread) {
    return List.of(figure.label(), group.name(), constants.label(), Integer.toString(spread.count()),
        Figures.percent(spread.meanMismatch()), factor(spread.medianFactor()), factor(spread.meanFactor()),
        Figures.percent(spread.within125()), Figures.percent(spread.within2()),
        "%s to %s".formatted(factor(spread.low68()), factor(spread.high68())));
  }

  /** Return a row for each figure and style: what was fitted, and to what. */
  static List<List<String>> constants(ChipSet set) {
    return set.fits().stream()
        .map(fit -> List.of(fit.figure().label(), style(fit.analog()), fit.constants().factors().entrySet().stream()
            .map(factor -> "%s x %s".formatted(factor.getKey().label(), Figures.significant(factor.getValue(), 3)))
            .collect(Collectors.joining(", "))))
        .toList();
  }

  /** Return a row for each step of a supply. */
  static List<List<String>> supplies(List<SupplyStep> steps) {
    return steps.stream().map(step -> {
      var cells = new ArrayList<>(List.of(step.chip(), Figures.plain(step.fromV()) + " V", Figures.plain(step.toV()) + " V"));
      cells.addAll(cells(step.energy()));
      cells.addAll(step.period().map(ValidationTables::cells)
          .orElse(List.of(Figures.NOTHING, Figures.NOTHING, Figures.NOTHING)));
      return List.copyOf(cells);
    }).toList();
  }

  private static List<String> cells(SupplyStep.Change change) {
    return List.of(factor(change.published()), factor(change.predicted()), Figures.fixed(change.ratio(), 2));
  }

  /** Return a row for each part whose share is published. */
  static List<List<String>> parts(List<PartShare> parts) {
    return parts.stream().map(part -> List.of(part.chip(), Figures.plain(part.supplyV()) + " V", part.figure().label(),
        part.part().getLiteral(), Figures.percent(part.published()), Figures.percent(part.predicted()),
        Figures.percent(part.fitted()))).toList();
  }

  /** Return the word for the style of a chip. */
  static String style(ValidatedChip chip) {
    return style(chip.analog());
  }

  /** Return the word for a style. */
  static String style(boolean analog) {
    return analog ? "analog" : "digital";
  }

  private static String factor(double factor) {
    return Figures.fixed(factor, 2) + "x";
  }

  private static String percent(OptionalDouble ratio) {
    return ratio.isPresent() ? Figures.percent(ratio.getAsDouble()) : Figures.NOTHING;
  }
}
