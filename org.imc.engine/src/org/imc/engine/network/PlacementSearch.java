package org.imc.engine.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import org.imc.engine.Cancellation;
import org.imc.engine.Objective;
import org.imc.engine.result.LayerEvaluation;
import org.jspecify.annotations.Nullable;

/**
 * Choose the home of each tensor so that the layers together cost the least.
 *
 * <p>Sets labels through the layers in their order: the homes of the tensors that are alive, and what the layers cost so far.
 * Best first by a bound: what was spent, and the least that each layer to come costs ({@link LayerPrices}). A label is first
 * queued under the bound of the one before it, then under what its layer costs with all the room there is, and last under
 * what it costs; the latter two take a search for a mapping each, and are made only when nothing else is more promising.
 * Ties are broken by more layers, then by nearer homes of earlier tensors.
 *
 * <p>Products of energy and time do not add up. But of energies and times with the products p, no product of their sums is
 * less than (sum of sqrt(p))² (Cauchy and Schwarz). So a first run finds the placement with the least sum of roots; that is a
 * bound for all, and often close. A second run looks for a better product: labels with the same homes stay as long as none
 * is better in both, and the bound is (sqrt(E T) + sum of roots to come)². It may map only so many layers anew; what it has
 * not looked at then is the gap.
 */
final class PlacementSearch {

  private static final int MOST_LABELS = 4_096;
  private static final int MOST_LABELS_PER_LAYER = 64;
  private static final int MOST_MAPPED_FOR_PRODUCTS = 32; // and one for each layer
  private static final double ROUNDING = 1e-12;

  private final Tensors tensors;
  private final LayerPrices prices;
  private final Objective objective;
  private final Cancellation cancellation;
  private final double[] leastToCome;

  /** How much is known of the cost of a label's last layer. */
  private enum Known { NOTHING, WITH_ALL_ROOM, ALL }

  /** What the layers to come depend on. */
  private record State(int layers, Map<Integer, Integer> alive) { }

  /**
   * Homes of the tensors of the first layers.
   *
   * @param layers how many
   * @param alive the homes of those tensors that the last layer or a later one needs; of the later ones alone once all is known
   * @param known of the last layer
   * @param spent by all layers, but for the last until all is known
   * @param bound of the sum over the whole network
   * @param tie of what breaks ties
   * @param last what the last layer costs; null until all is known
   * @param home of the last layer's tensor
   */
  private record Label(int layers, Map<Integer, Integer> alive, Known known, Value spent, double bound, double tie, long number,
      @Nullable Label before, @Nullable LayerEvaluation last, int home) { }

  /**
   * What was found.
   *
   * @param layers what each costs
   * @param homes of their tensors
   * @param value of the objective
   * @param bound below which no placement is
   */
  record Found(List<LayerEvaluation> layers, List<Integer> homes, double value, double bound) {

    Found withBound(double other) {
      return new Found(layers, homes, value, Math.min(value, other));
    }
  }

  PlacementSearch(Tensors tensors, LayerPrices prices, Objective objective, Cancellation cancellation) {
    this.tensors = tensors;
    this.prices = prices;
    this.objective = objective;
    this.cancellation = cancellation;
    leastToCome = new double[tensors.count() + 1];
    for (int i = tensors.count() - 1; i >= 0; i--) {
      leastToCome[i] = leastToCome[i + 1] + summand(least(i));
    }
  }

  private Value least(int layer) {
    return Value.atLeast(prices.least(layer), objective);
  }

  private double summand(Value value) {
    return value.summand(objective);
  }

  private double ofSum(double sum) {
    return Value.ofSum(sum, objective);
  }

  /** Return the best placement; nothing when the tensors do not fit, wherever they live. */
  Optional<Found> run() {
    if (!tensors.isAnyFree()) {
      return only();
    }
    Optional<Found> least = new Run(false).run(MOST_LABELS + (long) MOST_LABELS_PER_LAYER * tensors.count());
    return objective == Objective.EDP ? least.map(this::improved) : least;
  }

  /** Return the placement where there is no choice of homes; nothing when a layer does not fit. */
  private Optional<Found> only() {
    List<LayerEvaluation> layers = new ArrayList<>();
    Map<Integer, Integer> alive = new HashMap<>();
    Value spent = Value.ZERO;
    for (int i = 0; i < tensors.count(); i++) {
      cancellation.check();
      int layer = i;
      alive.put(layer, Tensor.OUTERMOST);
      Optional<LayerEvaluation> evaluation = prices.evaluate(layer, alive);
      if (evaluation.isEmpty()) {
        return Optional.empty();
      }
      layers.add(evaluation.get());
      spent = spent.plus(Value.of(evaluation.get()));
      alive.keySet().removeIf(tensor -> tensors.get(tensor).lastReader() <= layer);
    }
    double value = spent.primary(objective);
    return Optional.of(new Found(layers, Collections.nCopies(tensors.count(), Tensor.OUTERMOST), value, value));
  }

  private Found improved(Found first) {
    if (first.bound() >= first.value() * (1 - ROUNDING)) {
      return first.withBound(first.value());
    }
    return new Run(true).runBelow(first, prices.mapped() + MOST_MAPPED_FOR_PRODUCTS + tensors.count());
  }

  /** A search, of sums or of products of sums. */
  private final class Run {

    private final boolean ofProducts;
    private final PriorityQueue<Label> queue = new PriorityQueue<>(
        Comparator.comparingDouble(Label::bound).thenComparingDouble(Label::tie)
            .thenComparing(Comparator.comparingInt(Label::layers).reversed()).thenComparingLong(Label::number));
    private final Map<State, List<Value>> settled = new HashMap<>();
    private long numbers;

