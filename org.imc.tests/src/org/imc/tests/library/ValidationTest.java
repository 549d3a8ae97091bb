package org.imc.tests.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import org.imc.dsl.prediction.Figure;
import org.imc.dsl.prediction.Spread;
import org.imc.dsl.prediction.ValidatedFigure;
import org.imc.dsl.prediction.Validation;
import org.imc.dsl.report.ValidationFormat;
import org.imc.dsl.report.ValidationPage;
import org.imc.engine.Engine;
import org.imc.engine.arch.Architecture;
import org.imc.tests.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the model predicts for the shipped chips. */
class ValidationTest {

  private final Validation validation = Language.get(Validation.Factory.class).ofLibrary();

  /** The authors' seven scripts reach 13 %, 5 % and 4 %. */
  @ParameterizedTest
  @CsvSource({"AREA, 7, 0.13", "CLOCK, 7, 0.05", "ENERGY, 4, 0.04"})
  void oneModelMissesThePublishedFiguresByNoMoreThanAScriptForEachChip(Figure figure, int chips, double mismatch) {
    Spread spread = validation.spread(figure, Validation.Kind.FITTED, chip -> true).orElseThrow();
    assertEquals(chips, spread.count());
    assertTrue(spread.meanMismatch() <= mismatch, spread::toString);
  }

  /** Where nothing of a chip was mended, its prediction is that of its script (validation of zigzag-imc, df34a6f). */
  @ParameterizedTest
  @CsvSource({
    "PapistasCICC2021, ENERGY, 1.69506", "ChenISSCC2023, ENERGY, 108.516", "TuISSCC2022, ENERGY, 55.1053", "GuoISSCC2023Macros, ENERGY, 100.058",
    "PapistasCICC2021, CLOCK, 44.0081", "SuJSSC2023Macros, CLOCK, 3.7702", "ChenISSCC2023, CLOCK, 2.81284", "TuISSCC2022, CLOCK, 4.27332",
    "GuoISSCC2023Macros, CLOCK, 5.4014", "YueISSCC2023, CLOCK, 2.38044", "PapistasCICC2021, AREA, 1.24429"
  })
  void theChipsFilesSayWhatTheScriptsSay(String chip, Figure figure, double script) {
    assertEquals(script, figure(chip, figure).predicted(), script * 1e-5);
  }

  /** Energy is in proportion to the gate's capacitance, so what one chip misses is what the other is corrected by. */
  @Test
  void aHeldOutPredictionTakesItsConstantFromTheOtherChips() {
    double correction = 1 / figure("TuISSCC2022", Figure.ENERGY).ratio();
    assertEquals(figure("GuoISSCC2023Macros", Figure.ENERGY).ratio() * correction,
        figure("GuoISSCC2023Macros", Figure.ENERGY).heldOutRatio().orElseThrow(), 1e-6);
  }

  @Test
  void anEnergyOfUnknownSparsityIsNoEvidence() {
    assertFalse(figure("YanISSCC2022", Figure.ENERGY).evidence());
    assertTrue(figure("YanISSCC2022", Figure.AREA).evidence());
    assertTrue(figure("GuoISSCC2023Macros", Figure.ENERGY).evidence());
  }

  /** All banks' products of one vector, two operations each, in the published time: 2 x 1024 / 21.98 ns, 2 x 768 / 7.2 ns. */
  @ParameterizedTest
  @CsvSource({"GuoISSCC2023, 0.0932", "SuJSSC2023, 0.2133"})
  void throughputIsWhatThePublishedTimesGive(String chip, double tops) {
    Architecture architecture = LibraryStudies.architecture(chip);
    assertEquals(1, Engine.macroCost(architecture.macro()).tops() * architecture.macros() / tops, 0.01);
  }

  /** A change of the model shows chip by chip in the difference; {@code imc validate} writes both files anew. */
  @Test
  void thePageAndItsPlotShowTheModelAsItIs() throws IOException {
    assertEquals(Files.readString(RepositoryFiles.DOCS.resolve("validation.md")),
        ValidationFormat.MARKDOWN.render(validation));
    assertEquals(Files.readString(RepositoryFiles.DOCS.resolve("validation.svg")), ValidationFormat.SVG.render(validation));
  }

  @Test
  void theReadmeShowsTheSameRatios() throws IOException {
    String readme = Files.readString(RepositoryFiles.README);
    assertTrue(readme.contains(ValidationPage.readmeTable(validation)), () -> ValidationPage.readmeTable(validation));
  }

  @Test
  void jsonAndCsvHoldEveryFigure() throws IOException {
    var json = new ObjectMapper().readTree(ValidationFormat.JSON.render(validation));
    assertEquals(7, json.get("chips").size());
    assertEquals(figure("ChenISSCC2023", Figure.AREA).ratio(), json.at("/chips/0/figures/0/ratio").doubleValue());
    String[] rows = ValidationFormat.CSV.render(validation).split("\r\n");
    assertEquals(1 + 7 * 3, rows.length);
    assertEquals(rows[0].split(",").length, 11);
  }

  private ValidatedFigure figure(String chip, Figure figure) {
    return validation.chips().stream().filter(each -> each.name().equals(chip)).findFirst().orElseThrow()
        .figure(figure).orElseThrow();
  }
}
