package org.imc.tests.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imc.dsl.survey.Normalisation;
import org.imc.dsl.survey.SurveyReader;
import org.imc.dsl.survey.SurveyRow;
import org.imc.model.imc.ComputeStyle;
import org.imc.model.imc.ReportedQuality;
import org.imc.model.imc.ScopeKind;
import org.imc.tests.language.Language;
import org.junit.jupiter.api.Test;

/** The chips that are shipped say what their sources print, and no more. */
class ShippedSurveyTest {

  private static final List<SurveyRow> ROWS = Language.get(SurveyReader.class).shipped();

  /** One record of a source. */
  private record Printed(String record, String chip, String base, double tops, double topsPerWatt, double topsPerMm2) {

    static Printed of(String line) {
      String[] fields = line.split(",", -1);
      return new Printed(fields[0], fields[1], fields[2], number(fields[3]), number(fields[4]), number(fields[5]));
    }

    private static double number(String text) {
      return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    boolean isIn(SurveyRow row) {
      return row.chip().name().equals(chip)
          && agrees(row, topsPerWatt, SurveyRow::topsPerWatt)
          && agrees(row, tops, SurveyRow::tops)
          && agrees(row, topsPerMm2, SurveyRow::topsPerMm2);
    }

    private interface Figure {
      double of(SurveyRow row, Normalisation normalisation);
    }

    private boolean agrees(SurveyRow row, double printed, Figure figure) {
      if (Double.isNaN(printed)) {
        return true;
      }
      double found = base.equals("measured")
          ? figure.of(row, Normalisation.MEASURED)
          : figure.of(row, Normalisation.ONE_BIT) / Math.pow(Double.parseDouble(base), 2);
      return Math.abs(found / printed - 1) < 1e-4; // densities of the third source are rounded
    }
  }

