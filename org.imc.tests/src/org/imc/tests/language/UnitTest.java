package org.imc.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Optional;
import org.imc.dsl.quantity.Dimension;
import org.imc.dsl.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTest {

  @ParameterizedTest
  @CsvSource({
    "nm, LENGTH, 1", "um, LENGTH, 1000", "µm, LENGTH, 1000", "μm, LENGTH, 1000", "mm, LENGTH, 1000000",
    "um2, AREA, 1", "µm², AREA, 1", "mm2, AREA, 1000000",
    "ps, TIME, 0.001", "ns, TIME, 1", "s, TIME, 1000000000",
    "kHz, FREQUENCY, 0.001", "MHz, FREQUENCY, 1", "GHz, FREQUENCY, 1000",
    "V, VOLTAGE, 1", "mV, VOLTAGE, 0.001",
    "aF, CAPACITANCE, 0.001", "fF, CAPACITANCE, 1", "pF, CAPACITANCE, 1000",
    "bit, INFORMATION, 1", "B, INFORMATION, 8", "kB, INFORMATION, 8000", "KiB, INFORMATION, 8192",
    "MiB, INFORMATION, 8388608", "Kibit, INFORMATION, 1024", "Mbit, INFORMATION, 1000000",
    "pJ/bit, ENERGY_PER_BIT, 1", "fJ/bit, ENERGY_PER_BIT, 0.001", "pJ/B, ENERGY_PER_BIT, 0.125",
    "bit/cycle, BITS_PER_CYCLE, 1", "B/cycle, BITS_PER_CYCLE, 8",
    "Gbit/s, BITS_PER_TIME, 1", "GB/s, BITS_PER_TIME, 8", "MB/s, BITS_PER_TIME, 0.008",
    "pJ, ENERGY, 1", "nJ, ENERGY, 1000", "mW, POWER, 1", "uW, POWER, 0.001",
    "TOPS, THROUGHPUT, 1", "GOPS, THROUGHPUT, 0.001", "TOPS/W, EFFICIENCY, 1", "TOPS/mW, EFFICIENCY, 1000",
    "TOPS/mm2, COMPUTE_DENSITY, 1", "GOPS/mm², COMPUTE_DENSITY, 0.001"
  })
  void unitIsExactlyItsFactorOfTheCanonicalUnit(String text, Dimension dimension, BigDecimal factor) {
    Unit unit = Unit.parse(text).orElseThrow();
    assertEquals(Optional.of(dimension), unit.dimension());
    assertEquals(0, factor.compareTo(unit.factor()), () -> unit.factor().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "", "/", "x", "Nm", "nM", "KB", "mbit", "nbit", "Kim", "KiV", "bit/bit", "bit/", "/s", "pJ/cycle",
    "V/bit", "bit/cycle/s", "kcycle", "bit/kcycle", "nm3", "m22", "bits", "Byte", "volt"})
  void whatIsNotAUnitOfTheLanguageIsNotRead(String text) {
    assertEquals(Optional.empty(), Unit.parse(text));
  }

  @ParameterizedTest
  @EnumSource(Dimension.class)
  void theUnitsThatADimensionSuggestsAreItsOwn(Dimension dimension) {
    for (String usual : dimension.usualUnits()) {
      assertEquals(Optional.of(dimension), Unit.parse(usual).flatMap(Unit::dimension), usual);
    }
  }

  @Test
  void theCanonicalUnitOfADimensionIsWorthOne() {
    for (Dimension dimension : Dimension.values()) {
      if (dimension != Dimension.COUNT) {
        assertEquals(0, BigDecimal.ONE.compareTo(Unit.parse(dimension.canonicalUnit()).orElseThrow().factor()));
      }
    }
  }
}
