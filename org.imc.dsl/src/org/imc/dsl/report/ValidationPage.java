package org.imc.dsl.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.imc.dsl.prediction.ChipSet;
import org.imc.dsl.prediction.Constants;
import org.imc.dsl.prediction.Figure;
import org.imc.dsl.prediction.ValidatedChip;
import org.imc.dsl.prediction.ValidatedFigure;
import org.imc.dsl.prediction.Validation;

/** Write the page about the validation, and the table of it that the README shows. */
public final class ValidationPage {

  /** What the chips whose wiring is published are predicted with: their authors fitted the constants to them already. */
  static final List<Constants> DETAILED_CONSTANTS = List.of(Constants.PUBLISHED, Constants.HELD_OUT);

  private ValidationPage() { }

  static String render(Validation validation) {
    ChipSet detailed = validation.detailed();
    ChipSet macros = validation.macros();
    return ValidationTexts.HEAD
        + ValidationTexts.DETAILED
        + table(ValidationTables.FIGURE_HEADER, ValidationTables.figures(detailed), 3)
        + ValidationTexts.SPREAD
        + table(ValidationTables.SUMMARY_HEADER, ValidationTables.summary(detailed, DETAILED_CONSTANTS), 3)
        + ValidationTexts.DETAILED_FIT
        + notes(detailed)
        + ValidationTexts.MACROS
        + table(ValidationTables.SUMMARY_HEADER, ValidationTables.summary(macros, List.of(Constants.values())), 3)
        + ValidationTexts.CONSTANTS
        + table(ValidationTables.CONSTANTS_HEADER, ValidationTables.constants(macros), 3)
        + ValidationTexts.METHOD
        + ValidationTexts.BOUNDS
        + "### Macro by macro\n\n"
        + table(ValidationTables.MACRO_HEADER, ValidationTables.macros(macros), 2)
        + ValidationTexts.ARRAYS
        + table(ValidationTables.MACRO_HEADER, ValidationTables.macros(validation.arrays()), 2)
        + "\n"
        + table(ValidationTables.SUMMARY_HEADER, ValidationTables.summary(validation.arrays(), DETAILED_CONSTANTS), 3)
        + ValidationTexts.SUPPLIES
        + table(ValidationTables.SUPPLY_HEADER, ValidationTables.supplies(validation.supplies()), 1)
        + ValidationTexts.PARTS
        + table(ValidationTables.PART_HEADER, ValidationTables.parts(validation.parts()), 4)
        + sources(detailed);
  }

  /** Return the table of ratios, one row a chip, and of their mean mismatches, that the README shows. */
  public static String readmeTable(Validation validation) {
    var rows = new ArrayList<List<String>>();
    for (ValidatedChip chip : validation.detailed().chips()) {
      var cells = new ArrayList<String>();
      cells.add(chip.name());
      cells.add(ValidationTables.style(chip));
      for (Figure figure : Figure.values()) {
        Optional<ValidatedFigure> validated = chip.figure(figure);
        cells.add(validated.map(v -> Figures.percent(v.ratio()) + (v.evidence() ? "" : " *")).orElse(Figures.NOTHING));
      }
      rows.add(cells);
    }
    rows.add(mismatches("mean mismatch", validation.detailed(), Constants.PUBLISHED));
    rows.add(mismatches("the same, held out", validation.detailed(), Constants.HELD_OUT));
    return table(List.of("chip", "style", "area", "clock period", "energy of a MAC"), rows, 2);
  }

  private static List<String> mismatches(String name, ChipSet chips, Constants constants) {
    var cells = new ArrayList<>(List.of(name, ""));
    for (Figure figure : Figure.values()) {
      cells.add(chips.spread(figure, constants, chip -> true)
          .map(spread -> Figures.percent(spread.meanMismatch())).orElse(Figures.NOTHING));
    }
    return cells;
  }

  /** Return the spread of the published macros' energies, style by style, that the README shows. */
  public static String readmeSpread(Validation validation) {
    return table(ValidationTables.SUMMARY_HEADER,
        ValidationTables.summary(validation.macros(), List.of(Constants.values())).stream()
            .filter(row -> row.getFirst().equals(Figure.ENERGY.label()) && !row.get(1).equals("all")).toList(), 3);
  }

  private static String notes(ChipSet set) {
    return "\n### Known misses\n\n" + set.chips().stream()
        .filter(chip -> chip.note().isPresent())
        .map(chip -> "* **%s.** %s\n".formatted(chip.name(), chip.note().orElseThrow()))
        .collect(Collectors.joining());
  }

  private static String sources(ChipSet set) {
    return "\n## Sources\n\nOf the survey's chips: their files. Of the others:\n\n" + set.chips().stream()
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
