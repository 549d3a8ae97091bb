package org.imc.dsl.certificate;

/** A file that is no certificate, with the place where it ceases to be one. */
public final class CertificateFault extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Place place;

  /**
   * Where something stands.
   *
   * @param pointer JSON pointer; empty for the document
   * @param line from 1
   * @param column from 1
   * @param offset in characters, from 0
   * @param length in characters
   */
  public record Place(String pointer, int line, int column, int offset, int length) { }

  CertificateFault(Place place, String message) {
    super(message);
    this.place = place;
  }

  /** Return where it ceases. */
  public Place place() {
    return place;
  }
}
