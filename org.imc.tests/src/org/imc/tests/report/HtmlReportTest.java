package org.imc.tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.imc.dsl.chart.Chart;
import org.imc.dsl.chart.HeatMap;
import org.imc.dsl.chart.StackedBars;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.dsl.report.ReportFormat;
import org.imc.engine.result.LayerEvaluation;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The page of an evaluation stands alone, and shows what the other reports say. */
class HtmlReportTest {

  @Test
  void pageShowsEveryLayerInATableAndInTheCharts() throws Exception {
    StudyResult result = Studies.tiny().getFirst();
    String page = ReportFormat.HTML.render(List.of(result), Object::toString);
    for (LayerEvaluation layer : result.evaluation().layers()) {
      String name = layer.layer().name();
      assertTrue(page.contains("<td class=\"left\">%s</td>".formatted(name)), name);
      assertEquals(2, page.split("text-anchor=\"end\">%s<title>".formatted(name), -1).length - 1, name);
      assertEquals(layer.layer().macs() > 0, page.contains("<title>%s, sram: ".formatted(name)), "in the roofline: " + name);
    }
    assertTrue(page.contains("<summary>%s <span".formatted(result.lowered().title())));
  }

  @Test
  void whatComputesNothingHasNoPlaceAmongEfficiencies() throws Exception {
    String page = ReportFormat.HTML.render(Studies.pools(), Object::toString);
    assertTrue(page.contains("<td class=\"left\">halves</td>"), page);
    assertTrue(page.contains("<title>peak of GuoISSCC2023: "), page);
    assertFalse(page.contains("<title>Pools on GuoISSCC2023"), page);
  }

  @Test
  void pageNeedsNothingFromElsewhere() throws Exception {
    String page = ReportFormat.HTML.render(Studies.tiny(), Object::toString);
    assertFalse(page.contains("<script") || page.contains("src=") || page.contains("@import") || page.contains("url("), page);
    assertFalse(page.replace("href=\"#", "").contains("href="), page);
    assertEquals(page.length(), page.replaceAll("https?://(?!www\\.w3\\.org/2000/svg)", "").length());
  }

  @Test
  void everyLinkOfThePageLeadsSomewhere() throws Exception {
    String page = ReportFormat.HTML.render(Studies.tiny(), Object::toString);
    List<String> targets = Pattern.compile("href=\"#([^\"]+)\"").matcher(page).results().map(link -> link.group(1)).toList();
    assertEquals(4, targets.size(), targets::toString);
    targets.forEach(target -> assertTrue(page.contains("id=\"%s\"".formatted(target)), target));
  }

  /** Outlines are dark, and hollow marks white inside: on a dark page the style gives them other colours by their shape. */
  @Test
  void marksAreSeenOnADarkPageToo() throws Exception {
    String page = ReportFormat.HTML.render(Studies.styles(), Object::toString);
    String dark = page.substring(page.indexOf("@media (prefers-color-scheme: dark) {", page.indexOf(".strong")), page.indexOf("</style>"));
    var marks = Pattern.compile("<path class=\"([a-z ]*(?:filled|hollow)[a-z ]*)\" d=").matcher(page);
    for (String mark : marks.results().map(found -> found.group(1)).distinct().toList()) {
      assertTrue(mark.contains("filled") || mark.matches("(strong )?hollow (circle|diamond|triangle)"), mark);
      assertTrue(dark.contains(mark.contains("strong") ? ".strong.hollow { stroke" : ".filled { stroke"), mark);
    }
    assertTrue(page.contains("<path class=\"strong hollow circle\"") && page.contains("<path class=\"filled\""));
    assertTrue(dark.contains(".hollow { fill: #16181c; }") && dark.contains(".hollow.diamond { stroke: #fd8d3c; }"));
  }

