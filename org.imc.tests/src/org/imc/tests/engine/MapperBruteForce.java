package org.imc.tests.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imc.engine.Objective;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.cost.LayerCost;
import org.imc.engine.cost.MemoryUse;
import org.imc.engine.mapping.ArrayAxis;
import org.imc.engine.mapping.Loop;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.mapping.SpatialMapping;
import org.imc.engine.mapping.TemporalMapping;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Operand;

/**
 * Price every mapping of a small layer: every whole unrolling (not only the smallest of equal trips), every order of the
 * prime factors of the trips, every placement of the cuts. Shares nothing with the mapper.
 */
final class MapperBruteForce {

  private static final List<LoopDim> ON_COLUMNS = List.of(LoopDim.K, LoopDim.OY, LoopDim.OX);
  private static final List<LoopDim> ON_ROWS = List.of(LoopDim.C, LoopDim.FY, LoopDim.FX);
  private static final List<LoopDim> ON_MACROS = List.of(LoopDim.B, LoopDim.G, LoopDim.K, LoopDim.OY, LoopDim.OX);

  private final Architecture architecture;
  private final MacLayer layer;
  private final Objective objective;
  private double least = Double.POSITIVE_INFINITY;
  private double leastEnergy = Double.POSITIVE_INFINITY;
  private long mappings;

  MapperBruteForce(MapperProblem problem, Objective objective) {
    this.architecture = problem.architecture();
    this.layer = problem.layer();
    this.objective = objective;
  }

  /** Return the least of the objective; infinite when nothing fits. */
  double least() {
    return least;
  }

  /** Return the least energy among the mappings with the least of the objective. */
  double leastEnergy() {
    return leastEnergy;
  }

  long mappings() {
    return mappings;
  }

  /** Return all spatial mappings that the array admits. */
  List<SpatialMapping> spatialMappings() {
    MacroGeometry geometry = architecture.macro().geometry();
    List<SpatialMapping> all = new ArrayList<>();
    for (List<Loop> columns : unrollings(ON_COLUMNS, geometry.outputs())) {
      for (List<Loop> rows : unrollings(ON_ROWS, geometry.inputs())) {
        for (List<Loop> macros : unrollings(ON_MACROS, architecture.macros())) {
          var spatial = new SpatialMapping(columns, rows, macros);
          if (spatial.usedRows(layer.window()) <= geometry.inputs()) {
            all.add(spatial);
          }
        }
      }
    }
    return all;
  }

  private List<List<Loop>> unrollings(List<LoopDim> dims, long room) {
    List<List<Loop>> all = List.of(List.of());
    for (LoopDim dim : dims) {
      List<List<Loop>> next = new ArrayList<>();
      for (List<Loop> loops : all) {
        long used = loops.stream().mapToLong(Loop::size).reduce(1, Math::multiplyExact);
        for (long u = 1; u <= layer.bounds().get(dim) && used * u <= room; u++) {
          List<Loop> more = new ArrayList<>(loops);
          if (u > 1) {
            more.add(new Loop(dim, u));
          }
          next.add(more);
        }
      }
      all = next;
    }
    return all;
  }

  /** Return the mappings there are, before pricing any. */
  long countMappings() {
    long count = 0;
    for (SpatialMapping spatial : spatialMappings()) {
      List<Loop> loops = factors(spatial);
      long cuts = 1;
      for (Operand operand : Operand.values()) {
        cuts *= cutLists(cutsOf(operand), loops.size()).size();
      }
      count += cuts * orders(loops).size();
    }
    return count;
  }

  /** Price them all. */
  MapperBruteForce run() {
    for (SpatialMapping spatial : spatialMappings()) {
      for (List<Loop> order : orders(factors(spatial))) {
        forEachCut(order, spatial);
      }
    }
    return this;
  }

  private List<Loop> factors(SpatialMapping spatial) {
    List<Loop> factors = new ArrayList<>();
    for (LoopDim dim : LoopDim.values()) {
      long rest = Math.ceilDiv(layer.bounds().get(dim), spatial.tile(ArrayAxis.values()).get(dim));
      for (long prime = 2; rest > 1; prime++) {
        while (rest % prime == 0) {
          factors.add(new Loop(dim, prime));
          rest /= prime;
        }
      }
    }
    return factors;
  }

  private static List<List<Loop>> orders(List<Loop> loops) {
    if (loops.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Loop>> all = new ArrayList<>();
    for (Loop first : Set.copyOf(loops)) {
      List<Loop> rest = new ArrayList<>(loops);
      rest.remove(first);
      for (List<Loop> order : orders(rest)) {
        List<Loop> whole = new ArrayList<>(order);
        whole.add(first);
        all.add(whole);
      }
    }
    return all;
  }

  private void forEachCut(List<Loop> order, SpatialMapping spatial) {
    for (List<Integer> weights : cutLists(cutsOf(Operand.WEIGHT), order.size())) {
      for (List<Integer> inputs : cutLists(cutsOf(Operand.INPUT), order.size())) {
        for (List<Integer> outputs : cutLists(cutsOf(Operand.OUTPUT), order.size())) {
          Map<Operand, List<Integer>> cuts = new EnumMap<>(Operand.class);
          cuts.put(Operand.WEIGHT, weights);
          cuts.put(Operand.INPUT, inputs);
          cuts.put(Operand.OUTPUT, outputs);
          price(new Mapping(spatial, new TemporalMapping(order, cuts)));
        }
      }
    }
  }

  private int cutsOf(Operand operand) {
    return architecture.memories().chain(operand).length - (operand == Operand.WEIGHT ? 0 : 1);
  }

  private static List<List<Integer>> cutLists(int count, int loops) {
    List<List<Integer>> all = List.of(List.of());
    for (int i = 0; i < count; i++) {
      List<List<Integer>> next = new ArrayList<>();
      for (List<Integer> cuts : all) {
        for (int cut = cuts.isEmpty() ? 0 : cuts.getLast(); cut <= loops; cut++) {
          List<Integer> more = new ArrayList<>(cuts);
          more.add(cut);
          next.add(more);
        }
      }
      all = next;
    }
    return all;
  }

  private void price(Mapping mapping) {
    mappings++;
    if (!MemoryUse.fits(architecture, layer, mapping)) {
      return;
    }
    LayerCost cost = LayerCost.of(architecture, layer, mapping);
    double value = value(objective, cost.energy().totalPj(), cost.latency().totalCycles());
    if (value < least) {
      least = value;
      leastEnergy = cost.energy().totalPj();
    } else if (value == least) {
      leastEnergy = Math.min(leastEnergy, cost.energy().totalPj());
    }
  }

  static double value(Objective objective, double energyPj, double latencyCycles) {
    return switch (objective) {
      case ENERGY -> energyPj;
      case LATENCY -> latencyCycles;
      case EDP -> energyPj * latencyCycles;
    };
  }
}
