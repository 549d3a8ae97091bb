package org.imc.engine.certificate;

/**
 * A line of a certificate that does not hold.
 *
 * @param pointer which: a JSON pointer from the study, such as {@code /layers/2/energy/parts/4/energyPj}
 * @param what what stands there, for people
 * @param expected what should
 * @param found what does
 */
public record Discrepancy(String pointer, String what, String expected, String found) {

  /** Return the same below another pointer. */
  Discrepancy below(String parent) {
    return new Discrepancy(parent + pointer, what, expected, found);
  }

  /** Return what is wrong, for people, without the place. */
  public String message() {
    return "%s is %s, but should be %s.".formatted(what, found, expected);
  }
}
