package org.imc.engine.certificate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.mapping.MappingConstraint;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.Operand;

/**
 * Every order and every cut of one nest, up to what cannot matter.
 *
 * <p>A cut can go up over a loop that does not concern its operand: the same words stay below it, no more are exchanged, and
 * sums below it are not less complete. So it is enough to look at cuts with a loop that concerns the operand, or none, right
 * above them; there the toll depends on the multiset of loops below alone, and an order with its cuts is a rising walk
 * through the multisets. A walk's state is the multiset and how many cuts of each operand lie below it.
 *
 * <p>The least toll from each state to the end, each component by itself and as if no two operands shared a memory, never
 * overestimates. Walks that reach the target with it are followed; of two in one state, one that is no worse in any toll
 * and in what it keeps in any memory stands for both.
 */
final class OrderSearch {

  private static final Operand[] OPERANDS = Operand.values();

  private final Tolls tolls;
  private final Nest nest;
  private final Places places;
  private final Work work;
  private final Multisets sets;
  private final double[] fixed;
  private final Exchange[][] exchanges = new Exchange[OPERANDS.length][];
  private final Exchange.Amount[][][] amounts = new Exchange.Amount[OPERANDS.length][][]; // by operand, cut and multiset
  private final double[][][] kept = new double[OPERANDS.length][][]; // likewise
  private final Asked asked;
  private final boolean[] complete; // by multiset: nothing above adds to the same outputs
  private final int[] radix = new int[OPERANDS.length];
  private final int positions;
  private final double[][] least; // bits that each operand keeps in each level, at least
  private double[][] toCome = new double[0][];
  private long labels;

  /** A walk so far. */
  private record Label(double[] toll, double[] bits) {

    boolean isNoWorseThan(Label other) {
      return noneAbove(toll, other.toll) && noneAbove(bits, other.bits);
    }

    private static boolean noneAbove(double[] a, double[] b) {
      for (int i = 0; i < a.length; i++) {
        if (a[i] > b[i]) {
          return false;
        }
      }
      return true;
    }
  }

  OrderSearch(Tolls tolls, Places places, Optional<MappingConstraint> constraint, Work work) throws Work.LimitReached {
    this.tolls = tolls;
    this.places = places;
    this.work = work;
    nest = tolls.nest;
    fixed = tolls.fixed(places);
    sets = new Multisets(nest.steps, work);
    asked = new Asked(constraint, nest, places);
    complete = new boolean[sets.count];
    for (int set = 0; set < sets.count; set++) {
      complete[set] = true;
      for (LoopDim dim : LoopDim.values()) {
        complete[set] &= !NestReplay.addsUp(dim) || sets.inside[set][dim.ordinal()] == nest.steps[dim.ordinal()];
      }
    }
    int all = 1;
    for (Operand operand : OPERANDS) {
      radix[operand.ordinal()] = all;
      all *= places.cuts(operand) + 1;
      prepare(operand);
    }
    positions = all;
    least = least();
  }

  private void prepare(Operand operand) throws Work.LimitReached {
    int o = operand.ordinal();
    int cuts = places.cuts(operand);
    exchanges[o] = new Exchange[cuts];
    amounts[o] = new Exchange.Amount[cuts][sets.count];
    kept[o] = new double[cuts][sets.count];
    for (int cut = 0; cut < cuts; cut++) {
      exchanges[o][cut] = new Exchange(tolls, places, operand, cut);
      work.spend(150L * sets.count);
      for (int set = 0; set < sets.count; set++) {
        amounts[o][cut][set] = exchanges[o][cut].amount(sets.inside[set], nest.allSteps / sets.product[set]);
        kept[o][cut][set] = asked.allowsCut(operand, cut, sets.inside[set])
            ? exchanges[o][cut].kept(sets.inside[set])
            : Double.POSITIVE_INFINITY;
      }
    }
  }

