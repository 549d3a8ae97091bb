package org.imc.tests.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.imc.dsl.prediction.Constants;
import org.imc.dsl.prediction.Figure;
import org.imc.dsl.prediction.PartShare;
import org.imc.dsl.prediction.PredictionInterval;
import org.imc.dsl.prediction.Spread;
import org.imc.dsl.prediction.SupplyStep;
import org.imc.dsl.prediction.ValidatedChip;
import org.imc.dsl.prediction.ValidatedFigure;
import org.imc.dsl.prediction.Validation;
import org.imc.dsl.report.ValidationFormat;
import org.imc.dsl.report.ValidationPage;
import org.imc.engine.Engine;
import org.imc.engine.arch.Architecture;
import org.imc.engine.cost.AdcModel;
import org.imc.tests.language.Language;
import org.imc.tests.report.SchemaCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the model predicts for the shipped chips. */
class ValidationTest {

  private static final Validation VALIDATION = Language.get(Validation.Factory.class).ofLibrary();

  /** The authors' seven scripts reach 13 %, 5 % and 4 %. */
  @ParameterizedTest
  @CsvSource({"AREA, 7, 0.13", "CLOCK, 7, 0.05", "ENERGY, 4, 0.04"})
  void oneModelMissesThePublishedFiguresByNoMoreThanAScriptForEachChip(Figure figure, int chips, double mismatch) {
    Spread spread = VALIDATION.detailed().spread(figure, Constants.PUBLISHED, chip -> true).orElseThrow();
    assertEquals(chips, spread.count());
    assertTrue(spread.meanMismatch() <= mismatch, spread::toString);
  }

  @Test
  void theJsonIsWhatItsSchemaSays() throws IOException {
    assertEquals(List.of(), SchemaCheck.published("validation-2.json").problems(
        new ObjectMapper().readTree(ValidationFormat.JSON.render(VALIDATION))));
  }

  /** What `imc explain` says of the in-array ADC is what its chips say. */
  @ParameterizedTest
  @CsvSource({"AREA, 1.18", "CLOCK, 1.03"})
  void theSpreadOfTheAdcModelIsThatOfTheMacrosItWasFittedOn(Figure figure, double factor) {
    assertEquals(factor, figure == Figure.AREA ? AdcModel.AREA_SPREAD : AdcModel.DELAY_SPREAD);
    Spread spread = VALIDATION.detailed().spread(figure, Constants.PUBLISHED, ValidatedChip::analog).orElseThrow();
    assertEquals(3, spread.count());
    assertEquals(factor, spread.meanFactor(), 0.005);
  }

  /** Where nothing of a chip was mended, its prediction is that of its script (validation of zigzag-imc, df34a6f). */
  @ParameterizedTest
  @CsvSource({
    "PapistasCICC2021, ENERGY, 1.69506", "ChenISSCC2023, ENERGY, 108.516", "TuISSCC2022, ENERGY, 55.1053",
    "GuoISSCC2023Macros, ENERGY, 100.058",
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
        figure("GuoISSCC2023Macros", Figure.ENERGY).heldOutRatio().orElseThrow(), 1e-3); // the belief in the constant holds back
  }

  /** The best public formulas reach a median of 1.9x and 2.9x; what is asked for is 1.5x and 1.6x. */
  @ParameterizedTest
  @CsvSource({"true, 25, 1.5", "false, 13, 1.6"})
  void theEnergyOfAPublishedMacroThatNoConstantKnowsIsPredictedWithinAFactor(boolean analog, int macros, double median) {
    Spread spread = macros(Constants.HELD_OUT, analog);
    assertEquals(macros, spread.count());
    assertTrue(spread.medianFactor() <= median, spread::toString);
    assertTrue(macros(Constants.FITTED, analog).medianFactor() <= spread.medianFactor());
    assertTrue(spread.meanFactor() < macros(Constants.PUBLISHED, analog).meanFactor());
  }

  @Test
  void aMacroThatSeveralChipsShareCountsOnce() {
    List<String> names = VALIDATION.macros().chips().stream().map(ValidatedChip::name).toList();
    assertTrue(names.contains("SuJSSC2023Macros"));
    assertFalse(names.contains("SuISSCC2021"));
    assertFalse(names.contains("SuJSSC2023"));
  }

  @Test
  void anArrayOfAProcessorTakesNoPartInTheFit() {
    assertTrue(VALIDATION.macros().chips().stream().noneMatch(chip -> chip.name().equals("JiaJSSC2020")));
    ValidatedFigure jia = VALIDATION.arrays().chips().stream().filter(chip -> chip.name().equals("JiaJSSC2020"))
        .findFirst().orElseThrow().figure(Figure.ENERGY).orElseThrow();
    assertEquals(jia.fitted(), jia.heldOut());
    assertEquals(2000 / 192.0, jia.published(), 1e-9); // 192 TOPS/W at 1 x 1 bit
  }

