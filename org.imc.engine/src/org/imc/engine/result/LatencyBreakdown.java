package org.imc.engine.result;

import java.util.List;

/**
 * The time of a layer, in cycles of the macro's clock.
 *
 * <p>Computing and writing weights into the cells exclude each other; transfers overlap with both, so the busiest memory
 * port decides when it needs longer: {@code total = max(compute + weightWrite, busiest port)}.
 *
 * @param computeCycles cycles in which the array computes
 * @param weightWriteCycles cycles in which rows of weights are written into the cells
 * @param ports how long each memory port is busy
 * @param clockPeriodNs of the macro, ns
 */
public record LatencyBreakdown(
    long computeCycles, long weightWriteCycles, List<PortLoad> ports, double clockPeriodNs) {

  /**
   * How long one port is busy.
   *
   * @param level the memory's name
   * @param port index among its ports
   * @param cycles busy cycles
   */
  public record PortLoad(String level, int port, double cycles) { }

  public LatencyBreakdown {
    ports = List.copyOf(ports);
  }

  /** Return the busy cycles of the busiest port, 0 when there is none. */
  public double busiestPortCycles() {
    return ports.stream().mapToDouble(PortLoad::cycles).max().orElse(0);
  }

  /** Return the cycles in which the array waits for a port. */
  public double stallCycles() {
    return Math.max(0, busiestPortCycles() - computeCycles - weightWriteCycles);
  }

  /** Return the cycles in all. */
  public double totalCycles() {
    return computeCycles + weightWriteCycles + stallCycles();
  }

  /** Return the time in all, ns. */
  public double totalNs() {
    return totalCycles() * clockPeriodNs;
  }
}