  private double[][] least() {
    double[][] bits = new double[OPERANDS.length][nest.architecture.memories().levels().size()];
    for (Operand operand : OPERANDS) {
      for (int level : places.of(operand)) {
        if (level >= 0) {
          double atLeast = level == places.last(operand)
              ? nest.keptWhole(operand)
              : nest.kept(operand, level, Nest.ones());
          bits[operand.ordinal()][level] = atLeast * narrowest(operand, level);
        }
      }
    }
    return bits;
  }

  /** Return the bits of a word in a level at least; those in the nearest level are as complete as the array makes them. */
  private int narrowest(Operand operand, int level) {
    return nest.width(operand, complete[0] || level != places.nearest(operand));
  }

  /** Return what costs least of each component, each cut by itself. */
  double[] leastByCut() {
    double[] sum = fixed.clone();
    for (Operand operand : OPERANDS) {
      for (int cut = 0; cut < places.cuts(operand); cut++) {
        for (int k = 0; k < sum.length; k++) {
          double cheapest = Double.POSITIVE_INFINITY;
          for (int set = 0; set < sets.count; set++) {
            if (fitsAlone(operand, cut, set)) {
              cheapest = Math.min(cheapest, toll(operand, cut, set, k));
            }
          }
          sum[k] += cheapest;
        }
      }
    }
    return sum;
  }

  private double toll(Operand operand, int cut, int set, int component) {
    return exchanges[operand.ordinal()][cut].toll(component, amounts[operand.ordinal()][cut][set]);
  }

  /** Return whether a cut can be at a multiset when all other operands keep as little as they can. */
  private boolean fitsAlone(Operand operand, int cut, int set) {
    int level = exchanges[operand.ordinal()][cut].lower;
    double words = kept[operand.ordinal()][cut][set];
    return words < Double.POSITIVE_INFINITY
        && (level < 0 || words * narrowest(operand, level) <= roomBeside(operand, level));
  }

  private double roomBeside(Operand operand, int level) {
    double room = nest.level(level).capacityBits();
    for (Operand other : OPERANDS) {
      room -= other == operand ? 0 : least[other.ordinal()][level];
    }
    return room;
  }

  /** Return what costs least of each component over all walks, which {@link #beating} needs to have been found. */
  double[] leastByWalk() throws Work.LimitReached {
    toCome = new double[fixed.length][sets.count * positions];
    work.spend((long) sets.count * positions * (10 + 2L * fixed.length * (sets.factors() + OPERANDS.length)));
    for (double[] of : toCome) {
      Arrays.fill(of, Double.POSITIVE_INFINITY);
      of[of.length - 1] = asked.allows(sets.inside[sets.count - 1]) ? 0 : Double.POSITIVE_INFINITY;
    }
    for (int set = sets.count - 1; set >= 0; set--) {
      boolean allowed = asked.allows(sets.inside[set]);
      for (int position = positions - 1; allowed && position >= 0; position--) {
        lookAhead(set, position);
      }
    }
    double[] sum = fixed.clone();
    for (int k = 0; k < sum.length; k++) {
      sum[k] += toCome[k][0];
    }
    return sum;
  }

  private void lookAhead(int set, int position) {
    int state = set * positions + position;
    for (int factor = 0; factor < sets.factors(); factor++) {
      int more = sets.with(set, factor);
      for (int k = 0; more >= 0 && k < toCome.length; k++) {
        toCome[k][state] = Math.min(toCome[k][state], toCome[k][more * positions + position]);
      }
    }
    for (Operand operand : OPERANDS) {
      int cut = placed(operand, position);
      if (cut < places.cuts(operand) && fitsAlone(operand, cut, set)) {
        int next = state + radix[operand.ordinal()];
        for (int k = 0; k < toCome.length; k++) {
          toCome[k][state] = Math.min(toCome[k][state], toll(operand, cut, set, k) + toCome[k][next]);
        }
      }
    }
  }

  private int placed(Operand operand, int position) {
    return position / radix[operand.ordinal()] % (places.cuts(operand) + 1);
  }

