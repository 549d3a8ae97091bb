package org.imc.engine.cost;

/**
 * What an SRAM array costs.
 *
 * @param readPj energy of reading one word, pJ
 * @param writePj energy of writing one word, pJ
 * @param areaMm2 area, mm²
 * @param accessNs time of an access, ns
 */
public record SramFigures(double readPj, double writePj, double areaMm2, double accessNs) {

  SramFigures times(double energy, double area, double time) {
    return new SramFigures(readPj * energy, writePj * energy, areaMm2 * area, accessNs * time);
  }

  /** Return what lies between these figures (share 0) and others (share 1), by ratio. */
  SramFigures towards(SramFigures other, double share) {
    return new SramFigures(
        between(readPj, other.readPj, share), between(writePj, other.writePj, share),
        between(areaMm2, other.areaMm2, share), between(accessNs, other.accessNs, share));
  }

  private static double between(double a, double b, double share) {
    return a * Math.pow(b / a, share);
  }
}
