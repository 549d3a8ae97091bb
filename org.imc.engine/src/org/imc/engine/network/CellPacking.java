package org.imc.engine.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.imc.engine.arch.CellUse;

/**
 * Find macros for the weights of layers that stay: each layer takes one of its options, as many weights per multiplier as
 * that says of as many different macros, and what all take of one macro must not be more than it has.
 *
 * <p>Goes through the layers, those with the largest least option first. Macros with the same free room are alike, so that
 * only how many of them a layer takes is tried, the fullest first. Of two ways to the same free rooms the dearer is given up.
 */
final class CellPacking {

  /** Steps after which the best found so far is taken. */
  private static final int MOST_STEPS = 200_000;
  private static final double ROUNDING = 1e-12;

  private final List<List<Option>> options; // by layer, cheapest first
  private final List<Integer> order;
  private final double[] leastToCome; // by place in the order
  private final int[] free;
  private final List<List<Integer>> taken = new ArrayList<>(); // by layer
  private final Option[] chosen;
  private final Map<List<Integer>, Double> seen = new HashMap<>(); // by place and free rooms
  private Optional<Packed> best = Optional.empty();
  private int steps;

  /**
   * What a layer may take.
   *
   * @param cost to be added up
   * @param cells nothing when its weights are loaded anew
   */
  record Option(double cost, Optional<CellUse> cells) {

    private int macros() {
      return cells.map(CellUse::macros).orElse(0);
    }

    private int weights() {
      return cells.map(CellUse::weightsPerMultiplier).orElse(0);
    }

    private long room() {
      return (long) macros() * weights();
    }
  }

  /**
   * What each layer takes.
   *
   * @param options by layer
   * @param macros by layer: the numbers of the macros
   */
  record Packed(double cost, List<Option> options, List<List<Integer>> macros) { }

  private CellPacking(List<List<Option>> all, int macros, int weightsPerMultiplier) {
    options = all.stream().map(of -> of.stream().sorted(Comparator.comparingDouble(Option::cost)
        .thenComparingLong(Option::room).thenComparingInt(Option::macros)).toList()).toList();
    order = IntStream.range(0, all.size()).boxed().sorted(Comparator.comparingLong(this::leastRoom).reversed()).toList();
    leastToCome = new double[order.size() + 1];
    for (int place = order.size() - 1; place >= 0; place--) {
      List<Option> of = options.get(order.get(place));
      leastToCome[place] = leastToCome[place + 1] + (of.isEmpty() ? Double.POSITIVE_INFINITY : of.getFirst().cost());
    }
    free = new int[macros];
    Arrays.fill(free, weightsPerMultiplier);
    all.forEach(of -> taken.add(List.of()));
    chosen = new Option[all.size()];
  }

  private long leastRoom(int layer) {
    return options.get(layer).stream().mapToLong(Option::room).min().orElse(0);
  }

  /**
   * Pack.
   *
   * @param options by layer
   * @param exact hears whether nothing cheaper can be packed, or nothing at all where nothing was
   */
  static Optional<Packed> pack(List<List<Option>> options, int macros, int weightsPerMultiplier, Exact exact) {
    var packing = new CellPacking(options, macros, weightsPerMultiplier);
    packing.place(0, 0);
    exact.is(packing.steps <= MOST_STEPS);
    return packing.best;
  }

  /** Hears how far a packing can be relied upon. */
  @FunctionalInterface
  interface Exact {
    void is(boolean exact);
  }

  private void place(int place, double cost) {
    steps++;
    double limit = best.map(Packed::cost).orElse(Double.POSITIVE_INFINITY);
    if (steps > MOST_STEPS || !(cost + leastToCome[place] < limit * (1 - ROUNDING))) {
      return;
    }
    if (place == order.size()) {
      best = Optional.of(new Packed(cost, List.of(chosen), List.copyOf(taken)));
      return;
    }
    List<Integer> state = new ArrayList<>(List.of(place));
    Arrays.stream(free).sorted().forEach(state::add);
    Double known = seen.get(state);
    if (known != null && known <= cost) {
      return;
    }
    seen.put(state, cost);
    int layer = order.get(place);
    for (Option option : options.get(layer)) {
      chosen[layer] = option;
      take(place, layer, cost + option.cost(), option.macros(), option.weights(), Integer.MIN_VALUE, new ArrayList<>());
    }
    taken.set(layer, List.of());
  }

  /** Take so many more macros, each with more free room than those before. */
  private void take(int place, int layer, double cost, int more, int weights, int above, List<Integer> macros) {
    if (more == 0) {
      taken.set(layer, List.copyOf(macros));
      macros.forEach(macro -> free[macro] -= weights);
      place(place + 1, cost);
      macros.forEach(macro -> free[macro] += weights);
      return;
    }
    int room = Arrays.stream(free).filter(each -> each >= weights && each > above).min().orElse(-1);
    if (room < 0) {
      return;
    }
    int[] alike = IntStream.range(0, free.length).filter(macro -> free[macro] == room).toArray();
    for (int count = Math.min(more, alike.length); count >= 0 && steps <= MOST_STEPS; count--) {
      List<Integer> with = new ArrayList<>(macros);
      Arrays.stream(alike).limit(count).forEach(with::add);
      take(place, layer, cost, more - count, weights, room, with);
    }
  }
}
