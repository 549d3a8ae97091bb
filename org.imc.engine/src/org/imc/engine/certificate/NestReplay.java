package org.imc.engine.certificate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imc.engine.mapping.Loop;
import org.imc.engine.mapping.TemporalMapping;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.Operand;

/**
 * What a mapping moves, read off its loop nest as {@code docs/model.md} says: what lies below a cut is exchanged once for
 * each iteration of the loops above it, except for the run of loops directly above it that do not concern the operand.
 *
 * <p>Units: bits, over all instances.
 * <p>Errors: {@link ArithmeticException} when a count exceeds a {@code long}.
 */
final class NestReplay {

  private final Nest nest;
  private final Places places;
  private final List<Loop> loops;
  private final Map<Operand, List<Integer>> cuts;
  private final Map<Stream, Long> bits = new LinkedHashMap<>();
  private final Map<Stream, Long> arrayBits;
  private final List<Turns> turns = new ArrayList<>();
  private long weightReadOuts;
  private long cellBits;
  private long rowWrites;

  /** Words of an operand through a level. */
  record Stream(int level, Operand operand, boolean isRead) { }

  /**
   * Tiles of an operand that take turns in a place.
   *
   * @param times how many
   * @param lastBits what moves when the first comes down, or the last goes up
   * @param nextBits what moves when one makes room for another
   * @param rows that one takes in the cells; 0 in a memory
   * @param pass steps in which each of its words is used at least once
   */
  record Turns(Operand operand, int place, long times, Map<Stream, Long> lastBits, Map<Stream, Long> nextBits, long rows,
      long pass) { }

  NestReplay(Nest nest, Places places, TemporalMapping temporal) {
    this.nest = nest;
    this.places = places;
    loops = temporal.loops();
    cuts = temporal.cuts();
    readInputs();
    addSums(Nest.product(nest.usedColumns, nest.usedMacros, nest.allSteps), Places.IN_USE, places.nearest(Operand.OUTPUT));
    arrayBits = Map.copyOf(bits);
    for (Operand operand : Operand.values()) {
      for (int i = 0; i < cuts.get(operand).size() && !nest.staysInCells(operand); i++) {
        exchange(operand, i + places.unspoken(operand), cuts.get(operand).get(i));
      }
    }
    if (places.unspoken(Operand.WEIGHT) == 1) {
      weightReadOuts =
          Nest.product(exchanges(Operand.WEIGHT, 0), nest.usedColumns, nest.addedRows, nest.usedMacros);
    }
  }

  private void readInputs() {
    int level = places.nearest(Operand.INPUT);
    long words = Nest.product(nest.instances(level), nest.elements(Operand.INPUT, level, Nest.ones()), nest.allSteps);
    add(level, Operand.INPUT, true, words, nest.width(Operand.INPUT, true));
  }

  private void exchange(Operand operand, int index, int cut) {
    int lower = places.of(operand).get(index);
    int upper = places.of(operand).get(index + 1);
    long[] inside = inside(cut);
    long times = exchanges(operand, cut);
    if (operand == Operand.OUTPUT) {
      long tile = nest.elements(Operand.OUTPUT, Nest.times(inside, nest.perChip));
      long words = Math.multiplyExact(tile, times);
      addSums(words, lower, upper);
      turns.add(sumsTakeTurns(tile, inside, times, words > nest.allOutputs(), lower, upper));
      return;
    }
    int width = nest.width(operand, true);
    turns.add(takeTurns(operand, inside, times, lower, upper));
    if (lower == Places.CELLS) {
      long perMacro = nest.elements(Operand.WEIGHT, Nest.times(inside, nest.perMacro));
      cellBits += Nest.product(perMacro, nest.copies(), nest.usedMacros, times, width);
      rowWrites += Math.multiplyExact(nest.rows(inside), times);
    } else {
      add(lower, operand, false, Nest.product(nest.instances(lower), nest.elements(operand, lower, inside), times), width);
    }
    add(upper, operand, true, Nest.product(nest.instances(upper), nest.elements(operand, upper, inside), times), width);
  }

  private Turns takeTurns(Operand operand, long[] inside, long times, int lower, int upper) {
    int width = nest.width(operand, true);
    Map<Stream, Long> moved = new LinkedHashMap<>();
    moved.put(new Stream(upper, operand, true),
        Nest.product(nest.instances(upper), nest.elements(operand, upper, inside), width));
    if (lower != Places.CELLS) {
      moved.put(new Stream(lower, operand, false),
          Nest.product(nest.instances(lower), nest.elements(operand, lower, inside), width));
    }
    long rows = lower == Places.CELLS ? nest.rows(inside) : 0;
    return new Turns(operand, lower, times, moved, moved, rows, pass(operand, inside));
  }

