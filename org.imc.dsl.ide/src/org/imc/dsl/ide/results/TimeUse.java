package org.imc.dsl.ide.results;

import java.util.function.ToDoubleFunction;
import org.imc.engine.result.LatencyBreakdown;

/** What the time of a layer goes into, in as many parts as a small chart has room for; together they are all of it. */
public enum TimeUse {
  COMPUTING("computing", latency -> latency.computeCycles() + latency.accessCycles()),
  WEIGHT_WRITE("weight write", LatencyBreakdown::weightWriteCycles),
  FILLING("filling and draining", latency -> latency.fillCycles() + latency.drainCycles()),
  WAITING("waiting for memories", latency -> latency.waitCycles() + latency.stallCycles());

  private final String label;
  private final ToDoubleFunction<LatencyBreakdown> cycles;

  TimeUse(String label, ToDoubleFunction<LatencyBreakdown> cycles) {
    this.label = label;
    this.cycles = cycles;
  }

  /** Return what people call it. */
  public String label() {
    return label;
  }

  /** Return how long it takes, in cycles. */
  public double cycles(LatencyBreakdown latency) {
    return cycles.applyAsDouble(latency);
  }
}
