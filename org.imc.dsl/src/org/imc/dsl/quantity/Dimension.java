package org.imc.dsl.quantity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a quantity measures, and the unit in which the engine takes it. */
public enum Dimension {
  /** A bare number. */
  COUNT("a number without a unit", Measure.NONE, 0, "", List.of()),
  LENGTH("a length", measure("m"), 9, "nm", List.of("nm", "um")),
  AREA("an area", measure("mm"), 12, "um2", List.of("um2", "mm2")),
  TIME("a time", measure("s"), 9, "ns", List.of("ps", "ns", "us")),
  FREQUENCY("a frequency", measure("/s"), -6, "MHz", List.of("kHz", "MHz", "GHz")),
  VOLTAGE("a voltage", measure("V"), 0, "V", List.of("mV", "V")),
  CAPACITANCE("a capacitance", measure("J/VV"), 15, "fF", List.of("aF", "fF", "pF")),
  ENERGY("an energy", measure("J"), 12, "pJ", List.of("fJ", "pJ", "nJ")),
  POWER("a power", measure("J/s"), 3, "mW", List.of("nW", "uW", "mW", "W")),
  INFORMATION("a number of bits", measure("b"), 0, "bit", List.of("bit", "Kibit", "Mibit", "B", "KiB", "MiB", "GiB")),
  ENERGY_PER_BIT("an energy per bit", measure("J/b"), 12, "pJ/bit", List.of("fJ/bit", "pJ/bit", "nJ/bit", "pJ/B")),
  BITS_PER_CYCLE("bits per clock cycle", measure("b/c"), 0, "bit/cycle", List.of("bit/cycle", "B/cycle")),
  BITS_PER_TIME("bits per second", measure("b/s"), -9, "Gbit/s", List.of("Mbit/s", "Gbit/s", "MB/s", "GB/s")),
  THROUGHPUT("a throughput", measure("o/s"), -12, "TOPS", List.of("GOPS", "TOPS", "POPS")),
  EFFICIENCY("an energy efficiency", measure("o/J"), -12, "TOPS/W", List.of("GOPS/W", "TOPS/W", "POPS/W")),
  COMPUTE_DENSITY("a throughput per area", measure("o/smm"), -18, "TOPS/mm2", List.of("GOPS/mm2", "TOPS/mm2"));

  private final String description;
  private final Measure measure;
  private final int canonicalPerBaseExponent;
  private final String canonicalUnit;
  private final List<String> usualUnits;

  Dimension(String description, Measure measure, int canonicalPerBaseExponent, String canonicalUnit,
      List<String> usualUnits) {
    this.description = description;
    this.measure = measure;
    this.canonicalPerBaseExponent = canonicalPerBaseExponent;
    this.canonicalUnit = canonicalUnit;
    this.usualUnits = usualUnits;
  }

  /** Return a measure written in one letter for each base unit: those before the slash multiply, those behind divide. */
  private static Measure measure(String letters) {
    Measure measure = Measure.NONE;
    boolean over = false;
    for (char letter : letters.toCharArray()) {
      if (letter == '/') {
        over = true;
        continue;
      }
      Measure base = switch (letter) {
        case 'm' -> new Measure(1, 0, 0, 0, 0, 0, 0);
        case 's' -> new Measure(0, 1, 0, 0, 0, 0, 0);
        case 'V' -> new Measure(0, 0, 1, 0, 0, 0, 0);
        case 'J' -> new Measure(0, 0, 0, 1, 0, 0, 0);
        case 'b' -> new Measure(0, 0, 0, 0, 1, 0, 0);
        case 'c' -> new Measure(0, 0, 0, 0, 0, 1, 0);
        case 'o' -> new Measure(0, 0, 0, 0, 0, 0, 1);
        default -> throw new IllegalArgumentException("'%s' is no base unit.".formatted(letter));
      };
      measure = over ? measure.over(base) : measure.times(base);
    }
    return measure;
  }

  /** Return the dimension that measures something, if there is one. */
  static Optional<Dimension> of(Measure measure) {
    return Optional.ofNullable(ByMeasure.DIMENSIONS.get(measure));
  }

  /** Looked up for every quantity of a file, many times. */
  private static final class ByMeasure {

    private static final Map<Measure, Dimension> DIMENSIONS =
        Stream.of(values()).collect(Collectors.toUnmodifiableMap(Dimension::measure, Function.identity()));

    private ByMeasure() { }
  }

  /** Return what it measures in base units. */
  public Measure measure() {
    return measure;
  }

  /** Return a value of base units in the canonical unit, exactly. */
  public BigDecimal canonical(BigDecimal inBaseUnits) {
    return inBaseUnits.scaleByPowerOfTen(canonicalPerBaseExponent);
  }

  /** Return words for people, with their article. */
  public String description() {
    return description;
  }

  /** Return the unit in which the engine takes it; empty for counts. */
  public String canonicalUnit() {
    return canonicalUnit;
  }

  /** Return the units that people write, smallest first. */
  public List<String> usualUnits() {
    return usualUnits;
  }
}
