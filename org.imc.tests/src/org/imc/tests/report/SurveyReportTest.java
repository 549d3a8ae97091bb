package org.imc.tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.imc.dsl.report.SurveyFormat;
import org.imc.dsl.report.SurveyPlot;
import org.imc.dsl.survey.Normalisation;
import org.imc.dsl.survey.SurveyFilter;
import org.imc.dsl.survey.SurveyOrder;
import org.imc.dsl.survey.SurveyReader;
import org.imc.dsl.survey.SurveyRow;
import org.imc.dsl.survey.ValueRange;
import org.imc.model.imc.CellKind;
import org.imc.model.imc.ComputeStyle;
import org.imc.model.imc.ScopeKind;
import org.imc.tests.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The survey filtered, sorted, exported and plotted. */
class SurveyReportTest {

  private static final List<SurveyRow> ROWS = Language.get(SurveyReader.class).shipped();
  private static final Pattern LABEL = Pattern.compile(
      "<text class=\"label\" x=\"([\\d.]+)\" y=\"([\\d.]+)\"(?: text-anchor=\"(\\w+)\")?>([^<]*)</text>");

  private static String render(SurveyFormat format, List<SurveyRow> rows) {
    return format.render(rows, SurveyPlot.DENSITY, Normalisation.ONE_BIT);
  }

