package org.imc.engine.cost;

import java.util.List;
import java.util.function.ToLongFunction;
import org.imc.engine.arch.MemoryHierarchy;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.Sharing;
import org.imc.engine.cost.AccessCounts.Traffic;
import org.imc.engine.result.Transfer.Direction;

/**
 * Bits through each port of each memory, over all used instances, which share them equally.
 *
 * <p>Errors: {@link ArithmeticException} when a count exceeds a {@code long}.
 */
final class PortBits {

  private final List<MemoryLevel> levels;
  private final ToLongFunction<Sharing> instances;
  private final long[][] bits; // by level and port

  /** Hears of a port. */
  @FunctionalInterface
  interface Visitor {
    void visit(int level, int port, double cycles);
  }

  PortBits(MemoryHierarchy memories, ToLongFunction<Sharing> instances) {
    levels = memories.levels();
    this.instances = instances;
    bits = new long[levels.size()][];
    for (int level = 0; level < bits.length; level++) {
      bits[level] = new long[levels.get(level).ports().size()];
    }
  }

  PortBits with(List<Traffic> traffic) {
    traffic.forEach(stream -> add(stream.level(), stream.transfer().direction(), stream.bits()));
    return this;
  }

  void add(int level, Direction direction, long more) {
    int port = direction == Direction.READ ? level(level).readPort() : level(level).writePort();
    bits[level][port] = Math.addExact(bits[level][port], more);
  }

  void add(PortBits others) {
    forEachPort((level, port, cycles) -> bits[level][port] = Math.addExact(bits[level][port], others.bits[level][port]));
  }

  MemoryLevel level(int level) {
    return levels.get(level);
  }

  /** Return how long a port is busy. */
  double cycles(int level, int port) {
    MemoryLevel of = level(level);
    return bits[level][port] == 0 ? 0 : bits[level][port]
        / (of.ports().get(port).bandwidthBitsPerCycle() * instances.applyAsLong(of.sharing()));
  }

  double busiestCycles() {
    double[] busiest = new double[1];
    forEachPort((level, port, cycles) -> busiest[0] = Math.max(busiest[0], cycles));
    return busiest[0];
  }

  void forEachPort(Visitor visitor) {
    for (int level = 0; level < bits.length; level++) {
      for (int port = 0; port < bits[level].length; port++) {
        visitor.visit(level, port, cycles(level, port));
      }
    }
  }
}