  /** 4056 and 1118.4 1b-TOPS/W at 0.5 and 0.9 V; V squared alone. */
  @Test
  void theEnergyAtAnotherSupplyFollowsTheLawOfTheTechnology() {
    SupplyStep step = VALIDATION.supplies().stream().filter(each -> each.chip().equals("FujiwaraISSCC2022"))
        .findFirst().orElseThrow();
    assertEquals(0.9, step.fromV());
    assertEquals(0.5, step.toV());
    assertEquals(1118.4 / 4056, step.energy().published(), 1e-9);
    assertEquals(0.25 / 0.81, step.energy().predicted(), 1e-9);
    assertEquals(13.85 / 3.45, step.period().orElseThrow().published(), 1e-6);
    assertEquals(1, step.period().orElseThrow().ratio(), 0.02);
  }

  /** 1.79 of 11.49 pJ; 256 conversions of 8 bits (100 fF x 8 + 1 aF x 4^8) of all that an array of 2304 x 256 takes. */
  @Test
  void whatAPartHasIsPredictedBesideWhatIsPublished() {
    PartShare adc = VALIDATION.parts().stream().filter(part -> part.chip().equals("JiaJSSC2020")).findFirst().orElseThrow();
    assertEquals("adc", adc.part().getLiteral());
    assertEquals(1.79 / 11.49, adc.published(), 1e-9);
    double load = (0.019 * 65 + 0.168) / (0.019 * 28 + 0.168) * 0.35; // line, and half of a gate likewise
    double conversion = 100 * 8 + 0.001 * Math.pow(4, 8);
    assertEquals(conversion / (conversion + 2304 * (load + load)), adc.predicted(), 1e-6);
    for (Figure figure : List.of(Figure.ENERGY, Figure.AREA)) {
      assertEquals(1, VALIDATION.parts().stream()
          .filter(part -> part.chip().equals("WangVLSI2022") && part.figure() == figure)
          .mapToDouble(PartShare::predicted).sum(), 1e-9);
    }
  }

  @Test
  void anEstimateLiesWithinItsInterval() {
    var macro = LibraryStudies.architecture("GuoISSCC2023").macro();
    PredictionInterval energy = PredictionInterval.of(macro, Figure.ENERGY).orElseThrow();
    ValidatedFigure guo = VALIDATION.macros().chips().stream().filter(chip -> chip.name().equals("GuoISSCC2023Macros"))
        .findFirst().orElseThrow().figure(Figure.ENERGY).orElseThrow();
    assertEquals(guo.fitted().orElseThrow(), energy.fitted(), guo.published() * 1e-3);
    assertEquals(13, energy.chips());
    assertTrue(energy.low() < energy.fitted() && energy.fitted() < energy.high(), energy::toString);
    PredictionInterval efficiency = PredictionInterval.ofEfficiency(macro).orElseThrow();
    assertEquals(2000 / energy.high(), efficiency.low(), 1e-9);
    assertEquals(2000 / energy.low(), efficiency.high(), 1e-9);
  }

  /** {@code imc validate --format intervals} writes it anew. */
  @Test
  void theTableOfIntervalsIsWhatTheMacrosGive() throws IOException {
    try (var table = PredictionInterval.class.getResourceAsStream("intervals.csv")) {
      assertEquals(new String(table.readAllBytes(), StandardCharsets.UTF_8), ValidationFormat.INTERVALS.render(VALIDATION));
    }
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
        ValidationFormat.MARKDOWN.render(VALIDATION));
    assertEquals(Files.readString(RepositoryFiles.DOCS.resolve("validation.svg")), ValidationFormat.SVG.render(VALIDATION));
  }

  @Test
  void theReadmeShowsTheSameRatios() throws IOException {
    String readme = Files.readString(RepositoryFiles.README);
    assertTrue(readme.contains(ValidationPage.readmeTable(VALIDATION)), () -> ValidationPage.readmeTable(VALIDATION));
    assertTrue(readme.contains(ValidationPage.readmeSpread(VALIDATION)), () -> ValidationPage.readmeSpread(VALIDATION));
  }

  @Test
  void jsonAndCsvHoldEveryFigure() throws IOException {
    var json = new ObjectMapper().readTree(ValidationFormat.JSON.render(VALIDATION));
    assertEquals(7, json.at("/detailed/chips").size());
    assertEquals(figure("ChenISSCC2023", Figure.AREA).ratio(), json.at("/detailed/chips/0/figures/0/ratio").doubleValue());
    assertEquals(macros(Constants.HELD_OUT, true).high68(), json.at("/macros/spreads/2/analog/held out/high68").doubleValue());
    String[] rows = ValidationFormat.CSV.render(VALIDATION).split("\r\n");
    long figures = Stream.of(VALIDATION.detailed(), VALIDATION.macros(), VALIDATION.arrays())
        .flatMap(set -> set.chips().stream()).mapToLong(chip -> chip.figures().size()).sum();
    assertEquals(1 + figures, rows.length);
    assertEquals(14, rows[0].split(",").length);
  }

  private ValidatedFigure figure(String chip, Figure figure) {
    return VALIDATION.detailed().chips().stream().filter(each -> each.name().equals(chip)).findFirst().orElseThrow()
        .figure(figure).orElseThrow();
  }

  private Spread macros(Constants constants, boolean analog) {
    return VALIDATION.macros().spread(Figure.ENERGY, constants, chip -> chip.analog() == analog).orElseThrow();
  }
}
