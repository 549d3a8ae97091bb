package org.imc.engine.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import org.imc.engine.Objective;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.CellUse;
import org.imc.engine.mapper.Mapper;
import org.imc.engine.mapper.Mapper.Task;
import org.imc.engine.mapping.ArrayAxis;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Operand;

/**
 * What each layer costs at least, by what it may use of the cells.
 *
 * <p>A layer that may use less has fewer mappings: so if the best one within some cells needs less than that, it is the best
 * within all that lies between, and where there is none, there is none in less either. Few mappings are sought that way.
 */
final class CellPrices {

  private final List<MacLayer> layers;
  private final IntFunction<Architecture> views;
  private final Mapper mapper;
  private final Objective objective;
  private final Map<Integer, List<Solved>> solved = new HashMap<>();
  private int sought;

  /**
   * A layer on some cells.
   *
   * @param needs what it uses of them
   * @param least what it costs at least, to be added up
   */
  record Priced(CellUse needs, double least) { }

  private record Solved(CellUse within, Optional<Priced> priced) { }

  /**
   * Price layers.
   *
   * @param views by the place of a layer in the list: the architecture as it sees it at best
   */
  CellPrices(List<MacLayer> layers, IntFunction<Architecture> views, Mapper mapper, Objective objective) {
    this.layers = layers;
    this.views = views;
    this.mapper = mapper;
    this.objective = objective;
  }

  /** Return how many mappings were sought so far. */
  int sought() {
    return sought;
  }

  /** Seek the best mappings of layers within some cells, in parallel. */
  void seek(List<Integer> which, CellUse within) {
    List<Integer> open = which.stream().filter(layer -> known(layer, within).isEmpty()).toList();
    List<Task> tasks = open.stream().map(layer -> new Task(layers.get(layer), views.apply(layer).with(within))).toList();
    List<Mapper.Outcome> outcomes = mapper.map(tasks, task -> { });
    for (int i = 0; i < open.size(); i++) {
      sought++;
      solved.computeIfAbsent(open.get(i), key -> new ArrayList<>())
          .add(new Solved(within, outcomes.get(i).evaluation().map(this::priced)));
    }
  }

  /** Return what a layer costs within some cells; nothing when no mapping fits. */
  Optional<Priced> of(int layer, CellUse within) {
    Optional<Solved> known = known(layer, within);
    if (known.isPresent()) {
      return known.get().priced();
    }
    seek(List.of(layer), within);
    return known(layer, within).orElseThrow().priced();
  }

  private Optional<Solved> known(int layer, CellUse within) {
    return solved.getOrDefault(layer, List.of()).stream()
        .filter(each -> isWithin(within, each.within())
            && (each.priced().isEmpty() || isWithin(each.priced().get().needs(), within)))
        .findFirst();
  }

  private static boolean isWithin(CellUse less, CellUse more) {
    return less.resident() == more.resident() && less.macros() <= more.macros()
        && less.weightsPerMultiplier() <= more.weightsPerMultiplier();
  }

  private Priced priced(LayerEvaluation evaluation) {
    return new Priced(needs(evaluation), Value.atLeast(evaluation, objective).summand(objective));
  }

  /** Return what the mapping of a layer uses of the cells. */
  static CellUse needs(LayerEvaluation evaluation) {
    Mapping mapping = Objects.requireNonNull(evaluation.mapping());
    Architecture architecture = evaluation.architecture();
    boolean resident = architecture.cells().resident();
    int cut = mapping.temporal().cuts().get(Operand.WEIGHT).getFirst();
    long tile = ((MacLayer) evaluation.layer()).elements(Operand.WEIGHT, mapping.temporal().below(cut));
    int tiles = architecture.macro().geometry().pingPong() && !resident ? 2 : 1;
    return new CellUse(Math.toIntExact(mapping.spatial().unrolling(ArrayAxis.MACROS)), Math.toIntExact(tile * tiles), resident);
  }
}
