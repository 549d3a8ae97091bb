package org.imc.dsl.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.imc.dsl.prediction.Figure;
import org.imc.dsl.prediction.ValidatedChip;
import org.imc.dsl.prediction.ValidatedFigure;
import org.imc.dsl.prediction.Validation;

/** Write the page about the validation, and the table of it that the README shows. */
public final class ValidationPage {

  private static final String HEAD = """
      # Validation

      What the model predicts for published chips, each a file of the library: its structure as published, one model, no
      script. This page is written by `imc validate --format markdown`, the plot by `--format svg`; a test keeps both as the
      model has them.

      Ratios are prediction over published figure. Energies are those of one multiply-accumulate. An energy is evidence only
      where the sparsity of the measurement was published; the others are shown, but no spread counts them.

      ![Prediction over published figure](validation.svg)

      """;

  private static final String FITTED = """

      ## What was fitted

      The source's authors fitted area, delay and capacitance of the gate on the four digital chips, and the laws of the ADC's
      area, delay and energy on the three analog ones (and on earlier surveys): 8 constants on these 7 chips. So small
      mismatches are partly fit, not prediction.

      **Held out** is the answer to that: for each chip, one constant a figure is fitted again on the other chips of its style,
      by least squares of the logarithm, and the chip is predicted with it. The constants are the gate's area, delay or
      capacitance for digital chips, a factor on the ADC's area, conversion time or energy for analog ones. The shape of the
      ADC's laws stays as it was fitted by hand on all three analog chips, and each chip's activity and wiring as published.
      Seven chips are few: a held-out spread over three or four says an order of size, not a distribution.
      """;

  private ValidationPage() { }

  static String render(Validation validation) {
    return HEAD
        + "## Chips\n\n" + table(ValidationTables.FIGURE_HEADER, ValidationTables.figures(validation), 3)
        + "\n## Spread\n\nA factor is the larger of a ratio and its inverse; mean factors are geometric.\n\n"
        + table(ValidationTables.SUMMARY_HEADER, ValidationTables.summary(validation), 3)
        + FITTED
        + notes(validation)
        + sources(validation);
  }

  /** Return the table of ratios, one row a chip, and of their mean mismatches, that the README shows. */
  public static String readmeTable(Validation validation) {
    var rows = new ArrayList<List<String>>();
    for (ValidatedChip chip : validation.chips()) {
      var cells = new ArrayList<String>();
      cells.add(chip.name());
      cells.add(ValidationTables.style(chip));
      for (Figure figure : Figure.values()) {
        Optional<ValidatedFigure> validated = chip.figure(figure);
        cells.add(validated.map(v -> Figures.percent(v.ratio()) + (v.evidence() ? "" : " *")).orElse(Figures.NOTHING));
      }
      rows.add(cells);
    }
    rows.add(mismatches("mean mismatch", validation, Validation.Kind.FITTED));
    rows.add(mismatches("the same, held out", validation, Validation.Kind.HELD_OUT));
    return table(List.of("chip", "style", "area", "clock period", "energy of a MAC"), rows, 2);
  }

  private static List<String> mismatches(String name, Validation validation, Validation.Kind kind) {
    var cells = new ArrayList<>(List.of(name, ""));
    for (Figure figure : Figure.values()) {
      cells.add(validation.spread(figure, kind, chip -> true)
          .map(spread -> Figures.percent(spread.meanMismatch())).orElse(Figures.NOTHING));
    }
    return cells;
  }

  private static String notes(Validation validation) {
    return "\n## Known misses\n\n" + validation.chips().stream()
        .filter(chip -> chip.note().isPresent())
        .map(chip -> "* **%s.** %s\n".formatted(chip.name(), chip.note().orElseThrow()))
        .collect(Collectors.joining());
  }

  private static String sources(Validation validation) {
    return "\n## Sources\n\n" + validation.chips().stream()
        .map(chip -> "* **%s**: %s.\n".formatted(chip.name(), chip.source()))
        .collect(Collectors.joining());
  }

  private static String table(List<String> header, List<List<String>> rows, int left) {
    var text = new StringBuilder(line(header));
    for (int i = 0; i < header.size(); i++) {
      text.append(i < left ? "|---" : "|--:");
    }
    text.append("|\n");
    rows.forEach(row -> text.append(line(row)));
    return text.toString();
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
