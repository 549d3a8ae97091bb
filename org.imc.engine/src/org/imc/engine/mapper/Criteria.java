package org.imc.engine.mapper;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.Sharing;

/**
 * The components of a cost vector: energy (pJ), rows of weights written (cycles), and the bits through each memory port
 * over all its instances. Each only grows along a mapping, and every objective is a rising function of them.
 */
final class Criteria {

  static final int ENERGY = 0;
  static final int WEIGHT_WRITE = 1;
  private static final int FIRST_PORT = 2;

  private record Port(double bandwidth, Sharing sharing) { }

  private final int[][] ofPort; // by level and port
  private final List<MemoryLevel> levels;
  private final List<Port> ports = new ArrayList<>();

  Criteria(List<MemoryLevel> levels) {
    this.levels = levels;
    ofPort = new int[levels.size()][];
    for (int i = 0; i < levels.size(); i++) {
      MemoryLevel level = levels.get(i);
      ofPort[i] = new int[level.ports().size()];
      for (int port = 0; port < ofPort[i].length; port++) {
        if (port == level.readPort() || port == level.writePort()) {
          ofPort[i][port] = FIRST_PORT + ports.size();
          ports.add(new Port(level.ports().get(port).bandwidthBitsPerCycle(), level.sharing()));
        }
      }
    }
  }

  /** Return the length of a cost vector. */
  int count() {
    return FIRST_PORT + ports.size();
  }

  /** Return the component that counts the bits read from a level. */
  int reads(int level) {
    return ofPort[level][levels.get(level).readPort()];
  }

  /** Return the component that counts the bits written into a level. */
  int writes(int level) {
    return ofPort[level][levels.get(level).writePort()];
  }

  /** Return, for each component that is a port, the bits per cycle over the instances that a candidate uses; else 0. */
  double[] bandwidths(Unrolling candidate) {
    double[] bandwidths = new double[count()];
    for (int i = 0; i < ports.size(); i++) {
      bandwidths[FIRST_PORT + i] = ports.get(i).bandwidth() * candidate.instances(ports.get(i).sharing());
    }
    return bandwidths;
  }

  /** Return the cycles of the busiest port, given the instances that share its bits. */
  double busiestPort(double[] bits, ToLongFunction<Sharing> instances) {
    double busiest = 0;
    for (int i = 0; i < ports.size(); i++) {
      Port port = ports.get(i);
      busiest = Math.max(busiest, bits[FIRST_PORT + i] / (port.bandwidth() * instances.applyAsLong(port.sharing())));
    }
    return busiest;
  }
}
