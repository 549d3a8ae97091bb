package org.imc.dsl.survey;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.imc.model.imc.CellKind;
import org.imc.model.imc.ComputeStyle;
import org.imc.model.imc.ScopeKind;

/**
 * Which rows of the survey are wanted. What is empty, or all numbers, asks for nothing; the user's own chips are always
 * wanted.
 *
 * @param name part of a chip's name or citation, in any case
 * @param styles analog, digital
 * @param cells kinds of storage
 * @param scopes what the figures cover
 * @param nodeNm feature size, nm
 * @param year of publication
 * @param weightBits width of the weights
 * @param activationBits width of the activations
 */
public record SurveyFilter(
    String name, Set<ComputeStyle> styles, Set<CellKind> cells, Set<ScopeKind> scopes, ValueRange nodeNm, ValueRange year,
    ValueRange weightBits, ValueRange activationBits) {

  /** Wants every row. */
  public static final SurveyFilter ALL = new SurveyFilter("", Set.of(), Set.of(), Set.of(), ValueRange.ALL, ValueRange.ALL,
      ValueRange.ALL, ValueRange.ALL);

  public SurveyFilter {
    styles = Set.copyOf(styles);
    cells = Set.copyOf(cells);
    scopes = Set.copyOf(scopes);
  }

  /** Return the rows that are wanted, in their order. */
  public List<SurveyRow> of(List<SurveyRow> rows) {
    return rows.stream().filter(row -> row.chip().own() || accepts(row)).toList();
  }

  private boolean accepts(SurveyRow row) {
    SurveyChip chip = row.chip();
    SurveyFigures figures = row.figures();
    return names(chip)
        && (styles.isEmpty() || chip.style() != null && styles.contains(chip.style()))
        && (cells.isEmpty() || chip.cell() != null && cells.contains(chip.cell()))
        && (scopes.isEmpty() || scopes.contains(figures.scope()))
        && nodeNm.contains(chip.nodeNm())
        && year.contains(chip.year())
        && weightBits.contains(figures.weightBits())
        && activationBits.contains(figures.activationBits());
  }

  private boolean names(SurveyChip chip) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return chip.name().toLowerCase(Locale.ROOT).contains(wanted)
        || chip.citation().toLowerCase(Locale.ROOT).contains(wanted);
  }
}
