package org.imc.engine.network;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.CellUse;
import org.imc.engine.arch.MemoryHierarchy;
import org.imc.engine.cost.LayerCost;
import org.imc.engine.cost.MemoryUse;
import org.imc.engine.cost.PricedMacro;
import org.imc.engine.cost.Stored;
import org.imc.engine.mapper.Mapper;
import org.imc.engine.mapper.Mapper.Task;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.network.Tensor.Read;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.result.LowerBounds;
import org.imc.engine.workload.ElementwiseLayer;
import org.imc.engine.workload.Layer;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Operand;

/**
 * What each layer costs, by where the tensors live that are alive while it runs, and what it costs at least.
 *
 * <p>The least: all tensors of the layer live in the nearest memory that they may, others take no room, and its own only the
 * room of a tile. Every other view can be had from this one by making ways longer, where all that is moved is moved further
 * and what was held whole is held as a tile, and memories smaller. So where the mapping that costs least fits a view with
 * the same ways, it is the best there too.
 */
final class LayerPrices {

  private final Architecture architecture;
  private final MemoryHierarchy memories;
  private final PricedMacro macro;
  private final Tensors tensors;
  private final Mapper mapper;
  private final Views views;
  private final List<CellUse> cells;
  private final List<LayerEvaluation> least = new ArrayList<>();

  /**
   * Price the layers of a network.
   *
   * @param cells by layer: what it may use of them
   */
  LayerPrices(Architecture architecture, PricedMacro macro, Tensors tensors, Mapper mapper, List<CellUse> cells) {
    this.macro = macro;
    this.cells = List.copyOf(cells);
    this.architecture = architecture;
    memories = architecture.memories();
    this.tensors = tensors;
    this.mapper = mapper;
    views = new Views(architecture);
  }

