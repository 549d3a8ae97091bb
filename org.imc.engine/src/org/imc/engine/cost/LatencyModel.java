package org.imc.engine.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.imc.engine.arch.MemoryHierarchy;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.Sharing;
import org.imc.engine.cost.AccessCounts.Traffic;
import org.imc.engine.result.LatencyBreakdown.PortLoad;
import org.imc.engine.result.Transfer.Direction;

/** How long traffic keeps the ports of the memories busy: bits / (bandwidth x used instances). */
final class LatencyModel {

  private LatencyModel() { }

  /**
   * Return the load of every port that is used.
   *
   * @param instances how many instances of a level are used; they work in parallel and share the traffic equally
   */
  static List<PortLoad> portLoads(
      MemoryHierarchy memories, List<Traffic> traffic, ToLongFunction<Sharing> instances) {
    List<PortLoad> loads = new ArrayList<>();
    for (int i = 0; i < memories.levels().size(); i++) {
      MemoryLevel level = memories.levels().get(i);
      for (int port = 0; port < level.ports().size(); port++) {
        long bits = 0;
        for (Traffic t : traffic) {
          if (t.level() == i && port == (t.transfer().direction() == Direction.READ ? level.readPort() : level.writePort())) {
            bits = Math.addExact(bits, t.bits());
          }
        }
        if (bits > 0) {
          double bandwidth = level.ports().get(port).bandwidthBitsPerCycle() * instances.applyAsLong(level.sharing());
          loads.add(new PortLoad(level.name(), port, bits / bandwidth));
        }
      }
    }
    return loads;
  }
}
