package org.imc.tests.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.imc.engine.Engine;
import org.imc.engine.arch.Architecture;
import org.imc.engine.result.MacroCost;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How far the model is from what was published about the macros of the shipped chips, at full activity: the ratios that the
 * README states. A change that moves one of them has to say so there.
 */
class PublishedChipsTest {

  private static final double PERCENT = 0.01;

  @ParameterizedTest
  @CsvSource({
    "GuoISSCC2023, 0.1462, 0.94",
    "SuJSSC2023,   0.468,  0.58"
  })
  void areaOfTheMacros(String chip, double publishedMm2, double ratio) {
    Architecture architecture = LibraryStudies.architecture(chip);
    assertEquals(ratio, cost(architecture).area().totalMm2() * architecture.macros() / publishedMm2, PERCENT);
  }

  /** Su et al. publish 7.2 ns for two accesses in a row. */
  @ParameterizedTest
  @CsvSource({
    "GuoISSCC2023, 5.4945, 0.99",
    "SuJSSC2023,   3.6,    1.83"
  })
  void criticalPath(String chip, double publishedNs, double ratio) {
    assertEquals(ratio, cost(LibraryStudies.architecture(chip)).criticalPath().totalNs() / publishedNs, PERCENT);
  }

  @ParameterizedTest
  @CsvSource({
    "GuoISSCC2023, 19.5,  2.58",
    "SuJSSC2023,   15.02, 3.60"
  })
  void energyOfAMac(String chip, double publishedTopsPerWatt, double ratio) {
    assertEquals(ratio, publishedTopsPerWatt / cost(LibraryStudies.architecture(chip)).topsPerWatt(), PERCENT);
  }

  /** All banks' products of one vector, two operations each, in the published time: 2 x 1024 / 21.98 ns, 2 x 768 / 7.2 ns. */
  @ParameterizedTest
  @CsvSource({
    "GuoISSCC2023, 0.0932",
    "SuJSSC2023,   0.2133"
  })
  void throughputIsWhatThePublishedTimesGive(String chip, double tops) {
    Architecture architecture = LibraryStudies.architecture(chip);
    assertEquals(1, cost(architecture).tops() * architecture.macros() / tops, PERCENT);
  }

  private static MacroCost cost(Architecture architecture) {
    return Engine.macroCost(architecture.macro());
  }
}
