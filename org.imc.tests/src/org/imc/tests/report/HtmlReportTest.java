package org.imc.tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.imc.dsl.chart.HeatMap;
import org.imc.dsl.chart.StackedBars;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.dsl.report.ReportFormat;
import org.imc.engine.result.LayerEvaluation;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The page of an evaluation stands alone, and shows what the other reports say. */
class HtmlReportTest {

  @Test
  void pageShowsEveryLayerInATableAndInBothCharts() throws Exception {
    StudyResult result = Studies.tiny().getFirst();
    String page = ReportFormat.HTML.render(List.of(result), Object::toString);
    for (LayerEvaluation layer : result.evaluation().layers()) {
      String name = layer.layer().name();
      assertTrue(page.contains("<td class=\"left\">%s</td>".formatted(name)), name);
      assertEquals(2, page.split("text-anchor=\"end\">%s</text>".formatted(name), -1).length - 1, name);
    }
    assertTrue(page.contains("<h2>%s</h2>".formatted(result.lowered().title())));
  }

  @Test
  void pageNeedsNothingFromElsewhere() throws Exception {
    String page = ReportFormat.HTML.render(Studies.tiny(), Object::toString);
    assertFalse(page.contains("<script") || page.contains("src=") || page.contains("href=") || page.contains("@import"), page);
    assertEquals(page.length(), page.replaceAll("https?://(?!www\\.w3\\.org/2000/svg)", "").length());
  }

  @Test
  void partsOfABarAreAsWideAsTheirShares() throws Exception {
    var bars = new StackedBars("Energy <of> layers", List.of("array", "buffer"), List.of(
        new StackedBars.Bar("a & b", List.of(30.0, 10.0), "40 pJ"), new StackedBars.Bar("c", List.of(0.0, 20.0), "20 pJ")));
    NodeList all = xml(bars.svg()).getElementsByTagName("rect");
    assertEquals(6, all.getLength()); // the ground, two of the legend, three parts
    double array = width(all, 3);
    assertEquals(3, array / width(all, 4), 0.01);
    assertEquals(2, width(all, 5) / width(all, 4), 0.01);
    assertEquals("a & b, array: 75%", all.item(3).getTextContent());
  }

  @Test
  void darkestCellHasTheLargestShare() throws Exception {
    var map = new HeatMap("Shares", List.of("x", "y"), List.of(new HeatMap.Row("a", List.of(0.5, 0.25)), new HeatMap.Row("b", List.of(0.0, 0.25))));
    NodeList cells = xml(map.svg()).getElementsByTagName("rect");
    assertEquals("#08306b", ((Element) cells.item(1)).getAttribute("fill"));
    assertEquals("#8498b5", ((Element) cells.item(2)).getAttribute("fill"));
    assertEquals("#ffffff", ((Element) cells.item(3)).getAttribute("fill"));
    assertTrue(map.svg().contains(">50%</text>"));
  }

  @Test
  void chartsOfNothingAreDrawnToo() throws Exception {
    xml(new StackedBars("Nothing", List.of(), List.of()).svg());
    xml(new HeatMap("Nothing", List.of("x"), List.of(new HeatMap.Row("a", List.of(0.0)))).svg());
  }

  private static double width(NodeList rectangles, int index) {
    return Double.parseDouble(((Element) rectangles.item(index)).getAttribute("width"));
  }

  private static Document xml(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
