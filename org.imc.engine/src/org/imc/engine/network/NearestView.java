package org.imc.engine.network;

import java.util.EnumMap;
import java.util.Map;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.Sharing;
import org.imc.engine.workload.Layer;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Operand;

/**
 * An architecture as a layer sees it at best, whatever network it is in: every tensor that could live in a memory for all
 * macros lives in the nearest one. What is moved at least on this view is moved at least on every other.
 */
public final class NearestView {

  private NearestView() { }

  /** Return the view; room is not looked at. */
  public static Architecture of(Architecture architecture, Layer layer) {
    Map<Operand, Integer> ends = new EnumMap<>(Operand.class);
    addEnd(architecture, Operand.INPUT, ends);
    addEnd(architecture, Operand.OUTPUT, ends);
    if (layer instanceof MacLayer mac && mac.dynamicWeights()) {
      addEnd(architecture, Operand.WEIGHT, ends);
    }
    long[] capacities = architecture.memories().levels().stream().mapToLong(MemoryLevel::capacityBits).toArray();
    return new Views(architecture).of(ends, capacities).orElseThrow();
  }

  private static void addEnd(Architecture architecture, Operand operand, Map<Operand, Integer> ends) {
    for (int level : architecture.memories().chain(operand)) {
      MemoryLevel memory = architecture.memories().levels().get(level);
      if (memory.sharing() == Sharing.GLOBAL && memory.serves().contains(Operand.OUTPUT)
          && (operand == Operand.OUTPUT ? memory.serves().size() > 1 : memory.serves().contains(operand))) { // some reader
        ends.put(operand, level);
        return;
      }
    }
  }
}
