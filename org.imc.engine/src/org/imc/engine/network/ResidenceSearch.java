package org.imc.engine.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;
import org.imc.engine.Weights;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.CellUse;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.network.CellPacking.Option;
import org.imc.engine.network.CellPacking.Packed;
import org.imc.engine.network.CellPrices.Priced;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.MacLayer;

/**
 * Choose the layers whose weights stay in the cells, and the cells, so that the layers together cost the least.
 *
 * <p>The cells are divided once for all: some are for weights that stay, the others for the layers whose weights are loaded
 * anew, which may use no more of them. Divisions ({@link Division}) are taken best first by a bound: what each layer costs at
 * least, where the room for weights that stay goes to those that gain most by it, in fractions if need be. It is found
 * first with all cells for each layer, then with those of the division; then the layers are packed ({@link CellPacking}),
 * with every choice of cells that is best for a layer within those of some size.
 */
final class ResidenceSearch {

  private static final int MOST_SOUGHT = 64; // mappings, and as many for each layer
  private static final double ROUNDING = 1e-12;

  private final List<MacLayer> layers;
  private final Weights weights;
  private final Architecture architecture;
  private final CellPrices prices;
  private final List<Integer> all;
  private final List<Integer> stayable;
  private final PriorityQueue<Entry> queue =
      new PriorityQueue<>(Comparator.comparingDouble(Entry::bound).thenComparingInt(Entry::number));

  /**
   * A division of the cells.
   *
   * @param macros that hold weights that stay; 0 when none stay
   * @param weightsPerMultiplier of them that do so
   * @param others for layers whose weights are loaded anew; nothing when there must not be any
   */
  private record Division(int macros, int weightsPerMultiplier, Optional<CellUse> others) {

    Optional<CellUse> residents() {
      return macros == 0 ? Optional.empty() : Optional.of(new CellUse(macros, weightsPerMultiplier, true));
    }

    long room() {
      return (long) macros * weightsPerMultiplier;
    }
  }

  private record Entry(double bound, int number, Division division, boolean isPriced) { }

  /**
   * What was found.
   *
   * @param packed by layer
   * @param others what the layers may use whose weights are loaded anew
   * @param bound of the sum over the layers, below which no choice is
   */
  record Found(Packed packed, Optional<CellUse> others, double bound) { }

  /** Choose for some layers of a study, by what they cost at least. */
  ResidenceSearch(List<MacLayer> layers, Weights weights, Architecture architecture, CellPrices prices) {
    this.layers = layers;
    this.weights = weights;
    this.architecture = architecture;
    this.prices = prices;
    all = IntStream.range(0, layers.size()).boxed().toList();
    stayable = all.stream().filter(this::mayStay).toList();
  }

  private boolean mayStay(int layer) {
    return !layers.get(layer).dynamicWeights() && weights.mayStay(layers.get(layer).name());
  }

  private boolean mustStay(int layer) {
    return weights.mustStay(layers.get(layer).name());
  }

  /** Return the best choice; nothing when not all fit that must stay. */
  Optional<Found> run() {
    CellUse whole = architecture.cells();
    prices.seek(all, whole);
    prices.seek(stayable, residents(whole));
    int number = 0;
    for (Division division : divisions()) {
      add(new Entry(bound(division, whole), number++, division, false));
    }
    Optional<Found> best = Optional.empty();
    double open = Double.POSITIVE_INFINITY; // bound of what is not known to the end
    while (!queue.isEmpty()) {
      Entry entry = queue.remove();
      if (best.isPresent() && entry.bound() >= best.get().packed().cost() * (1 - ROUNDING)) {
        break;
      }
      if (best.isPresent() && isSpent()) {
        open = Math.min(open, entry.bound());
        break;
      }
      if (!entry.isPriced()) {
        add(new Entry(Math.max(entry.bound(), bound(entry.division())), entry.number(), entry.division(), true));
        continue;
      }
      boolean[] exact = {true};
      Optional<Packed> packed = packed(entry, is -> exact[0] &= is);
      if (!exact[0]) {
        open = Math.min(open, entry.bound());
      }
      double known = best.map(found -> found.packed().cost()).orElse(Double.POSITIVE_INFINITY);
      if (packed.isPresent() && packed.get().cost() < known) {
        best = Optional.of(new Found(packed.get(), entry.division().others(), packed.get().cost()));
      }
    }
    double unknown = open;
    return best.map(found -> new Found(found.packed(), found.others(), Math.min(found.packed().cost(), unknown)));
  }

  private void add(Entry entry) {
    if (entry.bound() < Double.POSITIVE_INFINITY) {
      queue.add(entry);
    }
  }

  private boolean isSpent() {
    return prices.sought() > MOST_SOUGHT * (1 + layers.size());
  }

  private static CellUse residents(CellUse cells) {
    return new CellUse(cells.macros(), cells.weightsPerMultiplier(), true);
  }

  /** Return the divisions: all cells for one or the other, some weights of every multiplier, or all of some macros. */
  private List<Division> divisions() {
    MacroGeometry geometry = architecture.macro().geometry();
    int macros = architecture.macros();
    int each = geometry.weightsPerMultiplier();
    List<Division> divisions = new ArrayList<>(List.of(new Division(macros, each, Optional.empty())));
    for (int others = geometry.pingPong() ? 2 : 1; others < each; others++) {
      divisions.add(new Division(macros, each - others, Optional.of(new CellUse(macros, others, false))));
    }
    for (int others = 1; others < macros; others++) {
      divisions.add(new Division(macros - others, each, Optional.of(new CellUse(others, each, false))));
    }
    divisions.add(new Division(0, 0, Optional.of(architecture.cells())));
    return divisions;
  }

