package org.imc.engine.result;

/**
 * What one macro costs at its peak: all rows and columns used, every cycle, no weight written.
 *
 * @param energyPerCycle energy of one cycle, pJ by part
 * @param area of one macro, mm² by part
 * @param criticalPath the slowest stage of the pipeline, or all from input to accumulator where there is none, ns by part;
 *     at the macro's supply when the technology has a supply law, else at the technology's
 * @param clockPeriodNs the period it runs at: the one given, or the critical path
 * @param macsPerCycle full-precision multiply-accumulates per cycle
 */
public record MacroCost(
    EnergyBreakdown energyPerCycle,
    AreaBreakdown area,
    DelayBreakdown criticalPath,
    double clockPeriodNs,
    double macsPerCycle) {

  /** Return the peak throughput, TOPS; one multiply-accumulate is two operations. */
  public double tops() {
    return 2.0 * macsPerCycle / clockPeriodNs / 1000;
  }

  /** Return the peak efficiency, TOPS/W. */
  public double topsPerWatt() {
    return 2.0 * macsPerCycle / energyPerCycle.totalPj();
  }

  /** Return the peak density, TOPS/mm². */
  public double topsPerMm2() {
    return tops() / area.totalMm2();
  }
}
