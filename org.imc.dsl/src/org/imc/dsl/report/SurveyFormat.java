package org.imc.dsl.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imc.dsl.chart.Chart;
import org.imc.dsl.survey.Normalisation;
import org.imc.dsl.survey.SurveyRow;

/** How the survey is written down. */
public enum SurveyFormat {

  /** A table for people. */
  TEXT((rows, plot, normalisation) -> SurveyTable.text(rows)),

  /** The same table for documents. */
  MARKDOWN((rows, plot, normalisation) -> SurveyTable.markdown(rows)),

  /** Everything that is known, a line each (RFC 4180). */
  CSV((rows, plot, normalisation) -> SurveyFiles.csv(rows)),

  /** Everything that is known; {@code docs/schema/survey-1.json} describes it. */
  JSON((rows, plot, normalisation) -> SurveyFiles.json(rows)),

  /** One plot. */
  SVG((rows, plot, normalisation) -> plot.of(rows, normalisation).svg()),

  /** A page with all plots and the table, that needs no other file. */
  HTML((rows, plot, normalisation) -> page(rows, normalisation));

  private static final String TITLE = "Published in-memory-computing chips";

  private static final String STYLE = Chart.STYLE + """
      figure { margin: 24px 0; }
      svg { max-width: 100%; height: auto; }
      table { border-collapse: collapse; font-size: 12px; }
      th { position: sticky; top: 0; background: var(--ground); border-bottom: 2px solid var(--faint); text-align: left; }
      th, td { padding: 3px 8px; }
      td { border-bottom: 1px solid var(--line); }
      th:nth-child(n+7), td:nth-child(n+7) { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
      tr.own { font-weight: bold; background: var(--own); }
      """;

  private final Renderer renderer;

  SurveyFormat(Renderer renderer) {
    this.renderer = renderer;
  }

  /**
   * Return rows as one document.
   *
   * @param plot what a format with one plot shows
   * @param normalisation of the figures in plots
   */
  public String render(List<SurveyRow> rows, SurveyPlot plot, Normalisation normalisation) {
    return renderer.render(rows, plot, normalisation);
  }

  private static String page(List<SurveyRow> rows, Normalisation normalisation) {
    String plots = Stream.of(SurveyPlot.values())
        .map(each -> "<figure>\n" + each.of(rows, normalisation).element() + "</figure>\n")
        .collect(Collectors.joining());
    return Page.head(TITLE, STYLE) + "<h1>" + TITLE + "</h1>\n" + plots + SurveyTable.html(rows) + Page.FOOT;
  }

  private interface Renderer {
    String render(List<SurveyRow> rows, SurveyPlot plot, Normalisation normalisation);
  }
}