  private Turns sumsTakeTurns(long tile, long[] inside, long times, boolean comeBack, int lower, int upper) {
    long wide = Math.multiplyExact(tile, (long) nest.width(Operand.OUTPUT, false));
    long narrow = Math.multiplyExact(tile, (long) nest.width(Operand.OUTPUT, true));
    var up = List.of(new Stream(lower, Operand.OUTPUT, true), new Stream(upper, Operand.OUTPUT, false));
    var back = List.of(new Stream(upper, Operand.OUTPUT, true), new Stream(lower, Operand.OUTPUT, false));
    Map<Stream, Long> last = new LinkedHashMap<>();
    up.forEach(stream -> last.put(stream, narrow));
    Map<Stream, Long> next = new LinkedHashMap<>(last);
    if (comeBack) {
      up.forEach(stream -> next.put(stream, wide));
      back.forEach(stream -> next.put(stream, wide));
    }
    return new Turns(Operand.OUTPUT, lower, times, last, next, 0, pass(Operand.OUTPUT, inside));
  }

  private static long pass(Operand operand, long[] inside) {
    long pass = 1;
    for (LoopDim dim : LoopDim.values()) {
      pass = concerns(dim, operand) ? Math.multiplyExact(pass, inside[dim.ordinal()]) : pass;
    }
    return pass;
  }

  /** Move sums up from a place, the array or a level, and those that are not complete yet down again. */
  private void addSums(long words, int lower, int upper) {
    long complete = nest.allOutputs();
    long partialBits = Math.multiplyExact(words - complete, (long) nest.width(Operand.OUTPUT, false));
    long upBits = Math.addExact(partialBits, Math.multiplyExact(complete, (long) nest.width(Operand.OUTPUT, true)));
    add(upper, Operand.OUTPUT, false, upBits, 1);
    add(upper, Operand.OUTPUT, true, partialBits, 1);
    if (lower >= 0) {
      add(lower, Operand.OUTPUT, true, upBits, 1);
      add(lower, Operand.OUTPUT, false, partialBits, 1);
    }
  }

  private void add(int level, Operand operand, boolean isRead, long words, long width) {
    bits.merge(new Stream(level, operand, isRead), Math.multiplyExact(words, width), Math::addExact);
  }

  /** Return the steps below a cut. */
  long[] inside(int cut) {
    long[] inside = Nest.ones();
    for (Loop loop : loops.subList(0, cut)) {
      inside[loop.dim().ordinal()] = Math.multiplyExact(inside[loop.dim().ordinal()], loop.size());
    }
    return inside;
  }

  /** Return how often what lies below a cut is exchanged. */
  long exchanges(Operand operand, int cut) {
    long times = 1;
    boolean stays = true; // so long as no loop above has concerned the operand
    for (Loop loop : loops.subList(cut, loops.size())) {
      stays &= !concerns(loop.dim(), operand);
      times = stays ? times : Math.multiplyExact(times, loop.size());
    }
    return times;
  }

  /** Return whether a step along a dimension needs other words of an operand. */
  static boolean concerns(LoopDim dim, Operand operand) {
    return switch (operand) {
      case WEIGHT -> switch (dim) {
        case G, K, C, FY, FX -> true;
        case B, OY, OX -> false;
      };
      case INPUT -> dim != LoopDim.K;
      case OUTPUT -> !addsUp(dim);
    };
  }

  /** Return whether steps along a dimension add to the same outputs. */
  static boolean addsUp(LoopDim dim) {
    return dim == LoopDim.C || dim == LoopDim.FY || dim == LoopDim.FX;
  }

  /** Return the bits that one instance of a level keeps. */
  long keptBits(int level) {
    long sum = 0;
    for (Operand operand : nest.level(level).serves()) {
      int place = places.of(operand).indexOf(level) - places.unspoken(operand);
      boolean whole = level == places.last(operand);
      long words = whole
          ? nest.keptWhole(operand)
          : nest.kept(operand, level, inside(cuts.get(operand).get(place)));
      boolean complete = operand != Operand.OUTPUT || isComplete(place == 0 ? 0 : cuts.get(operand).get(place - 1));
      sum = Math.addExact(sum, Math.multiplyExact(words, (long) nest.width(operand, complete)));
    }
    return sum;
  }

  private boolean isComplete(int cut) {
    return loops.subList(cut, loops.size()).stream().noneMatch(loop -> addsUp(loop.dim()) && loop.size() > 1);
  }

  /** Return the weights that one multiplier has. */
  long weightsPerMultiplier() {
    return nest.elements(Operand.WEIGHT, inside(cuts.get(Operand.WEIGHT).getFirst()));
  }

  /** Return the bits of each stream that there is. */
  Map<Stream, Long> bits() {
    return bits;
  }

  /** Return how tiles take turns, one for each cut, in the order of the operands. */
  List<Turns> turns() {
    return turns;
  }

  /** Return the bits of each stream between the array and its nearest memories. */
  Map<Stream, Long> arrayBits() {
    return arrayBits;
  }

  long weightReadOuts() {
    return weightReadOuts;
  }

  long cellBits() {
    return cellBits;
  }

  /** Return the rows of weights written, one after the other in a macro, all macros at the same time. */
  long rowWrites() {
    return rowWrites;
  }
}
