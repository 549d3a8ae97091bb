package org.imc.dsl.prediction;

/** With which constants chips are predicted. */
public enum Constants {
  /** Those of the model, as its authors published them. */
  PUBLISHED("as published"),
  /** Fitted to all chips that are looked at. */
  FITTED("fitted"),
  /** Fitted to all but the chip that is predicted. */
  HELD_OUT("held out");

  private final String label;

  Constants(String label) {
    this.label = label;
  }

  /** Return the words for people. */
  public String label() {
    return label;
  }
}
