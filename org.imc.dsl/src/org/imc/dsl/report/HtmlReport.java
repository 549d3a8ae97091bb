package org.imc.dsl.report;

import java.util.List;
import java.util.Set;
import org.imc.dsl.chart.Chart;
import org.imc.dsl.chart.StackedBars;
import org.imc.dsl.claim.ClaimAnswer;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.engine.result.Evaluation;

/**
 * One page with tables and charts of all studies, light or dark as the reader prefers: no script, and nothing from elsewhere;
 * a browser prints it, with everything unfolded.
 */
final class HtmlReport {

  private static final String STYLE = """
      h1 { font-size: 1.7em; margin-bottom: 0.2em; }
      h2 { font-size: 1.25em; margin: 2.2em 0 0.4em; border-top: 1px solid var(--line); padding-top: 1em; }
      p { margin: 0.4em 0; max-width: 52em; }
      nav { margin: 1em 0; } nav a { color: var(--link); margin-right: 1.2em; white-space: nowrap; }
      .wide, figure { overflow-x: auto; margin: 1em 0; }
      svg { display: block; width: 100%; height: auto; }
      figure svg { min-width: 46em; } figure.small svg { width: auto; max-width: 100%; min-width: 0; }
      table { border-collapse: collapse; font-size: 0.82em; font-variant-numeric: tabular-nums; }
      th, td { padding: 0.2em 0.7em; text-align: right; border-bottom: 1px solid var(--line); white-space: nowrap; }
      th { border-bottom: 1px solid var(--faint); vertical-align: bottom; } .left { text-align: left; }
      td.left:last-child { white-space: normal; min-width: 22em; }
      th:first-child, td:first-child { padding-left: 0; }
      .wide th:first-child, .wide td:first-child { position: sticky; left: 0; background: var(--ground); }
      details { border-top: 1px solid var(--line); padding: 0.5em 0; }
      summary { cursor: pointer; font-weight: bold; } summary .sum { font-weight: normal; color: var(--faint); }
      .finding { color: var(--wrong); }
      @media (max-width: 40em) { body { margin: 1em auto; font-size: 14px; } summary .sum { display: block; } }
      @media print {
        @page { size: A4 landscape; margin: 12mm; }
        body { max-width: none; margin: 0; font-size: 10pt; } nav { display: none; }
        .wide, figure { overflow: visible; break-inside: auto; } figure svg { min-width: 0; break-inside: avoid; }
        table { font-size: 7.5pt; } th, td { padding: 0.1em 0.4em; } tr { break-inside: avoid; } h2, summary { break-after: avoid; }
        details::details-content { content-visibility: visible; block-size: auto; }
        path, rect { print-color-adjust: exact; }
      }
      """ + Chart.STYLE;

  /** More studies than these are folded up. */
  private static final int MOST_UNFOLDED = 3;

  /** Of more studies than these, the best ones alone have charts of their layers: nobody looks at hundreds, and they take room. */
  private static final int MOST_CHARTED = 12;

  private final StringBuilder html = new StringBuilder();

  /** Return the results, and what is claimed of them, as one page. */
  String render(List<StudyResult> results, List<ClaimAnswer> claims) {
    html.append(Page.head("IMC report", STYLE)).append("<h1>IMC report</h1>\n");
    paragraph("", overview(results));
    List<Section> sections = SummaryReport.sections(results);
    contents(sections, claims);
    for (int i = 0; i < sections.size(); i++) {
      anchor("s" + i);
      html.append(sections.get(i).html());
    }
    if (results.stream().anyMatch(result -> result.evaluation().isComplete())) {
      charts(results);
    }
    if (!claims.isEmpty()) {
      heading("claims", "Claims");
      html.append(ClaimText.html(claims));
    }
    heading("studies", "Layer by layer");
    Set<Evaluation> charted = AnalogAgainstDigital.best(results);
    boolean all = results.size() <= MOST_CHARTED;
    if (!all) {
      paragraph("", "Of several studies that ask the same of a network, the best of either style has charts.");
    }
    results.forEach(result -> study(result, results.size() <= MOST_UNFOLDED, all || charted.contains(result.evaluation())));
    return html.append(Page.FOOT).toString();
  }

  private static String overview(List<StudyResult> results) {
    return "%s: %s on %s.".formatted(count(results.size(), "study", "studies"),
        count(results.stream().map(each -> each.evaluation().study().network().name()).distinct().count(), "network", "networks"),
        count(PeakTable.byArchitecture(results).size(), "architecture", "architectures"));
  }

  private static String count(long number, String one, String many) {
    return "%d %s".formatted(number, number == 1 ? one : many);
  }

  private void contents(List<Section> sections, List<ClaimAnswer> claims) {
    html.append("<nav>");
    for (int i = 0; i < sections.size(); i++) {
      link("s" + i, sections.get(i).title());
    }
    link("charts", "Charts");
    if (!claims.isEmpty()) {
      link("claims", "Claims");
    }
    link("studies", "Layer by layer");
    html.append("</nav>\n");
  }

  private void link(String target, String words) {
    html.append("<a href=\"#%s\">%s</a> ".formatted(target, escaped(words)));
  }

  private void anchor(String name) {
    html.append("<span id=\"%s\"></span>".formatted(name));
  }

  private void heading(String anchor, String words) {
    html.append("<h2 id=\"%s\">%s</h2>\n".formatted(anchor, words));
  }

  private void charts(List<StudyResult> results) {
    heading("charts", "Charts");
    figure("", ReportCharts.efficiency(results));
    figure(" class=\"small\"", ReportCharts.heat(results));
    List<StackedBars> energies = ReportCharts.energies(results);
    List<StackedBars> times = ReportCharts.times(results);
    for (int i = 0; i < energies.size(); i++) {
      figure("", energies.get(i));
      figure("", times.get(i));
    }
  }

  private void study(StudyResult result, boolean unfolded, boolean charted) {
    var text = new StudyText(result);
    Evaluation evaluation = result.evaluation();
    html.append("<details%s>\n<summary>%s <span class=\"sum\">%s</span></summary>\n".formatted(
        unfolded ? " open" : "", escaped(text.title()), escaped(text.hasResults() ? text.summary() : "")));
    paragraph("", text.subtitle());
    text.findings().forEach(finding -> paragraph(" class=\"finding\"", finding));
    if (!text.incompleteness().isEmpty()) {
      paragraph(" class=\"finding\"", text.incompleteness());
    }
    if (text.hasResults()) {
      paragraph("", "Time: " + text.time() + ".");
      text.weights().forEach(line -> paragraph("", "Weights " + line + "."));
      paragraph("", text.optimality());
      html.append(new LayerTable(evaluation).table().html());
    }
    if (text.hasResults() && charted) {
      figure("", ReportCharts.layerEnergies(evaluation));
      figure("", ReportCharts.layerTimes(evaluation));
      figure("", Roofline.of(evaluation).chart());
    }
    html.append("</details>\n");
  }

  private void figure(String kind, Chart chart) {
    html.append("<figure%s>\n".formatted(kind)).append(chart.element()).append("</figure>\n");
  }

  private void paragraph(String kind, String words) {
    html.append("<p%s>%s</p>\n".formatted(kind, escaped(words)));
  }

  private static String escaped(String words) {
    return SurveyTable.escaped(words);
  }
}
