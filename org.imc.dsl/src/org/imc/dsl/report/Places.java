package org.imc.dsl.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.imc.engine.result.EnergyBreakdown;
import org.imc.engine.result.EnergyPart;
import org.imc.engine.result.LatencyBreakdown;

/** Where energy and time go, by the few places that people ask for. */
final class Places {

  static final String ARRAY = "array";
  static final String COMPUTING = "computing";

  private Places() { }

  /** Return where energy goes, pJ: the array, writing weights, leakage, and each memory; what spends nothing is left out. */
  static Map<String, Double> energyPj(EnergyBreakdown energy) {
    return energyPj(energy, part -> part.transfer() == null ? part.label() : part.transfer().level());
  }

  /** Return the same with all memories as one place. */
  static Map<String, Double> energyPj(EnergyBreakdown energy, String memories) {
    return energyPj(energy, part -> part.transfer() == null ? part.label() : memories);
  }

  private static Map<String, Double> energyPj(EnergyBreakdown energy, Function<EnergyPart, String> name) {
    var places = new LinkedHashMap<String, Double>();
    for (EnergyPart part : energy.parts()) {
      if (part.pj() > 0) {
        places.merge(isArray(part) ? ARRAY : name.apply(part), part.pj(), Double::sum);
      }
    }
    return places;
  }

  /** Return whether a part is spent by computing. */
  static boolean isArray(EnergyPart part) {
    return switch (part.component()) {
      case MEMORY, WEIGHT_WRITE, LEAKAGE -> false;
      default -> true;
    };
  }

  /** Return the component of the array, or else the memory, that spends most. */
  static String largest(EnergyBreakdown energy, boolean array) {
    var sums = new LinkedHashMap<String, Double>();
    for (EnergyPart part : energy.parts()) {
      if (array ? isArray(part) : part.transfer() != null) {
        sums.merge(part.transfer() == null ? part.label() : part.transfer().level(), part.pj(), Double::sum);
      }
    }
    return sums.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(Figures.NOTHING);
  }

  /** Return where time goes, ns: always the same four places. */
  static Map<String, Double> timeNs(List<LatencyBreakdown> latencies) {
    var places = new LinkedHashMap<String, Double>();
    for (LatencyBreakdown each : latencies) {
      double period = each.clockPeriodNs();
      places.merge(COMPUTING, each.computeCycles() * period, Double::sum);
      places.merge("writing weights", each.weightWriteCycles() * period, Double::sum);
      places.merge("waiting for memories", (each.accessCycles() + each.waitCycles() + each.stallCycles()) * period, Double::sum);
      places.merge("filling and draining", (each.fillCycles() + each.drainCycles()) * period, Double::sum);
    }
    return places;
  }
}
