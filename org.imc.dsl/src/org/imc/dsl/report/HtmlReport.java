package org.imc.dsl.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imc.dsl.chart.HeatMap;
import org.imc.dsl.chart.StackedBars;
import org.imc.dsl.claim.ClaimAnswer;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.engine.result.Component;
import org.imc.engine.result.EnergyBreakdown;
import org.imc.engine.result.EnergyPart;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.LayerEvaluation;

/** One page with tables and charts of all studies: no script, and nothing from elsewhere; a browser prints it. */
final class HtmlReport {

  private static final String HEAD = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>IMC evaluation</title>
      <style>
      body { font-family: Helvetica, Arial, "Liberation Sans", sans-serif; color: #222222; margin: 2em auto; max-width: 70em; padding: 0 1em; }
      h1 { font-size: 1.5em; } h2 { font-size: 1.2em; margin-top: 2.5em; border-top: 1px solid #bbbbbb; padding-top: 1em; }
      table { border-collapse: collapse; font-size: 0.8em; margin: 1em 0; }
      th, td { padding: 0.15em 0.7em; text-align: right; border-bottom: 1px solid #eeeeee; }
      th { border-bottom: 1px solid #888888; } .left { text-align: left; }
      .finding { color: #a40000; } svg { max-width: 100%; height: auto; display: block; margin: 1em 0; }
      pre { font-size: 0.8em; } @media print { h2 { break-before: page; border: 0; } svg { break-inside: avoid; } }
      </style>
      </head>
      <body>
      <h1>IMC evaluation</h1>
      """;

  private static final String ARRAY = "array";

  /** Return the results, and what is claimed of them, as one page. */
  String render(List<StudyResult> results, List<ClaimAnswer> claims) {
    var html = new StringBuilder(HEAD).append(SummaryReport.table(results).html());
    if (!claims.isEmpty()) {
      html.append("<pre>").append(escaped(ClaimText.render(claims).strip())).append("</pre>\n");
    }
    results.forEach(result -> study(result, html));
    return html.append("</body>\n</html>\n").toString();
  }

  private static void study(StudyResult result, StringBuilder html) {
    var text = new StudyText(result);
    Evaluation evaluation = result.evaluation();
    html.append("<h2>").append(escaped(text.title())).append("</h2>\n");
    paragraph("", text.subtitle(), html);
    text.findings().forEach(finding -> paragraph(" class=\"finding\"", finding, html));
    if (!text.incompleteness().isEmpty()) {
      paragraph(" class=\"finding\"", text.incompleteness(), html);
    }
    if (!text.hasResults()) {
      return;
    }
    paragraph("", text.summary(), html);
    paragraph("", "Time: " + text.time() + ".", html);
    paragraph("", text.optimality(), html);
    html.append(bars(evaluation).svg()).append(heat(evaluation).svg()).append(new LayerTable(evaluation).table().html());
  }

  private static void paragraph(String kind, String words, StringBuilder html) {
    html.append("<p%s>%s</p>\n".formatted(kind, escaped(words)));
  }

  private static StackedBars bars(Evaluation evaluation) {
    List<String> parts = List.copyOf(parts(evaluation.energy()).keySet());
    var bars = new ArrayList<StackedBars.Bar>();
    for (LayerEvaluation layer : evaluation.layers()) {
      Map<String, Double> own = parts(layer.energy());
      bars.add(new StackedBars.Bar(layer.layer().name(), parts.stream().map(part -> own.getOrDefault(part, 0.0)).toList(),
          Figures.energy(layer.energy().totalPj())));
    }
    return new StackedBars("Energy by layer", parts, bars);
  }

  private static HeatMap heat(Evaluation evaluation) {
    List<String> parts = List.copyOf(parts(evaluation.energy()).keySet());
    double total = evaluation.energy().totalPj();
    var rows = new ArrayList<HeatMap.Row>();
    for (LayerEvaluation layer : evaluation.layers()) {
      Map<String, Double> own = parts(layer.energy());
      rows.add(new HeatMap.Row(layer.layer().name(), parts.stream().map(part -> own.getOrDefault(part, 0.0) / total).toList()));
    }
    return new HeatMap("Share of all energy", parts, rows);
  }

  /** Return where energy goes, in pJ: the array, writing weights, leakage, and each memory from the array outwards. */
  private static Map<String, Double> parts(EnergyBreakdown energy) {
    var parts = new LinkedHashMap<String, Double>();
    for (EnergyPart part : energy.parts()) {
      if (part.pj() > 0) {
        parts.merge(name(part), part.pj(), Double::sum);
      }
    }
    return parts;
  }

  private static String name(EnergyPart part) {
    return part.transfer() != null ? part.transfer().level()
        : part.component() == Component.WEIGHT_WRITE || part.component() == Component.LEAKAGE ? part.label() : ARRAY;
  }

  private static String escaped(String words) {
    return SurveyTable.escaped(words);
  }
}
