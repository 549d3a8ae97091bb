package org.imc.engine.cost;

/**
 * Off-chip memories by what they spend on a bit, read or written.
 *
 * <p>Limits: whole pages are streamed at the full rate; random accesses cost more, and idle refresh is not counted.
 * Published figures of one kind differ by a factor of 2 with page hits, rate and what of the interface is counted.
 */
public enum DramKind {
  LPDDR4(13, "Heonjae Ha, dissertation, Stanford 2018: four dies of 8 Gbit at 3.2 Gbit/s per pin, interface included"),
  DDR4(9.4, "Micron TN-40-07 with the currents of an 8 Gbit x8 device at 2.4 Gbit/s per pin (Ramulator 2: IDD4 145 mA, IDD3N"
      + " 55 mA, IDD0 60 mA, 1.2 V): 5.6 column, 3.4 standby, 0.4 row; termination not included"),
  HBM2(3.9, "O'Connor et al., Fine-Grained DRAM, MICRO 2017");

  private final double pjPerBit;
  private final String source;

  DramKind(double pjPerBit, String source) {
    this.pjPerBit = pjPerBit;
    this.source = source;
  }

  /** Return the energy to read or write a bit, pJ. */
  public double pjPerBit() {
    return pjPerBit;
  }

  /** Return where it was published, or how it was derived. */
  public String source() {
    return source;
  }
}
