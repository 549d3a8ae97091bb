package org.imc.tests.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.imc.engine.Objective;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.cost.LayerCost;
import org.imc.engine.cost.LeakageModel;
import org.imc.engine.cost.MemoryUse;
import org.imc.engine.mapping.ArrayAxis;
import org.imc.engine.mapping.Loop;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.mapping.SpatialMapping;
import org.imc.engine.mapping.TemporalMapping;
import org.imc.engine.result.Component;
import org.imc.engine.result.LatencyBreakdown;
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

  private static final double TIE = 1e-12; // sums of the same numbers differ in their last digits

  private final Architecture architecture;
  private final MacLayer layer;
  private final Objective objective;
  private final double leakagePjPerCycle;
  private double least = Double.POSITIVE_INFINITY;
  private double leastEnergy = Double.POSITIVE_INFINITY;
  private long mappings;

  MapperBruteForce(MapperProblem problem, Objective objective) {
    this.architecture = problem.architecture();
    this.layer = problem.layer();
    this.objective = objective;
    leakagePjPerCycle = LeakageModel.pjPerCycle(architecture);
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

  /** Return the mappings there are, before pricing any; no exact number when there are more than a bound. */
  long countMappings(long bound) {
    return count(bound, true);
  }

  /** Return how many {@link #runByOperand} prices; no exact number when there are more than a bound. */
  long countPrices(long bound) {
    return count(bound, false);
  }

  private long count(long bound, boolean combined) {
    long count = 0;
    for (SpatialMapping spatial : spatialMappings()) {
      for (List<Loop> loops : paddedFactors(spatial)) {
        long orderings = loops.size() > 6 ? bound : orders(loops).size();
        long cuts = combined ? 1 : 0;
        for (Operand operand : Operand.values()) {
          long lists = cutLists(operand, loops).size();
          cuts = combined ? cuts * lists : cuts + lists;
        }
        count += orderings * cuts;
        if (count > bound) {
          return count;
        }
      }
    }
    return count;
  }

  /** Price them all, one by one. */
  MapperBruteForce run() {
    forEachMapping(mapping -> consider(Price.of(architecture, layer, mapping)));
    return this;
  }

  /** Visit every mapping, whether or not it fits the memories. */
  void forEachMapping(Consumer<Mapping> visitor) {
    for (SpatialMapping spatial : spatialMappings()) {
      for (List<Loop> loops : paddedFactors(spatial)) {
        for (List<Loop> order : orders(loops)) {
          forEachCut(order, spatial, visitor);
        }
      }
    }
  }

  /** Price them all, faster, by operand. */
  MapperBruteForce runByOperand() {
    for (SpatialMapping spatial : spatialMappings()) {
      for (List<Loop> loops : paddedFactors(spatial)) {
        for (List<Loop> order : orders(loops)) {
          forEachCutByOperand(order, spatial);
        }
      }
    }
    return this;
  }

  /** Return the prime factors of the steps that a spatial mapping leaves. */
  List<Loop> factors(SpatialMapping spatial) {
    return paddedFactors(spatial).getFirst();
  }

  /** Return the prime factors of these steps, and of each choice of what they may be padded to. */
  List<List<Loop>> paddedFactors(SpatialMapping spatial) {
    List<List<Loop>> all = List.of(List.of());
    for (LoopDim dim : LoopDim.values()) {
      long steps = Math.ceilDiv(layer.bounds().get(dim), spatial.tile(ArrayAxis.values()).get(dim));
      List<List<Loop>> next = new ArrayList<>();
      for (long padded = steps; padded <= steps + Math.min(64, steps / 7); padded++) {
        if (padded == steps || divisors(steps) <= 4
            && LongStream.range(steps, padded).map(MapperBruteForce::divisors).max().orElseThrow() < divisors(padded)) {
          for (List<Loop> loops : all) {
            List<Loop> more = new ArrayList<>(loops);
            more.addAll(primes(dim, padded));
            next.add(more);
          }
        }
      }
      all = next;
    }
    return all;
  }

  private static long divisors(long number) {
    return LongStream.rangeClosed(1, number).filter(each -> number % each == 0).count();
  }

  private static List<Loop> primes(LoopDim dim, long number) {
    List<Loop> primes = new ArrayList<>();
    long rest = number;
    for (long prime = 2; rest > 1; prime++) {
      while (rest % prime == 0) {
        primes.add(new Loop(dim, prime));
        rest /= prime;
      }
    }
    return primes;
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

  private void forEachCut(List<Loop> order, SpatialMapping spatial, Consumer<Mapping> visitor) {
    for (List<Integer> weights : cutLists(Operand.WEIGHT, order)) {
      for (List<Integer> inputs : cutLists(Operand.INPUT, order)) {
        for (List<Integer> outputs : cutLists(Operand.OUTPUT, order)) {
          visitor.accept(mapping(spatial, order, weights, inputs, outputs));
        }
      }
    }
  }

  /**
   * Price every placement of the cuts, using that a price is a sum over the operands: move the cuts of one operand at a
   * time, and add up what changed.
   */
  private void forEachCutByOperand(List<Loop> order, SpatialMapping spatial) {
    List<List<Integer>> weights = cutLists(Operand.WEIGHT, order);
    List<List<Integer>> inputs = cutLists(Operand.INPUT, order);
    List<List<Integer>> outputs = cutLists(Operand.OUTPUT, order);
    List<Integer> w = weights.getFirst();
    List<Integer> i = inputs.getFirst();
    List<Integer> o = outputs.getFirst();
    Price base = Price.of(architecture, layer, mapping(spatial, order, w, i, o));
    List<Price> ofWeights = weights.stream()
        .map(cuts -> Price.of(architecture, layer, mapping(spatial, order, cuts, i, o))).toList();
    List<Price> ofInputs = inputs.stream()
        .map(cuts -> Price.of(architecture, layer, mapping(spatial, order, w, cuts, o)).minus(base)).toList();
    List<Price> ofOutputs = outputs.stream()
        .map(cuts -> Price.of(architecture, layer, mapping(spatial, order, w, i, cuts)).minus(base)).toList();
    for (Price weight : ofWeights) {
      for (Price input : ofInputs) {
        Price both = weight.plus(input);
        for (Price output : ofOutputs) {
          consider(both.plus(output));
        }
      }
    }
  }

  private static Mapping mapping(SpatialMapping spatial, List<Loop> order,
      List<Integer> weights, List<Integer> inputs, List<Integer> outputs) {
    return new Mapping(spatial, new TemporalMapping(
        order, Map.of(Operand.WEIGHT, weights, Operand.INPUT, inputs, Operand.OUTPUT, outputs)));
  }

  private List<List<Integer>> cutLists(Operand operand, List<Loop> order) {
    return cutLists(cutsOf(operand), order.size());
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

  private void consider(Price price) {
    mappings++;
    if (!price.fits(architecture)) {
      return;
    }
    double energyPj = price.energyPj() + leakagePjPerCycle * price.latencyCycles();
    double value = value(objective, energyPj, price.latencyCycles());
    if (value < least * (1 - TIE)) {
      least = value;
      leastEnergy = energyPj;
    } else if (value <= least * (1 + TIE)) {
      least = Math.min(least, value);
      leastEnergy = Math.min(leastEnergy, energyPj);
    }
  }

  /**
   * What a mapping costs and keeps, in numbers that add up over the operands.
   *
   * @param energyPj in all but leakage, which does not add up
   * @param endCycles fill and drain
   * @param busy cycles between them: of the array with all that it waits for, of the write port of ping-pong cells, and of
   *     each port of each memory, in order
   * @param bits kept in one instance of each memory, in order
   * @param weightsPerMultiplier in the cells
   */
  private record Price(double energyPj, double endCycles, double[] busy, double[] bits, double weightsPerMultiplier) {

    static Price of(Architecture architecture, MacLayer layer, Mapping mapping) {
      LayerCost cost = LayerCost.of(architecture, layer, mapping);
      LatencyBreakdown latency = cost.latency();
      List<MemoryLevel> levels = architecture.memories().levels();
      double[] busy = new double[2 + 2 * levels.size()];
      busy[0] = latency.arrayCycles();
      busy[1] = latency.overlappedWriteCycles();
      for (LatencyBreakdown.PortLoad load : latency.ports()) {
        int level = 0;
        while (!levels.get(level).name().equals(load.level())) {
          level++;
        }
        busy[2 + 2 * level + load.port()] = load.cycles() - load.endCycles();
      }
      double[] bits =
          MemoryUse.bits(architecture, layer, mapping).stream().mapToDouble(Long::doubleValue).toArray();
      int cells = mapping.temporal().cuts().get(Operand.WEIGHT).getFirst();
      return new Price(cost.energy().sumPj(part -> part.component() != Component.LEAKAGE),
          latency.fillCycles() + latency.drainCycles(), busy, bits,
          layer.elements(Operand.WEIGHT, mapping.temporal().below(cells)));
    }

    Price plus(Price other) {
      return combine(other, 1);
    }

    Price minus(Price other) {
      return combine(other, -1);
    }

    private Price combine(Price other, double sign) {
      return new Price(energyPj + sign * other.energyPj, endCycles + sign * other.endCycles,
          combine(busy, other.busy, sign), combine(bits, other.bits, sign),
          weightsPerMultiplier + sign * other.weightsPerMultiplier);
    }

    private static double[] combine(double[] a, double[] b, double sign) {
      double[] sum = a.clone();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += sign * b[i];
      }
      return sum;
    }

    boolean fits(Architecture architecture) {
      for (int level = 0; level < bits.length; level++) {
        if (bits[level] > architecture.memories().levels().get(level).capacityBits()) {
          return false;
        }
      }
      MacroGeometry geometry = architecture.macro().geometry();
      return weightsPerMultiplier * (geometry.pingPong() ? 2 : 1) <= geometry.cellsPerMultiplier();
    }

    double latencyCycles() {
      return endCycles + Arrays.stream(busy).max().orElseThrow();
    }
  }

  /** Return what an objective makes of an energy and a latency. */
  static double value(Objective objective, double energyPj, double latencyCycles) {
    return switch (objective) {
      case ENERGY -> energyPj;
      case LATENCY -> latencyCycles;
      case EDP -> energyPj * latencyCycles;
    };
  }
}
