package org.imc.dsl.report;

import java.util.Locale;
import java.util.function.DoubleFunction;

/** A figure of a whole study that two evaluations are compared in. */
public enum ComparedFigure {

  /** Energy of an inference. */
  ENERGY("energyPj", Figures::energy),

  /** Time of an inference. */
  LATENCY("latencyNs", Figures::time),

  /** Area of the chip. */
  AREA("areaMm2", Figures::area),

  /** Operations for each joule. */
  EFFICIENCY("topsPerWatt", value -> Figures.plain(value) + " TOPS/W"),

  /** Operations a second. */
  THROUGHPUT("tops", value -> Figures.plain(value) + " TOPS"),

  /** Operations a second on each square millimetre. */
  DENSITY("topsPerMm2", value -> Figures.plain(value) + " TOPS/mm²");

  private final String field;
  private final DoubleFunction<String> words;

  ComparedFigure(String field, DoubleFunction<String> words) {
    this.field = field;
    this.words = words;
  }

  /** Return its name in the totals of a JSON report. */
  String field() {
    return field;
  }

  /** Return its name as people write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Return a value with its unit. */
  String format(double value) {
    return words.apply(value);
  }
}
