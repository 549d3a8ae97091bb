package org.imc.dsl.report;

import java.util.List;
import org.imc.dsl.claim.ClaimAnswer;
import org.imc.dsl.evaluation.StudyResult;

/** How results are written down. */
public enum ReportFormat {

  /** Tables for people, about 100 columns wide. */
  TEXT((results, claims, names) -> new TextReport().render(results) + ClaimText.render(claims)),

  /** All studies together: a line each, peaks, where which style wins, and the claims. */
  SUMMARY((results, claims, names) -> new SummaryReport().render(results, claims)),

  /** The same as {@link #SUMMARY}, for a comment of a continuous integration. */
  MARKDOWN((results, claims, names) -> new SummaryReport().markdown(results, claims)),

  /** Everything there is, for programs; {@code docs/schema/evaluation-1.json} describes it. */
  JSON((results, claims, names) -> new JsonReport(names).render(results, claims)),

  /** A page with tables and charts that needs nothing from elsewhere. */
  HTML((results, claims, names) -> new HtmlReport().render(results, claims)),

  /** The charts with their data, as one Vega-Lite specification. */
  VEGA_LITE((results, claims, names) -> new VegaLiteReport(results).render()),

  /** The mappings, and the questions with them, in the language itself. */
  MAPPING((results, claims, names) -> new MappingReport().render(results)),

  /** Each mapping level by level, for people: what is kept and moved where, and which port the array waits for. */
  LEVELS((results, claims, names) -> new LevelReport().render(results)),

  /** The energy of each layer part by part, for people: how many there are of what, by which formula, and who says so. */
  ENERGY((results, claims, names) -> new EnergyReport().render(results)),

  /** One row a layer, for spreadsheets and data frames (RFC 4180). */
  CSV((results, claims, names) -> new CsvReport().render(results));

  private final Renderer renderer;

  ReportFormat(Renderer renderer) {
    this.renderer = renderer;
  }

  /**
   * Return the results of one or more studies as one document.
   *
   * @param claims what is claimed about them; CSV and mappings have no place for it
   */
  public String render(List<StudyResult> results, List<ClaimAnswer> claims, FileNames names) {
    return renderer.render(results, claims, names);
  }

  /** Return the results of one or more studies, about which nothing is claimed, as one document. */
  public String render(List<StudyResult> results, FileNames names) {
    return render(results, List.of(), names);
  }

  private interface Renderer {
    String render(List<StudyResult> results, List<ClaimAnswer> claims, FileNames names);
  }
}
