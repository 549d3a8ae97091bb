package org.imc.engine.result;

/**
 * What one inference takes in all.
 *
 * @param macs multiply-accumulates
 * @param energyPj energy, pJ
 * @param cycles time in cycles of the macro's clock
 * @param clockPeriodNs of that clock, ns
 * @param macsPerCycle multiply-accumulates that all macros could do in a cycle
 */
public record Totals(long macs, double energyPj, double cycles, double clockPeriodNs, double macsPerCycle) {

  /** Return the time, ns. */
  public double ns() {
    return cycles * clockPeriodNs;
  }

  /** Return the effective efficiency, TOPS/W; one multiply-accumulate is two operations. */
  public double topsPerWatt() {
    return 2.0 * macs / energyPj;
  }

  /** Return the effective throughput, TOPS. */
  public double tops() {
    return 2.0 * macs / ns() / 1000;
  }

  /** Return the share of what all macros could compute in that time, 0 to 1. */
  public double utilization() {
    return macs / (macsPerCycle * cycles);
  }
}