  /** Return the value of some walk below a target; nothing when there is none. */
  OptionalDouble beating(double target) throws Work.LimitReached {
    Map<Integer, List<Label>> open = new HashMap<>(); // by state, twice: sums partial or complete at their last cut
    double[] bits = new double[nest.architecture.memories().levels().size()];
    for (Operand operand : OPERANDS) {
      if (places.cuts(operand) == 0 && !keep(operand, places.last(operand), wholeBits(operand, complete[0]), bits)) {
        return OptionalDouble.empty();
      }
    }
    add(open, 0, false, new Label(fixed, bits), target);
    for (int state = 0; state < sets.count * positions; state++) {
      for (boolean whole : new boolean[] {false, true}) {
        List<Label> here = open.remove(2 * state + (whole ? 1 : 0));
        for (Label label : here == null ? List.<Label>of() : here) {
          if (state == sets.count * positions - 1) {
            return OptionalDouble.of(tolls.value(label.toll)); // it was added, so it is below the target
          }
          follow(open, state, whole, label, target);
        }
      }
    }
    return OptionalDouble.empty();
  }

  private void follow(Map<Integer, List<Label>> open, int state, boolean whole, Label label, double target)
      throws Work.LimitReached {
    int set = state / positions;
    for (int factor = 0; factor < sets.factors(); factor++) {
      int more = sets.with(set, factor);
      if (more >= 0) {
        add(open, more * positions + state % positions, whole, label, target);
      }
    }
    for (Operand operand : OPERANDS) {
      int cut = placed(operand, state % positions);
      if (cut < places.cuts(operand)) {
        double[] bits = label.bits.clone();
        if (keepBelow(operand, cut, set, whole, bits)) {
          double[] toll = label.toll.clone();
          exchanges[operand.ordinal()][cut].add(amounts[operand.ordinal()][cut][set], toll);
          boolean nowWhole = operand == Operand.OUTPUT ? complete[set] : whole;
          add(open, state + radix[operand.ordinal()], nowWhole, new Label(toll, bits), target);
        }
      }
    }
  }

  private boolean keepBelow(Operand operand, int cut, int set, boolean whole, double[] bits) {
    int level = exchanges[operand.ordinal()][cut].lower;
    if (!fitsAlone(operand, cut, set)) {
      return false;
    }
    boolean arrivesWhole = cut == 0 ? complete[0] : whole;
    if (level >= 0 && !keep(operand, level, kept[operand.ordinal()][cut][set] * nest.width(operand, arrivesWhole), bits)) {
      return false;
    }
    return cut < places.cuts(operand) - 1
        || keep(operand, places.last(operand), wholeBits(operand, complete[set]), bits);
  }

  private boolean keep(Operand operand, int level, double more, double[] bits) {
    MemoryLevel memory = nest.level(level);
    bits[level] += more;
    return bits[level] <= memory.capacityBits() && more <= roomBeside(operand, level);
  }

  private double wholeBits(Operand operand, boolean isComplete) {
    return (double) nest.keptWhole(operand) * nest.width(operand, isComplete);
  }

  private void add(Map<Integer, List<Label>> open, int state, boolean whole, Label label, double target)
      throws Work.LimitReached {
    double[] bound = label.toll.clone();
    for (int k = 0; k < bound.length; k++) {
      bound[k] += toCome[k][state];
    }
    work.spend(20L + 4L * bound.length);
    if (!(tolls.value(bound) < target)) {
      return;
    }
    List<Label> here = open.computeIfAbsent(2 * state + (whole ? 1 : 0), key -> new ArrayList<>());
    work.spend(10L * here.size());
    if (here.stream().noneMatch(other -> other.isNoWorseThan(label))) {
      here.removeIf(label::isNoWorseThan);
      here.add(label);
      labels++;
    }
  }

  /** Return the labels that were kept. */
  long labels() {
    return labels;
  }
}
