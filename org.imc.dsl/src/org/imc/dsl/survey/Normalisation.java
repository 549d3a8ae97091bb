package org.imc.dsl.survey;

/** At which widths figures are compared. */
public enum Normalisation {

  /** At the widths they were measured at. */
  MEASURED(""),

  /** As equivalents at 1 bit: times weight width times activation width (Shanbhag and Roy, CICC 2022). */
  ONE_BIT("1b-");

  private final String prefix;

  Normalisation(String prefix) {
    this.prefix = prefix;
  }

  /** Return a unit as the field writes it: {@code TOPS/W}, {@code 1b-TOPS/W}. */
  public String unit(String unit) {
    return prefix + unit;
  }
}