    Run(boolean ofProducts) {
      this.ofProducts = ofProducts;
      queue.add(new Label(
          0, Map.of(), Known.ALL, Value.ZERO, leastToCome[0], 0, numbers++, null, null, Tensor.OUTERMOST));
    }

    /** Return the placement with the least sum, or after so many labels one that may not be. */
    Optional<Found> run(long mostLabels) {
      Label deepest = queue.element();
      for (long labels = 0; !queue.isEmpty(); labels++) {
        Label label = queue.remove();
        if (labels >= mostLabels) {
          return finished(deepest).map(each -> found(each, label.bound()));
        }
        if (label.layers() == tensors.count() && label.known() == Known.ALL) {
          return Optional.of(found(label, label.bound()));
        }
        deepest = follow(label) && label.layers() > deepest.layers() ? label : deepest;
      }
      return Optional.empty();
    }

    /** Return a better placement than the first, or the first with the bound that is left after so many mapped layers. */
    Found runBelow(Found first, int mostMapped) {
      while (!queue.isEmpty()) {
        Label label = queue.remove();
        if (ofSum(label.bound()) >= first.value() * (1 - ROUNDING)) {
          return first.withBound(first.value());
        }
        if (label.layers() == tensors.count() && label.known() == Known.ALL) {
          return found(label, label.bound());
        }
        if (prices.mapped() >= mostMapped) {
          return first.withBound(Math.max(first.bound(), ofSum(label.bound())));
        }
        follow(label);
      }
      return first.withBound(first.value());
    }

    /** Learn more of a label, or queue those that follow it; return whether it was known already and is followed. */
    private boolean follow(Label label) {
      cancellation.check();
      switch (label.known()) {
        case NOTHING -> withAllRoom(label).ifPresent(queue::add);
        case WITH_ALL_ROOM -> priced(label).ifPresent(queue::add);
        case ALL -> {
          if (settle(label)) {
            queue.addAll(next(label));
            return true;
          }
        }
      }
      return false;
    }

    /** Return the labels with one more layer, of which nothing is known yet, nearest home first. */
    private List<Label> next(Label label) {
      List<Label> next = new ArrayList<>();
      for (int home : tensors.get(label.layers()).homes()) {
        Map<Integer, Integer> alive = new HashMap<>(label.alive());
        alive.put(label.layers(), home);
        next.add(new Label(label.layers() + 1, alive, Known.NOTHING, label.spent(), label.bound(), label.tie(), numbers++,
            label, null, home));
      }
      return next;
    }

    private Optional<Label> withAllRoom(Label label) {
      int layer = label.layers() - 1;
      Optional<Value> least = prices.evaluateWithAllRoom(layer, label.alive()).map(each -> Value.atLeast(each, objective));
      return least.map(own -> new Label(label.layers(), label.alive(), Known.WITH_ALL_ROOM, label.spent(),
          ofProducts ? summand(label.spent()) + summand(own) + leastToCome[label.layers()] : bound(label, own),
          tie(label, own), label.number(), label.before(), null, label.home()));
    }

    /** Return a label with what its last layer costs; nothing when that does not fit. */
    private Optional<Label> priced(Label label) {
      int layer = label.layers() - 1;
      return prices.evaluate(layer, label.alive()).map(evaluation -> {
        Map<Integer, Integer> alive = new HashMap<>(label.alive());
        alive.keySet().removeIf(tensor -> tensors.get(tensor).lastReader() <= layer);
        Value own = Value.of(evaluation);
        Value spent = label.spent().plus(own);
        double bound = ofProducts ? summand(spent) + leastToCome[label.layers()] : bound(label, own);
        return new Label(label.layers(), alive, Known.ALL, spent, bound, tie(label, own), label.number(), label.before(),
            evaluation, label.home());
      });
    }

    /** Return the bound by the difference to the least, so that it is the very same where the least is reached. */
    private double bound(Label label, Value own) {
      return before(label).bound() + (summand(own) - summand(least(label.layers() - 1)));
    }

    private double tie(Label label, Value own) {
      Value least = least(label.layers() - 1);
      return before(label).tie() + switch (objective) {
        case ENERGY -> own.cycles() - least.cycles();
        case LATENCY -> own.energyPj() - least.energyPj();
        case EDP -> 0;
      };
    }

    private static Label before(Label label) {
      return Objects.requireNonNull(label.before());
    }

    /** Return whether a label is to be followed, since none before it with the same homes is as good. */
    private boolean settle(Label label) {
      List<Value> others = settled.computeIfAbsent(new State(label.layers(), label.alive()), state -> new ArrayList<>());
      boolean isWorse = ofProducts
          ? others.stream().anyMatch(other -> other.isWithin(label.spent()))
          : !others.isEmpty();
      if (!isWorse) {
        others.add(label.spent());
      }
      return !isWorse;
    }

    /** Add the layers that a label lacks, each as well as it can be by itself. */
    private Optional<Label> finished(Label label) {
      Optional<Label> best = Optional.of(label);
      while (best.isPresent() && best.get().layers() < tensors.count()) {
        best = next(best.get()).stream().flatMap(each -> priced(each).stream()).min(queue.comparator());
      }
      return best;
    }

    private Found found(Label label, double bound) {
      List<LayerEvaluation> layers = new ArrayList<>();
      List<Integer> homes = new ArrayList<>();
      for (Label each = label; each != null; each = each.before()) {
        if (each.last() != null) {
          layers.addFirst(each.last());
          homes.addFirst(each.home());
        }
      }
      double value = label.spent().primary(objective);
      boolean isLeast = label.bound() == bound && (ofProducts || objective != Objective.EDP);
      return new Found(layers, homes, value, isLeast ? value : Math.min(value, ofSum(bound)));
    }
  }
}