  @Test
  void barsOfTheSameQuestionInTwoFilesAreToldApart() throws Exception {
    assertFalse(ReportFormat.HTML.render(Studies.tiny(), Object::toString).contains("(tiny.imc)"));
    List<StudyResult> both = Stream.concat(Studies.tiny().stream(), Studies.leaking().stream()).toList();
    String page = ReportFormat.HTML.render(both, Object::toString);
    assertTrue(page.contains("(tiny.imc)<") && page.contains("(leaking.imc)<"));
  }

  private static final String KEPT = """
      mapping kept for Net on DigitalChip {
        layer conv { not columns OX }
      }
      evaluate Net on DigitalChip minimising energy with kept
      """;

  @Test
  void barsAreToldApartByWhatDiffersAlone() throws Exception {
    assertEquals(List.of("AnalogChip", "DigitalChip", "SmallDigitalChip"), bars(Studies.styles()));
    assertEquals(List.of("AnalogChip", "DigitalChip", "SmallDigitalChip", "DigitalChip, with kept"), bars(Studies.stylesAnd(KEPT)));
    assertEquals(List.of("AnalogChip, energy", "DigitalChip, energy", "SmallDigitalChip, energy", "DigitalChip, latency"),
        bars(Studies.stylesAnd("evaluate Net on DigitalChip minimising latency\n")));
    assertEquals(List.of("AnalogChip", "DigitalChip", "SmallDigitalChip", "DigitalChip, activations outermost"),
        bars(Studies.stylesAnd("evaluate Net on DigitalChip minimising energy activations outermost\n")));
  }

  @Test
  void aMappingIsNotNamedWhereTheArchitectureTellsIt() throws Exception {
    List<StudyResult> asked = Studies.stylesAnd(KEPT).stream().filter(each -> each.lowered().mapping().isPresent()
        || !each.evaluation().study().architecture().name().equals("DigitalChip")).toList();
    assertEquals(List.of("AnalogChip", "SmallDigitalChip", "DigitalChip, mapping given"), bars(asked));
    assertEquals(List.of("DigitalChip"), bars(asked.subList(2, 3)));
  }

  /** Return what the bars of the energy of the network are called, from the top. */
  private static List<String> bars(List<StudyResult> results) {
    String page = ReportFormat.HTML.render(results, Object::toString);
    String chart = page.substring(page.indexOf("Energy of Net"), page.indexOf("Time of Net"));
    return Pattern.compile("text-anchor=\"end\">([^<]*)<").matcher(chart).results().map(bar -> bar.group(1)).toList();
  }

  @Test
  void aLongNameIsCutOnlyWhereItWouldTakeHalfTheWidth() {
    String name = "x".repeat(72);
    Function<String, String> drawn = label ->
        new StackedBars("Energy", List.of("array"), List.of(new StackedBars.Bar(label, List.of(1.0), "1 pJ"))).svg();
    assertTrue(drawn.apply(name).contains(name + "<"));
    assertTrue(drawn.apply(name + "y").contains("x".repeat(71) + "…<"));
  }

  @Test
  void ofManyStudiesTheBestOfEachStyleHaveCharts() throws Exception {
    List<StudyResult> three = Studies.styles();
    List<StudyResult> many = Stream.generate(() -> three).limit(5).flatMap(List::stream).toList();
    String page = ReportFormat.HTML.render(many, Object::toString);
    assertEquals(15, page.split("<summary>", -1).length - 1);
    assertEquals(3, ReportFormat.HTML.render(three, Object::toString).split("<title>Roofline", -1).length - 1);
    String charted = page.substring(page.indexOf("<summary>Net on AnalogChip"), page.indexOf("<summary>Net on SmallDigitalChip"));
    assertEquals(2, charted.split("<title>Roofline", -1).length - 1, "one analog and one digital");
    assertTrue(page.contains("Of several studies that ask the same of a network, the best of either style has charts."));
    String smaller = page.substring(page.indexOf("<summary>Net on SmallDigitalChip"));
    assertFalse(smaller.substring(0, smaller.indexOf("</details>")).contains("<svg"), "beaten by the larger digital chip");
  }

