package org.imc.dsl.quantity;

import java.util.List;

/** What a quantity measures, and the unit in which the engine takes it. */
public enum Dimension {
  /** A bare number. */
  COUNT("a number without a unit", "", List.of()),
  LENGTH("a length", "nm", List.of("nm", "um")),
  AREA("an area", "um2", List.of("um2", "mm2")),
  TIME("a time", "ns", List.of("ps", "ns", "us")),
  FREQUENCY("a frequency", "MHz", List.of("kHz", "MHz", "GHz")),
  VOLTAGE("a voltage", "V", List.of("mV", "V")),
  CAPACITANCE("a capacitance", "fF", List.of("aF", "fF", "pF")),
  INFORMATION("a number of bits", "bit", List.of("bit", "Kibit", "Mibit", "B", "KiB", "MiB", "GiB")),
  ENERGY_PER_BIT("an energy per bit", "pJ/bit", List.of("fJ/bit", "pJ/bit", "nJ/bit", "pJ/B")),
  BITS_PER_CYCLE("bits per clock cycle", "bit/cycle", List.of("bit/cycle", "B/cycle")),
  BITS_PER_TIME("bits per second", "Gbit/s", List.of("Mbit/s", "Gbit/s", "MB/s", "GB/s"));

  private final String description;
  private final String canonicalUnit;
  private final List<String> usualUnits;

  Dimension(String description, String canonicalUnit, List<String> usualUnits) {
    this.description = description;
    this.canonicalUnit = canonicalUnit;
    this.usualUnits = usualUnits;
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