  private static Resource parsed(String text) throws IOException {
    Resource resource = Language.get(XtextResourceSet.class).createResource(URI.createURI("memory:/own.imc"));
    resource.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Map.of());
    return resource;
  }

  private static List<SurveyRow> best() {
    return SurveyOrder.NAME.of(
        SurveyOrder.EFFICIENCY.best(ROWS, Normalisation.ONE_BIT), Normalisation.ONE_BIT);
  }

  @Test
  void aFilterKeepsWhatItAsksForAndAllOfIt() {
    ValueRange nodes = ValueRange.parse("22..28").orElseThrow();
    var filter = new SurveyFilter("", Set.of(ComputeStyle.DIGITAL), Set.of(CellKind.SRAM), Set.of(ScopeKind.MACRO), nodes,
        ValueRange.parse("2022..").orElseThrow(), ValueRange.ALL, ValueRange.ALL);
    List<SurveyRow> expected = ROWS.stream()
        .filter(row -> row.chip().style() == ComputeStyle.DIGITAL && row.chip().cell() == CellKind.SRAM)
        .filter(row -> row.figures().scope() == ScopeKind.MACRO && row.chip().year() >= 2022)
        .filter(row -> row.chip().nodeNm() >= 22 && row.chip().nodeNm() <= 28)
        .toList();
    assertEquals(expected, filter.of(ROWS));
    assertTrue(expected.size() > 10, expected::toString);
    assertEquals(ROWS, SurveyFilter.ALL.of(ROWS));
  }

  @Test
  void aNameIsPartOfTheChipsNameOrCitationInAnyCase() {
    var filter = new SurveyFilter("sandwich-ram", Set.of(), Set.of(), Set.of(), ValueRange.ALL, ValueRange.ALL, ValueRange.ALL,
        ValueRange.ALL);
    assertEquals(Set.of("YangISSCC2019"), Set.copyOf(filter.of(ROWS).stream().map(row -> row.chip().name()).toList()));
  }

  @Test
  void aRangeIsANumberOrTwoWithDots() {
    assertEquals(new ValueRange(28, 28), ValueRange.parse("28").orElseThrow());
    assertEquals(new ValueRange(1.5, 8), ValueRange.parse("1.5..8").orElseThrow());
    for (String wrong : List.of("", "..", "28..22", "x", "1...2", "-3", "1e3", "9".repeat(10))) {
      assertTrue(ValueRange.parse(wrong).isEmpty(), wrong);
    }
  }

  @Test
  void theBestRowOfAChipIsTheMostEfficientAndUnknownOnesComeLast() {
    List<SurveyRow> sorted = SurveyOrder.EFFICIENCY.of(best(), Normalisation.ONE_BIT);
    assertEquals(109, sorted.size());
    double previous = Double.POSITIVE_INFINITY;
    for (SurveyRow row : sorted) {
      double value = row.topsPerWatt(Normalisation.ONE_BIT);
      assertTrue(value <= previous || Double.isNaN(value), row::toString);
      previous = Double.isNaN(value) ? -1 : value;
      assertTrue(ROWS.stream().filter(other -> other.chip().equals(row.chip()))
          .noneMatch(other -> other.topsPerWatt(Normalisation.ONE_BIT) > value), row::toString);
    }
  }

  @Test
  void csvHasALineForEachRowWithUnitsInItsHeader() {
    String[] lines = render(SurveyFormat.CSV, ROWS).split("\r\n");
    assertEquals(ROWS.size() + 1, lines.length);
    assertTrue(lines[0].startsWith("chip,own,venue,year,style,cell,cell_name,node_nm,"), lines[0]);
    assertTrue(lines[0].contains(",supply_v,clock_mhz,weight_bit,activation_bit,normalised_bit,sparsity,tops,tops_per_watt,"
        + "tops_per_mm2,one_bit_tops,one_bit_tops_per_watt,one_bit_tops_per_mm2,area_mm2,power_mw,"), lines[0]);
    String papistas = List.of(lines).stream().filter(line -> line.startsWith("PapistasCICC2021")).findFirst().orElseThrow();
    assertTrue(papistas.startsWith("PapistasCICC2021,false,CICC,2021,analog,sram,18T,22,1024,1024,1048576,1024,512,6,macro,"
        + "measured,0.8,22.5225225,1.5,7,1,,23.6161905,1050,12.1733333,247.97,11025,127.82,,,"), papistas);
  }

  @Test
  void jsonIsWhatTheSchemaSays() throws Exception {
    var mapper = new ObjectMapper();
    JsonNode schema = mapper.readTree(Studies.text("docs", "schema", "survey-1.json"));
    JsonNode survey = mapper.readTree(render(SurveyFormat.JSON, ROWS));
    assertEquals(List.of(), new SchemaCheck(schema).problems(survey));
    assertEquals(ROWS.size(), survey.get("rows").size());
    assertEquals("imc-survey", survey.get("format").asText());
  }

  @ParameterizedTest
  @EnumSource(SurveyPlot.class)
  void labelsOfAPlotCoverNeitherEachOtherNorLeaveIt(SurveyPlot plot) {
    String svg = plot.of(ROWS, Normalisation.ONE_BIT).svg();
    var boxes = new ArrayList<double[]>();
    LABEL.matcher(svg).results().forEach((MatchResult label) -> {
      double width = 5 * label.group(4).length(); // a plain letter of 10 px is about 5 px wide
      double x = Double.parseDouble(label.group(1));
      double left = switch (label.group(3)) {
        case null -> x;
        case "end" -> x - width;
        default -> x - width / 2;
      };
      double base = Double.parseDouble(label.group(2));
      boxes.add(new double[] {left, base - 7, left + width, base});
    });
    assertTrue(boxes.size() > 40, () -> boxes.size() + " labels");
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = 0; j < i; j++) {
        double[] a = boxes.get(i);
        double[] b = boxes.get(j);
        assertFalse(a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3], svg);
      }
    }
  }

  @Test
  void aPlotNamesItsAxesUnitsAndBothStyles() {
    String svg = SurveyPlot.DENSITY.of(ROWS, Normalisation.ONE_BIT).svg();
    for (String words : List.of(">Energy efficiency (1b-TOPS/W)<", ">Compute density (1b-TOPS/mm²)<", ">analog<", ">digital<",
        ">up to 7 nm<", ">processor or system<")) {
      assertTrue(svg.contains(words), words);
    }
    assertTrue(SurveyPlot.YEAR.of(ROWS, Normalisation.MEASURED).svg().contains(">Energy efficiency (TOPS/W)<"));
    assertTrue(SurveyPlot.YEAR.of(ROWS, Normalisation.MEASURED).svg().contains(">2021<"));
  }

  @Test
  void whatAUserWroteIsNoMarkup() throws Exception {
    SurveyRow row = Language.get(SurveyReader.class).own(parsed("""
        chip x {
          source "<script>&$1\\\\"
          node 28 nm
          reported { weight 1 bit activation 1 bit efficiency 5 TOPS/W density 2 TOPS/mm2 note "<b>" }
        }
        """)).getFirst();
    assertTrue(row.chip().own());
    String page = render(SurveyFormat.HTML, List.of(row));
    assertFalse(page.contains("<script>") || page.contains("<b>"), page);
    assertTrue(page.contains("&lt;script&gt;&amp;$1"), page);
    assertTrue(page.contains("class=\"own\""));
  }

  @Test
  void thePageNeedsNoOtherFile() {
    String page = render(SurveyFormat.HTML, ROWS);
    assertEquals(SurveyPlot.values().length, page.split("<svg ", -1).length - 1);
    assertFalse(page.contains("src=") || page.contains("href="), "a page that loads something");
  }

  @Test
  void aSurveyOfOneChipAndOfNothingToPlotIsDrawn() {
    List<SurveyRow> one = ROWS.stream().filter(row -> row.chip().name().equals("PapistasCICC2021")).limit(1).toList();
    for (SurveyPlot plot : SurveyPlot.values()) {
      assertTrue(plot.of(one, Normalisation.ONE_BIT).svg().contains(">PapistasCICC2021<"));
      assertFalse(plot.of(List.of(), Normalisation.ONE_BIT).svg().contains("NaN"));
    }
  }

  @Test
  void theDocumentAndItsPlotAreWhatTheCommandWrites() throws Exception {
    String page = Studies.text("docs", "survey.md");
    assertTrue(page.endsWith(render(SurveyFormat.MARKDOWN, best())),
        "docs/survey.md is out of date. Write its table anew: ./imc survey --best --format markdown");
    assertEquals(render(SurveyFormat.SVG, ROWS), Studies.text("docs", "survey.svg"),
        "docs/survey.svg is out of date. Write it anew: ./imc survey --format svg --output docs/survey.svg");
  }
}
