package org.imc.tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.imc.dsl.report.Figures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers for people, to the character. */
class FiguresTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 pJ", "1, 1.00 pJ", "0.1, 100 fJ", "0.00012, 0.120 fJ", "12.345, 12.3 pJ", "999.4, 999 pJ", "999.5, 1.00 nJ",
    "4213.9, 4.21 nJ", "7086255.57, 7.09 µJ", "1e9, 1.00 mJ", "1e12, 1.00 J", "2.5e15, 2500 J",
    "NaN, –", "Infinity, –",
  })
  void energiesGetAPrefix(double pj, String text) {
    assertEquals(text, Figures.energy(pj));
  }

  @ParameterizedTest
  @CsvSource({"0, 0 ns", "0.5, 500 ps", "3.54676, 3.55 ns", "307798.47, 308 µs", "4.2e6, 4.20 ms", "1.5e9, 1.50 s"})
  void timesGetAPrefix(double ns, String text) {
    assertEquals(text, Figures.time(ns));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "7, 7", "999, 999", "1000, 1.00 k", "442368, 442 k", "12501632, 12.5 M", "999950, 1.00 M", "2.5, 2.50"})
  void countsAreExactWhileTheyAreSmall(double count, String text) {
    assertEquals(text, Figures.count(count));
  }

  @ParameterizedTest
  @CsvSource({"0.29565, 0.296 mm²", "0.00241, 0.00241 mm²", "12.34, 12.3 mm²", "1234.5, 1235 mm²", "0, 0 mm²"})
  void areasKeepTheirUnit(double mm2, String text) {
    assertEquals(text, Figures.area(mm2));
  }

  @ParameterizedTest
  @CsvSource({"0, 0.0%", "0.421875, 42.2%", "1, 100.0%", "0.0001, <0.1%", "NaN, –"})
  void sharesAreInPercent(double share, String text) {
    assertEquals(text, Figures.percent(share));
  }

  @ParameterizedTest
  @CsvSource({"1, 1.00x", "1.134, 1.13x", "12.34, 12.3x", "1234.5, 1235x", "NaN, –"})
  void ratiosAreTimes(double ratio, String text) {
    assertEquals(text, Figures.ratio(ratio));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "9.9951, 10.0", "0.066660, 0.0667", "19.5, 19.5", "123456, 123456", "-1.5, -1.50"})
  void numbersHaveThreeDigits(double value, String text) {
    assertEquals(text, Figures.plain(value));
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 0.0", "0.04, 1, <0.1", "0.05, 1, 0.1", "7086.2556, 1, 7086.3", "4123, 0, 4123", "0.4, 0, <1"})
  void columnsHaveAFixedNumberOfDecimals(double value, int decimals, String text) {
    assertEquals(text, Figures.fixed(value, decimals));
  }

  @Test
  void figuresAreTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals("1.23 nJ", Figures.energy(1234.5));
      assertEquals("12.3%", Figures.percent(0.1234));
    } finally {
      Locale.setDefault(before);
    }
  }
}
