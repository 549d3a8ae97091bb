package org.imc.engine.mapper;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.Sharing;

/**
 * The components of a cost vector: energy without leakage (pJ), and cycles of all that can hold up a mapping. These are
 * the array (computing, writing weights, waiting for tiles), the write port of ping-pong cells, and each memory port; each
 * with filling and draining, so that the latency is the largest. Each only grows along a mapping, and every objective is a
 * rising function of them.
 */
final class Criteria {

  static final int ENERGY = 0;
  static final int ARRAY = 1;
  /** The write port of the cells, where there is one beside the array. */
  static final int CELL_PORT = 2;

  private record Port(double bandwidth, Sharing sharing) { }

  private final int firstPort;
  private final int[][] ofPort; // by level and port
  private final List<MemoryLevel> levels;
  private final List<Port> ports = new ArrayList<>();

  Criteria(List<MemoryLevel> levels, boolean pingPong) {
    this.levels = levels;
    firstPort = pingPong ? CELL_PORT + 1 : CELL_PORT;
    ofPort = new int[levels.size()][];
    for (int i = 0; i < levels.size(); i++) {
      MemoryLevel level = levels.get(i);
      ofPort[i] = new int[level.ports().size()];
      for (int port = 0; port < ofPort[i].length; port++) {
        if (port == level.readPort() || port == level.writePort()) {
          ofPort[i][port] = firstPort + ports.size();
          ports.add(new Port(level.ports().get(port).bandwidthBitsPerCycle(), level.sharing()));
        }
      }
    }
  }

  /** Return the length of a cost vector. */
  int count() {
    return firstPort + ports.size();
  }

  /** Return the component of the port through which a level is read. */
  int reads(int level) {
    return ofPort[level][levels.get(level).readPort()];
  }

  /** Return the component of the port through which a level is written. */
  int writes(int level) {
    return ofPort[level][levels.get(level).writePort()];
  }

  /** Return the cycles of bits through a memory port, given the instances that share them. */
  double cycles(int component, double bits, ToLongFunction<Sharing> instances) {
    Port port = ports.get(component - firstPort);
    return bits / (port.bandwidth() * instances.applyAsLong(port.sharing()));
  }

  /** Return the cycles of the busiest memory port. */
  double busiestPort(double[] costs) {
    double busiest = 0;
    for (int k = firstPort; k < costs.length; k++) {
      busiest = Math.max(busiest, costs[k]);
    }
    return busiest;
  }

  /** Return the latency of a cost vector; 0 when it is of energy alone. */
  static double latency(double[] costs) {
    double latency = 0;
    for (int k = ARRAY; k < costs.length; k++) {
      latency = Math.max(latency, costs[k]);
    }
    return latency;
  }
}