  /**
   * Find the least that each layer costs.
   *
   * @return whether there is one for each
   */
  boolean findLeast(Consumer<Layer> done) {
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < tensors.count(); i++) {
      if (tensors.layer(i) instanceof MacLayer mac) {
        tasks.add(new Task(mac, nearestView(i, mac).with(cells.get(i))));
      }
    }
    Map<String, LayerEvaluation> found = new HashMap<>();
    mapper.map(tasks, task -> done.accept(task.layer()))
        .forEach(outcome -> outcome.evaluation().ifPresent(each -> found.put(each.layer().name(), each)));
    for (int i = 0; i < tensors.count(); i++) {
      LayerEvaluation evaluation = found.get(tensors.layer(i).name());
      if (tensors.layer(i) instanceof ElementwiseLayer elementwise) {
        evaluation = evaluate(i, elementwise, nearest(i));
        done.accept(elementwise);
      }
      if (evaluation == null) {
        return false;
      }
      least.add(evaluation);
    }
    return true;
  }

  /** Return how many layers were mapped so far, equal ones once. */
  int mapped() {
    return mapper.mapped();
  }

  /** Return the least that a layer costs, found before. */
  LayerEvaluation least(int layer) {
    return least.get(layer);
  }

  private Map<Integer, Integer> nearest(int layer) {
    Map<Integer, Integer> homes = new HashMap<>(Map.of(layer, tensors.get(layer).nearest()));
    tensors.reads(layer).forEach(read -> homes.put(read.tensor(), tensors.get(read.tensor()).nearest()));
    return homes;
  }

  /** Return the architecture as a layer sees it at best, with all of its cells. */
  Architecture nearestView(int layer, MacLayer mac) {
    Map<Integer, Integer> homes = nearest(layer);
    Map<Operand, Integer> ends = ends(layer, homes);
    long[] room = capacities();
    ends.forEach((operand, level) ->
        room[level] = Math.addExact(room[level], Math.multiplyExact(mac.elements(operand), (long) widest(mac, operand))));
    return views.of(ends, room).orElseThrow();
  }

  private static int widest(MacLayer mac, Operand operand) {
    return switch (operand) {
      case WEIGHT -> mac.precision().weightBits();
      case INPUT -> mac.precision().inputBits();
      case OUTPUT -> mac.precision().partialSumBits();
    };
  }

  private long[] capacities() {
    return memories.levels().stream().mapToLong(level -> level.capacityBits()).toArray();
  }

  /** Return the levels at which the ways of a layer's operands end early. */
  private Map<Operand, Integer> ends(int layer, Map<Integer, Integer> homes) {
    Map<Operand, Integer> ends = new EnumMap<>(Operand.class);
    ends.put(Operand.OUTPUT, homes.get(layer));
    tensors.reads(layer).forEach(read -> ends.put(read.operand(), homes.get(read.tensor())));
    ends.values().removeIf(home -> home == Tensor.OUTERMOST);
    return ends;
  }

  /** Return what a tensor takes of its memory while a layer runs, without what the mapping of the layer holds itself. */
  private long takenBits(int layer, int tensor, int home, int place) {
    Tensor taking = tensors.get(tensor);
    if (!(tensors.layer(layer) instanceof MacLayer mac)) {
      return taking.bits();
    }
    long held = tensor == layer ? taking.bits() : 0;
    for (Read read : tensors.reads(layer)) {
      if (read.tensor() == tensor && level(home, read.operand()) == place) {
        held = Math.multiplyExact(mac.elements(read.operand()), (long) widest(mac, read.operand()));
      }
    }
    return Math.max(0, taking.bits() - held);
  }

  /** Return what is left of each level for a layer; less than nothing where tensors do not fit. */
  private long[] room(int layer, Map<Integer, Integer> homes) {
    long[] room = capacities();
    homes.forEach((tensor, home) -> {
      int place = level(home, Operand.OUTPUT);
      room[place] = Math.subtractExact(room[place], takenBits(layer, tensor, home, place));
    });
    return room;
  }

  /** Return whether the tensors that are alive leave something of each memory. */
  private boolean fits(int layer, Map<Integer, Integer> homes) {
    return isSomethingLeft(room(layer, homes));
  }

  private static boolean isSomethingLeft(long[] room) {
    for (long bits : room) {
      if (bits < 0) {
        return false;
      }
    }
    return true;
  }

  /** Return the view of a layer; nothing when the tensors that are alive do not fit. */
  private Optional<Architecture> view(int layer, Map<Integer, Integer> homes) {
    long[] room = room(layer, homes);
    return isSomethingLeft(room)
        ? views.of(ends(layer, homes), room).map(view -> view.with(cells.get(layer)))
        : Optional.empty();
  }

  /**
   * Return what a layer costs; nothing when it does not fit.
   *
   * @param homes of all tensors that are alive while it runs, its own included
   */
  Optional<LayerEvaluation> evaluate(int layer, Map<Integer, Integer> homes) {
    Optional<Architecture> view = view(layer, homes);
    return view.flatMap(seen -> switch (tensors.layer(layer)) {
      case ElementwiseLayer elementwise -> Optional.of(evaluate(layer, elementwise, homes));
      case MacLayer mac -> evaluate(layer, mac, homes, seen);
    });
  }

  private Optional<LayerEvaluation> evaluate(int layer, MacLayer mac, Map<Integer, Integer> homes, Architecture view) {
    Optional<LayerEvaluation> nearest = hasNearestWays(layer, homes) ? seenAs(view, mac, least.get(layer)) : Optional.empty();
    if (nearest.isPresent()) { // with less room, so it is the best with more of it too
      return nearest;
    }
    Optional<LayerEvaluation> best = withAllRoom(layer, mac, homes);
    return best.isEmpty() ? best : seenAs(view, mac, best.get()).or(() -> map(mac, view));
  }

  private boolean hasNearestWays(int layer, Map<Integer, Integer> homes) {
    return ends(layer, homes).equals(ends(layer, nearest(layer)));
  }

  private Optional<LayerEvaluation> map(MacLayer mac, Architecture view) {
    return mapper.map(List.of(new Task(mac, view)), task -> { }).getFirst().evaluation();
  }

  /** Return the best mapping with the same ways for a layer that has the memories for itself. */
  private Optional<LayerEvaluation> withAllRoom(int layer, MacLayer mac, Map<Integer, Integer> homes) {
    Architecture view = views.of(ends(layer, homes), capacities()).orElseThrow().with(cells.get(layer));
    Optional<LayerEvaluation> known = hasNearestWays(layer, homes) ? seenAs(view, mac, least.get(layer)) : Optional.empty();
    return known.or(() -> map(mac, view));
  }

  /** Return the best on a view with more room and the same ways as the best on this one, if it fits. */
  private static Optional<LayerEvaluation> seenAs(Architecture view, MacLayer mac, LayerEvaluation best) {
    Mapping mapping = best.mapping();
    return mapping == null || !MemoryUse.fits(view, mac, mapping) ? Optional.empty()
        : Optional.of(new LayerEvaluation(mac, view, mapping, best.energy(), best.latency(), best.spatialUtilization(),
            best.bounds(), best.search()));
  }

  /**
   * Return the least that a layer costs with these homes, whatever room is taken; nothing when it does not fit even then.
   */
  Optional<LayerEvaluation> evaluateWithAllRoom(int layer, Map<Integer, Integer> homes) {
    return switch (tensors.layer(layer)) {
      case ElementwiseLayer elementwise -> evaluate(layer, homes);
      case MacLayer mac -> fits(layer, homes) ? withAllRoom(layer, mac, homes) : Optional.empty();
    };
  }

  private LayerEvaluation evaluate(int index, ElementwiseLayer layer, Map<Integer, Integer> homes) {
    List<Stored> inputs = tensors.reads(index).isEmpty()
        ? List.of(new Stored(Views.last(memories, Operand.INPUT), layer.inputElements()))
        : tensors.reads(index).stream()
            .map(read -> new Stored(level(homes.get(read.tensor()), Operand.INPUT), read.elements())).toList();
    var output = new Stored(level(homes.get(index), Operand.OUTPUT), layer.outputElements());
    return evaluation(architecture, layer, LayerCost.of(macro, architecture, layer, inputs, output));
  }

  /** Return what a layer without weights costs whose tensors live at the ends of the ways. */
  static LayerEvaluation evaluateAlone(PricedMacro macro, Architecture architecture, ElementwiseLayer layer) {
    return evaluation(architecture, layer, LayerCost.of(macro, architecture, layer));
  }

  private static LayerEvaluation evaluation(Architecture architecture, ElementwiseLayer layer, LayerCost cost) {
    var bounds = new LowerBounds(cost.energy().totalPj(), cost.latency().totalCycles());
    return new LayerEvaluation(
        layer, architecture, null, cost.energy(), cost.latency(), cost.spatialUtilization(), bounds, null);
  }

  private int level(int home, Operand operand) {
    return home == Tensor.OUTERMOST ? Views.last(memories, operand) : home;
  }
}
