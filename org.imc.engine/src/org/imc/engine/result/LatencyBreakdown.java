package org.imc.engine.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.imc.engine.workload.Operand;

/**
 * The time of a layer, in cycles of the macro's clock:
 * {@code total = fill + drain + max(compute + access + weight write + waits, overlapped writes, busiest port)}, where a port
 * is busy with what moves between filling and draining.
 *
 * <p>The total is the sum of {@link #parts()}.
 *
 * @param computeCycles cycles in which the array computes
 * @param accessCycles cycles by which that takes longer because the array reads inputs and writes sums through too slow a port
 * @param weightWriteCycles cycles in which rows of weights are written, of all tiles but the first, while the array does not
 *     compute: none with ping-pong cells
 * @param overlappedWriteCycles likewise, while the array computes: none but with ping-pong cells
 * @param exchanges one for each place on the way of an operand, but its last
 * @param ports how long each memory port is busy
 * @param clockPeriodNs of the macro, ns
 */
public record LatencyBreakdown(long computeCycles, double accessCycles, long weightWriteCycles, long overlappedWriteCycles,
    List<Exchange> exchanges, List<PortLoad> ports, double clockPeriodNs) {

  /**
   * How long the array waits for the tiles of one operand in one place.
   *
   * @param place the memory's name, or {@link LevelUse#CELLS}
   * @param operand whose tiles
   * @param endCycles for the first tile on its way down, or the last of the outputs on its way up
   * @param waitCycles for all others, beyond what overlaps with computing
   */
  public record Exchange(String place, Operand operand, double endCycles, double waitCycles) {

    private boolean fills() {
      return operand != Operand.OUTPUT;
    }

    private NamedPart part(String what, double cycles) {
      return new NamedPart("%s %s %s".formatted(place, what, operand.name().toLowerCase(Locale.ROOT)), cycles);
    }
  }

  /**
   * How long one port is busy.
   *
   * @param level the memory's name
   * @param port index among its ports
   * @param cycles busy cycles
   * @param endCycles those of them in which it fills and drains
   */
  public record PortLoad(String level, int port, double cycles, double endCycles) { }

  public LatencyBreakdown {
    exchanges = List.copyOf(exchanges);
    ports = List.copyOf(ports);
  }

  /** Return the same cycles of another clock. */
  public LatencyBreakdown at(double otherClockPeriodNs) {
    return new LatencyBreakdown(computeCycles, accessCycles, weightWriteCycles, overlappedWriteCycles, exchanges, ports,
        otherClockPeriodNs);
  }

  /** Return the terms of the total, those that are 0 left out. */
  public List<NamedPart> parts() {
    List<NamedPart> parts = new ArrayList<>();
    parts.add(new NamedPart("compute", computeCycles));
    parts.add(new NamedPart("array access", accessCycles));
    parts.add(new NamedPart("weight write", weightWriteCycles));
    exchanges.forEach(each -> parts.add(each.part("wait", each.waitCycles())));
    exchanges.forEach(each -> parts.add(each.part(each.fills() ? "fill" : "drain", each.endCycles())));
    parts.add(new NamedPart("port stall", stallCycles()));
    parts.removeIf(part -> part.value() == 0);
    return parts;
  }

  /** Return the cycles in which first tiles are on their way down and nothing else can happen. */
  public double fillCycles() {
    return ends(Exchange::fills);
  }

  /** Return the cycles in which the last outputs are on their way up and nothing else is left to do. */
  public double drainCycles() {
    return ends(each -> !each.fills());
  }

  private double ends(Predicate<Exchange> which) {
    return exchanges.stream().filter(which).mapToDouble(Exchange::endCycles).sum();
  }

  /** Return the cycles in which the array waits for a tile to be exchanged for the next. */
  public double waitCycles() {
    return exchanges.stream().mapToDouble(Exchange::waitCycles).sum();
  }

  /** Return the cycles between filling and draining if no port, of memories or of ping-pong cells, were too slow. */
  public double arrayCycles() {
    return computeCycles + accessCycles + weightWriteCycles + waitCycles();
  }

  /** Return the busy cycles of the busiest port between filling and draining, 0 when there is none. */
  public double busiestPortCycles() {
    return ports.stream().mapToDouble(port -> port.cycles() - port.endCycles()).reduce(overlappedWriteCycles, Math::max);
  }

  /** Return the cycles in which everything waits for the busiest port. */
  public double stallCycles() {
    return Math.max(0, busiestPortCycles() - arrayCycles());
  }

  /** Return the cycles in all. */
  public double totalCycles() {
    double[] all = new double[4 + 2 * exchanges.size()]; // in the order of the parts, which is that of rounding
    int next = 0;
    all[next++] = computeCycles;
    all[next++] = accessCycles;
    all[next++] = weightWriteCycles;
    for (Exchange exchange : exchanges) {
      all[next++] = exchange.waitCycles();
    }
    for (Exchange exchange : exchanges) {
      all[next++] = exchange.endCycles();
    }
    all[next] = stallCycles();
    return Arrays.stream(all).filter(cycles -> cycles != 0).sum();
  }

  /** Return the time in all, ns. */
  public double totalNs() {
    return totalCycles() * clockPeriodNs;
  }
}