  /** Return the bound of a division when every layer has all cells for itself. */
  private double bound(Division division, CellUse whole) {
    return bound(division, division.residents().map(cells -> residents(whole)), division.others().map(cells -> whole));
  }

  private double bound(Division division) {
    division.residents().ifPresent(cells -> prices.seek(stayable, cells));
    division.others().ifPresent(cells -> prices.seek(all, cells));
    return bound(division, division.residents(), division.others());
  }

  private double bound(Division division, Optional<CellUse> residents, Optional<CellUse> others) {
    record Gain(double saved, long room) { }
    double sum = 0;
    double room = division.room();
    List<Gain> gains = new ArrayList<>();
    for (int layer : all) {
      double staying = staying(layer, residents);
      double loaded = loaded(layer, others);
      long needed = leastRoom(architecture, layers.get(layer));
      sum += loaded == Double.POSITIVE_INFINITY ? staying : loaded;
      if (loaded == Double.POSITIVE_INFINITY) {
        room -= needed;
      } else if (staying < loaded) {
        gains.add(new Gain(loaded - staying, needed));
      }
    }
    if (room < 0) {
      return Double.POSITIVE_INFINITY;
    }
    gains.sort(Comparator.comparingDouble((Gain gain) -> gain.saved() / gain.room()).reversed());
    for (Gain gain : gains) {
      sum -= gain.saved() * Math.clamp(room / gain.room(), 0, 1);
      room -= gain.room();
    }
    return sum;
  }

  private double staying(int layer, Optional<CellUse> cells) {
    return mayStay(layer)
        ? cells.flatMap(within -> prices.of(layer, within)).map(Priced::least).orElse(Double.POSITIVE_INFINITY)
        : Double.POSITIVE_INFINITY;
  }

  private double loaded(int layer, Optional<CellUse> cells) {
    return mustStay(layer) ? Double.POSITIVE_INFINITY
        : cells.flatMap(within -> prices.of(layer, within)).map(Priced::least).orElse(Double.POSITIVE_INFINITY);
  }

  /** Return the weights per multiplier, over all macros, that a layer takes at least when its weights stay. */
  static long leastRoom(Architecture architecture, MacLayer layer) {
    MacroGeometry geometry = architecture.macro().geometry();
    long adding = layer.bounds().get(LoopDim.C) * layer.bounds().get(LoopDim.FY) * layer.bounds().get(LoopDim.FX);
    return Math.multiplyExact(layer.bounds().get(LoopDim.G), Math.multiplyExact(
        Math.ceilDiv(layer.bounds().get(LoopDim.K), (long) geometry.outputs()), Math.ceilDiv(adding, (long) geometry.inputs())));
  }

  private Optional<Packed> packed(Entry entry, CellPacking.Exact exact) {
    Division division = entry.division();
    Optional<Packed> first = packed(division, false, is -> { });
    if (first.isPresent() && first.get().cost() <= entry.bound() * (1 + ROUNDING)) {
      return first; // the bound is reached
    }
    return packed(division, true, exact);
  }

  private Optional<Packed> packed(Division division, boolean everyChoice, CellPacking.Exact exact) {
    List<List<Option>> options = new ArrayList<>();
    for (int layer : all) {
      List<Option> of = new ArrayList<>();
      double loaded = loaded(layer, division.others());
      if (loaded < Double.POSITIVE_INFINITY) {
        of.add(new Option(loaded, Optional.empty()));
      }
      if (mayStay(layer) && division.residents().isPresent()) {
        CellUse cells = division.residents().get();
        if (everyChoice) {
          Map<CellUse, Double> choices = new HashMap<>();
          exact.is(collect(layer, cells, new HashSet<>(), choices));
          choices.forEach((needs, least) -> of.add(new Option(least, Optional.of(needs))));
        } else {
          prices.of(layer, cells).ifPresent(priced -> of.add(new Option(priced.least(), Optional.of(priced.needs()))));
        }
      }
      options.add(of);
    }
    return CellPacking.pack(options, division.macros(), division.weightsPerMultiplier(), exact);
  }

  /**
   * Collect what a layer can take of some cells such that nothing smaller is as good.
   *
   * @return whether this is all, for there is a limit to how many mappings are sought
   */
  private boolean collect(int layer, CellUse within, Set<CellUse> seen, Map<CellUse, Double> choices) {
    if (!seen.add(within)) {
      return true;
    }
    if (isSpent()) {
      return false;
    }
    Optional<Priced> priced = prices.of(layer, within);
    if (priced.isEmpty()) {
      return true;
    }
    CellUse needs = priced.get().needs();
    choices.put(needs, priced.get().least());
    boolean isAll = true;
    if (needs.macros() > 1) {
      isAll = collect(layer, new CellUse(needs.macros() - 1, within.weightsPerMultiplier(), true), seen, choices);
    }
    if (needs.weightsPerMultiplier() > 1) {
      isAll &= collect(layer, new CellUse(within.macros(), needs.weightsPerMultiplier() - 1, true), seen, choices);
    }
    return isAll;
  }
}
