package org.imc.engine.mapper;

import java.util.List;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.Operand;

/**
 * How large each class of loops (see {@link CutOrderBound}) can be below a cut at most, so that the tile fits its place.
 *
 * <p>A tile holds at least the product of the unrollings and loops of a class that is relevant to its operand, less what is
 * ragged; all other operands keep as little as they can. The product is a whole number.
 */
final class CutRooms {

  private static final double SLACK = 1 + 1e-9; // rounding must not make a limit too small
  private static final List<LoopDim> ALWAYS = List.of(LoopDim.B, LoopDim.G, LoopDim.K, LoopDim.C);
  private static final LoopDim[] REDUCTIONS = {LoopDim.C, LoopDim.FY, LoopDim.FX};
  private static final LoopDim[] K = {LoopDim.K};
  private static final LoopDim[] STEPS = {LoopDim.B, LoopDim.OY, LoopDim.OX};

  private final CutCosts costs;
  private final Unrolling candidate;
  private final Limit[][] limits = new Limit[Operand.values().length][];

  /**
   * The largest products of loops below a cut.
   *
   * @param k of K
   * @param reductions of C, FY and FX
   * @param steps of B, OY and OX
   */
  record Limit(double k, double reductions, double steps) { }

  CutRooms(CutCosts costs, Unrolling candidate) {
    this.costs = costs;
    this.candidate = candidate;
    for (Operand operand : Operand.values()) {
      limits[operand.ordinal()] = new Limit[costs.chains.cuts(operand)];
      for (int cut = 0; cut < limits[operand.ordinal()].length; cut++) {
        limits[operand.ordinal()][cut] = limitOf(operand, costs.chains.below(operand, cut));
      }
    }
  }

  /**
   * Return whether the last memory of the outputs holds them only once they are complete, so that all that adds to them must
   * be below their last cut.
   */
  boolean mustComplete() {
    int last = costs.chains.last(Operand.OUTPUT);
    return costs.whole(Operand.OUTPUT) * costs.width(Operand.OUTPUT, false) > roomBits(Operand.OUTPUT, last);
  }

  /** Return how large the classes can be below a cut. */
  Limit limit(Operand operand, int cut) {
    return limits[operand.ordinal()][cut];
  }

  private Limit limitOf(Operand operand, int place) {
    if (operand == Operand.WEIGHT && place >= 0 && costs.resident) {
      return new Limit(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
    double words = place < 0 ? costs.cellRoom(place) : roomBits(operand, place) / width(operand, place)
        / costs.level(place).tilesKept();
    long[] span = place < 0 ? Unrolling.ONES : costs.span(place, candidate);
    double none = Double.POSITIVE_INFINITY; // of a class that leaves the operand in place
    return switch (operand) {
      case WEIGHT -> new Limit(limit(words, operand, span, K), limit(words, operand, span, REDUCTIONS), none);
      case INPUT -> new Limit(none, limit(words, operand, span, REDUCTIONS), limit(words, operand, span, STEPS));
      case OUTPUT -> new Limit(limit(words, operand, span, K), none, limit(words, operand, span, STEPS));
    };
  }

  private double limit(double words, Operand operand, long[] span, LoopDim[] dims) {
    return Math.max(1, Math.floor(words / least(operand, span, dims) * SLACK));
  }

  /** Return the bits of a word at least: sums reach the lowest memory partial, unless the array adds up everything. */
  private int width(Operand operand, int place) {
    boolean mayBeComplete = place != costs.chains.first(operand)
        || candidate.trips[LoopDim.C.ordinal()] * candidate.trips[LoopDim.FY.ordinal()] * candidate.trips[LoopDim.FX.ordinal()] == 1;
    return costs.width(operand, mayBeComplete);
  }

  /** Return the words that a tile holds at least, for each unit of the product of a class of loops below it. */
  private double least(Operand operand, long[] span, LoopDim[] dims) {
    double words = 1;
    for (LoopDim dim : ALWAYS) {
      if (dim.isRelevantTo(operand)) {
        words *= perTrip(span, dim, Long.MAX_VALUE);
      }
    }
    for (LoopDim dim : dims) {
      if (!ALWAYS.contains(dim)) { // of inputs, the other of a pair may overlap with it
        words *= perTrip(span, dim, costs.extent(operand, dim));
      }
    }
    return words;
  }

  private double perTrip(long[] span, LoopDim dim, long extent) {
    int d = dim.ordinal();
    double most = (double) candidate.trips[d] * span[d];
    return span[d] * Math.min(1, Math.min(costs.sizes[d], extent) / most);
  }

  private double roomBits(Operand operand, int place) {
    MemoryLevel level = costs.level(place);
    double bits = level.capacityBits();
    for (Operand other : level.serves()) {
      if (other != operand) {
        double words = place == costs.chains.last(other)
            ? costs.whole(other)
            : costs.kept(other, place, candidate, Unrolling.ONES);
        bits -= words * costs.width(other, true);
      }
    }
    return bits;
  }
}