  @Test
  void chartsFollowTheReadersPreferenceForLightOrDark() throws Exception {
    String page = ReportFormat.HTML.render(Studies.tiny(), Object::toString);
    assertEquals(1, page.split("</style>", -1).length - 1, "charts share the style of the page");
    assertTrue(page.contains("<rect class=\"ground\""));
    assertTrue(page.contains(Chart.STYLE) && Chart.STYLE.contains("prefers-color-scheme: dark"));
    var bars = new StackedBars("Energy", List.of("array"), List.of(new StackedBars.Bar("a", List.of(1.0), "1 pJ")));
    assertTrue(bars.svg().contains(Chart.STYLE) && !bars.element().contains("<style>"));
  }

  @Test
  void partsOfABarAreAsWideAsTheirShares() throws Exception {
    var bars = new StackedBars("Energy <of> layers", List.of("array", "buffer"), List.of(
        new StackedBars.Bar("a & b", List.of(30.0, 10.0), "40 pJ"), new StackedBars.Bar("c", List.of(0.0, 20.0), "20 pJ")));
    Document document = xml(bars.svg());
    NodeList series = document.getElementsByTagName("path");
    assertEquals(2, series.getLength());
    List<double[]> array = boxes(series.item(0));
    List<double[]> buffer = boxes(series.item(1));
    assertEquals(1, array.size());
    assertEquals(2, buffer.size());
    assertEquals(3, array.get(0)[2] / buffer.get(0)[2], 0.01);
    assertEquals(2, buffer.get(1)[2] / buffer.get(0)[2], 0.01);
    assertEquals(array.get(0)[0] + array.get(0)[2], buffer.get(0)[0], 0.11, "the second part begins where the first ends");
    assertEquals(array.get(0)[0], buffer.get(1)[0], 0, "bars begin at one line");
    assertTrue(bars.svg().contains(">a &amp; b<title>array 75%, buffer 25%</title>"), bars.svg());
  }

  /** Return left edge, top edge and width of each box of an outline. */
  private static List<double[]> boxes(Node path) {
    return Pattern.compile("M([\\d.]+),([\\d.]+)h([\\d.]+)v[\\d.]+h-[\\d.]+z").matcher(((Element) path).getAttribute("d")).results()
        .map(box -> new double[] {number(box, 1), number(box, 2), number(box, 3)}).toList();
  }

  private static double number(MatchResult box, int group) {
    return Double.parseDouble(box.group(group));
  }

  @Test
  void strongestCellHasTheLargestValue() throws Exception {
    var map = new HeatMap("Shares", List.of("x", "y"), List.of(
        new HeatMap.Row("a", List.of(new HeatMap.Cell(1, "5.2"), new HeatMap.Cell(0.6, "3.1"))),
        new HeatMap.Row("b", List.of(new HeatMap.Cell(0, "0.1"), new HeatMap.Cell(0.25, "1.3")))), "0.1", "5.2 TOPS/W");
    NodeList cells = xml(map.svg()).getElementsByTagName("rect");
    List<String> shades = IntStream.range(1, 5).mapToObj(i -> ((Element) cells.item(i)).getAttribute("fill-opacity")).toList();
    assertEquals(List.of("1", "0.63", "0.07", "0.3"), shades);
    assertTrue(map.svg().contains("class=\"small light\" ")
        && map.svg().contains(">5.2</text>") && map.svg().contains(">5.2 TOPS/W</text>"));
  }

  @Test
  void chartsOfNothingAreDrawnToo() throws Exception {
    xml(new StackedBars("Nothing", List.of(), List.of()).svg());
    xml(new HeatMap("Nothing", List.of("x"), List.of(new HeatMap.Row("a", List.of(new HeatMap.Cell(0, "–")))), "0", "0").svg());
    xml(new HeatMap("Nothing", List.of(), List.of(), "", "").svg());
  }

  private static Document xml(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