  private static List<Printed> printed() throws IOException {
    Path file = Path.of(System.getProperty("imc.root", ".."), "org.imc.tests", "data", "survey-records.csv");
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> !line.startsWith("#") && !line.startsWith("record")).map(Printed::of).toList();
    }
  }

  private static SurveyRow row(String chip, String sourcePart) {
    List<SurveyRow> found = ROWS.stream()
        .filter(row -> row.chip().name().equals(chip) && String.valueOf(row.figures().source()).contains(sourcePart))
        .toList();
    assertTrue(!found.isEmpty(), () -> "Nobody reports %s in %s.".formatted(chip, sourcePart));
    return found.getFirst();
  }

  private static SurveyRow best(ToDoubleFunction<SurveyRow> figure) {
    return ROWS.stream()
        .filter(row -> String.valueOf(row.figures().source()).startsWith("UIUC-IMC"))
        .filter(row -> !Double.isNaN(figure.applyAsDouble(row)))
        .max(Comparator.comparingDouble(figure))
        .orElseThrow();
  }

  @Test
  void everyRecordStandsWithItsFiguresInItsChip() throws IOException {
    List<Printed> records = printed();
    assertEquals(203, records.stream().map(Printed::record).distinct().count());
    List<String> missing = records.stream()
        .filter(record -> ROWS.stream().noneMatch(record::isIn))
        .map(Printed::record)
        .toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void everyChipIsOneOfTheRecords() throws IOException {
    Set<String> chips = printed().stream().map(Printed::chip).collect(Collectors.toSet());
    assertEquals(chips, ROWS.stream().map(row -> row.chip().name()).collect(Collectors.toSet()));
    assertEquals(109, chips.size());
    assertEquals(212, ROWS.size());
  }

  @Test
  void theBestFiguresAreThoseThatTheTableNames() {
    SurveyRow efficient = best(row -> row.topsPerWatt(Normalisation.ONE_BIT));
    assertEquals("PapistasCICC2021", efficient.chip().name());
    assertEquals(19635, efficient.topsPerWatt(Normalisation.ONE_BIT));
    assertEquals(0.6, efficient.figures().supplyV());
    assertEquals(ComputeStyle.ANALOG, efficient.chip().style());
    SurveyRow dense = best(row -> row.topsPerMm2(Normalisation.ONE_BIT));
    assertEquals("MoriISSCC2023", dense.chip().name());
    assertEquals(4899.52, dense.topsPerMm2(Normalisation.ONE_BIT));
    assertEquals(4, dense.chip().nodeNm());
  }

  @Test
  void equivalentsBecomeWhatWasMeasuredOnlyWhereTheWidthsAreKnown() {
    SurveyRow su = row("SuISSCC2021", "data row 0 ");
    assertEquals(22.75, su.topsPerWatt(Normalisation.MEASURED), 1e-9);
    assertEquals(3.41 / 64, su.tops(Normalisation.MEASURED), 1e-12);
    assertEquals(1000 / 3.6, su.figures().clockMhz(), 1e-9);
    SurveyRow unknown = row("YueISSCC2021", "UIUC");
    assertEquals(740, unknown.topsPerWatt(Normalisation.ONE_BIT));
    assertEquals(Double.NaN, unknown.topsPerWatt(Normalisation.MEASURED));
  }

  @Test
  void aTernaryWeightHasOneAndAHalfBits() {
    assertEquals(1050, row("PapistasCICC2021", "data row 7 ").topsPerWatt(Normalisation.MEASURED), 1e-9);
    assertEquals(600, row("UeyoshiISSCC2022", "data row 90 ").topsPerWatt(Normalisation.MEASURED), 1e-9);
  }

  @Test
  void theThroughputOfChihIsNormalisedOnceAndNotByFour() {
    SurveyRow mended = ROWS.stream()
        .filter(row -> row.chip().name().equals("ChihISSCC2021") && row.figures().quality() == ReportedQuality.DERIVED)
        .findFirst()
        .orElseThrow();
    assertEquals(16.3, mended.topsPerMm2(Normalisation.MEASURED), 0.1);
    assertEquals(89, row("ChihISSCC2021", "UIUC").topsPerWatt(Normalisation.MEASURED), 1e-9);
  }

  @Test
  void theFourthDigitalValidationChipIsAtFourBits() {
    SurveyRow yue = row("YueISSCC2023", "DIMC4");
    assertEquals(275, yue.topsPerWatt(Normalisation.MEASURED));
    assertEquals(16, yue.figures().precision());
  }

  @Test
  void figuresOfAWholeChipAreNotThoseOfAMacro() {
    assertEquals(ScopeKind.SYSTEM, row("JiaISSCC2021", "carbonspot").figures().scope());
    assertEquals(ScopeKind.ARRAY, row("JiaISSCC2021", "UIUC").figures().scope());
    assertEquals(ScopeKind.MACRO, row("JiaISSCC2021", "zigzag").figures().scope());
    assertEquals(ReportedQuality.SIMULATED, row("Mc2Ram", "").figures().quality());
  }

  @Test
  void whatSourcesDisagreeOnIsTold() {
    assertTrue(row("SuISSCC2021", "data row 0 ").figures().note().contains("disagree on the supplies"));
    assertTrue(row("YinVLSI2021", "carbonspot").figures().note().contains("digital, UIUC analog"));
    assertTrue(row("GonugondlaISSCC2018", "UIUC").figures().note().startsWith("Twice the 3.12 TOPS/W of the title"));
  }

  @Test
  void whatNobodyTellsIsNotMadeUp() {
    SurveyRow heo = row("HeoCICC2022", "UIUC");
    assertNull(heo.chip().style());
    assertEquals(Double.NaN, row("CdCim8b", "").chip().year());
  }

  @Test
  void theSupplySweepOfWangStandsInFull() {
    var seen = new ArrayList<String>();
    ROWS.stream()
        .filter(row -> row.chip().name().equals("WangVLSI2022") && row.figures().source().contains("cimloop"))
        .forEach(row -> seen.add("%s V %s TOPS/W".formatted(
            row.figures().supplyV(), row.topsPerWatt(Normalisation.MEASURED))));
    assertEquals(List.of("0.7 V 31.998 TOPS/W", "0.8 V 22.59 TOPS/W", "0.9 V 18.439 TOPS/W", "1.0 V 16.376 TOPS/W",
        "1.1 V 15.467 TOPS/W"), seen);
  }
}
