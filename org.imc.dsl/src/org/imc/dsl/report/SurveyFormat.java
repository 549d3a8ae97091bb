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
  TEXT {
    @Override
    public String render(List<SurveyRow> rows, SurveyPlot plot, Normalisation normalisation) {
      return SurveyTable.text(rows);
    }
  },

  /** The same table for documents. */
  MARKDOWN {
    @Override
    public String render(List<SurveyRow> rows, SurveyPlot plot, Normalisation normalisation) {
      return SurveyTable.markdown(rows);
    }
  },

  /** Everything that is known, a line each (RFC 4180). */
  CSV {
    @Override
    public String render(List<SurveyRow> rows, SurveyPlot plot, Normalisation normalisation) {
      return SurveyFiles.csv(rows);
    }
  },

  /** Everything that is known; {@code docs/schema/survey-1.json} describes it. */
  JSON {
    @Override
    public String render(List<SurveyRow> rows, SurveyPlot plot, Normalisation normalisation) {
      return SurveyFiles.json(rows);
    }
  },

  /** One plot. */
  SVG {
    @Override
    public String render(List<SurveyRow> rows, SurveyPlot plot, Normalisation normalisation) {
      return plot.of(rows, normalisation).svg();
    }
  },

  /** A page with all plots and the table, that needs no other file. */
  HTML {
    @Override
    public String render(List<SurveyRow> rows, SurveyPlot plot, Normalisation normalisation) {
      String plots = Stream.of(SurveyPlot.values())
          .map(each -> "<figure>\n" + each.of(rows, normalisation).element() + "</figure>\n")
          .collect(Collectors.joining());
      return PAGE + plots + SurveyTable.html(rows) + "</body>\n</html>\n";
    }
  };

  private static final String PAGE = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Published in-memory-computing chips</title>
      <style>
      """ + PageStyle.COMMON + Chart.STYLE + """
      figure { margin: 24px 0; }
      svg { max-width: 100%; height: auto; }
      table { border-collapse: collapse; font-size: 12px; }
      th { position: sticky; top: 0; background: var(--ground); border-bottom: 2px solid var(--faint); text-align: left; }
      th, td { padding: 3px 8px; }
      td { border-bottom: 1px solid var(--line); }
      th:nth-child(n+7), td:nth-child(n+7) { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
      tr.own { font-weight: bold; background: var(--own); }
      </style>
      </head>
      <body>
      <h1>Published in-memory-computing chips</h1>
      """;

  /**
   * Return rows as one document.
   *
   * @param plot what a format with one plot shows
   * @param normalisation of the figures in plots
   */
  public abstract String render(List<SurveyRow> rows, SurveyPlot plot, Normalisation normalisation);
}
