package org.imc.engine.certificate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.mapping.Loop;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.mapping.SpatialMapping;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Operand;
import org.imc.engine.workload.Window;

/**
 * A layer unrolled on an architecture: how large a step of all macros is, and what each place sees of it.
 *
 * <p>Shape: arrays by ordinal of {@link LoopDim}.
 * <p>Errors: {@link ArithmeticException} when a count exceeds a {@code long}.
 */
final class Nest {

  static final int DIMS = LoopDim.values().length;
  private static final LoopDim[] LOOP_DIMS = LoopDim.values();

  final Architecture architecture;
  final MacLayer layer;
  final long[] columns;
  final long[] rows;
  final long[] macros;
  /** What one macro computes at once. */
  final long[] perMacro = new long[DIMS];
  /** What all macros compute at once. */
  final long[] perChip = new long[DIMS];
  /** Steps in time. */
  final long[] steps = new long[DIMS];
  final long[] sizes;
  final long allSteps;
  final long usedColumns;
  final long addedRows;
  final long usedMacros;
  final long drivenRows;

  Nest(Architecture architecture, MacLayer layer, long[] columns, long[] rows, long[] macros) {
    this(architecture, layer, columns, rows, macros, ones());
  }

  /** Unroll a layer that takes some steps at least, which may be more than it needs. */
  private Nest(
      Architecture architecture, MacLayer layer, long[] columns, long[] rows, long[] macros, long[] stepsAtLeast) {
    this.architecture = architecture;
    this.layer = layer;
    this.columns = columns;
    this.rows = rows;
    this.macros = macros;
    sizes = sizes(layer);
    for (int d = 0; d < DIMS; d++) {
      perMacro[d] = Math.multiplyExact(columns[d], rows[d]);
      perChip[d] = Math.multiplyExact(perMacro[d], macros[d]);
      steps[d] = Math.max(stepsAtLeast[d], Math.ceilDiv(sizes[d], perChip[d]));
    }
    allSteps = product(steps);
    usedColumns = product(columns);
    addedRows = product(rows);
    usedMacros = product(macros);
    drivenRows = drivenRows(layer.window(), columns, rows);
  }

  /** Return the nest of a mapping, with the steps that its loops take. */
  static Nest of(Architecture architecture, MacLayer layer, Mapping mapping) {
    long[] steps = ones();
    for (Loop loop : mapping.temporal().loops()) {
      int d = loop.dim().ordinal();
      steps[d] = Math.multiplyExact(steps[d], loop.size());
    }
    SpatialMapping spatial = mapping.spatial();
    return new Nest(architecture, layer,
        unrolled(spatial.columns()), unrolled(spatial.rows()), unrolled(spatial.macros()), steps);
  }

  /** Return this nest with each other choice of steps that the space has. */
  List<Nest> padded() {
    List<Nest> all = new ArrayList<>(List.of(this));
    for (int d = 0; d < DIMS; d++) {
      for (Nest nest : List.copyOf(all)) {
        for (long padded : paddings(steps[d])) {
          long[] more = nest.steps.clone();
          more[d] = padded;
          all.add(new Nest(architecture, layer, columns, rows, macros, more));
        }
      }
    }
    return all.subList(1, all.size());
  }

  /**
   * Return what steps may be padded to: of a number of at most four divisors, by at most a seventh and 64, to a number that
   * has more divisors than it and all between.
   */
  static Set<Long> paddings(long steps) {
    Set<Long> paddings = new TreeSet<>();
    int record = divisors(steps);
    if (record > 4) {
      return paddings;
    }
    long most = steps + Math.min(64, steps / 7);
    for (long padded = steps + 1; padded <= most; padded++) {
      if (divisors(padded) > record) {
        record = divisors(padded);
        paddings.add(padded);
      }
    }
    return paddings;
  }

  private static int divisors(long number) {
    int divisors = 0;
    for (long low = 1; low * low <= number; low++) {
      divisors += number % low != 0 ? 0 : low * low == number ? 1 : 2;
    }
    return divisors;
  }

  static Nest of(Architecture architecture, MacLayer layer, SpatialMapping spatial) {
    return new Nest(architecture, layer,
        unrolled(spatial.columns()), unrolled(spatial.rows()), unrolled(spatial.macros()));
  }

  private static long[] unrolled(Iterable<Loop> loops) {
    long[] unrolled = ones();
    for (Loop loop : loops) {
      int d = loop.dim().ordinal();
      unrolled[d] = Math.multiplyExact(unrolled[d], loop.size());
    }
    return unrolled;
  }

  static long[] ones() {
    long[] ones = new long[DIMS];
    Arrays.fill(ones, 1);
    return ones;
  }

  static long[] sizes(MacLayer layer) {
    long[] sizes = new long[DIMS];
    for (LoopDim dim : LOOP_DIMS) {
      sizes[dim.ordinal()] = layer.bounds().get(dim);
    }
    return sizes;
  }

  static long product(long... factors) {
    long product = 1;
    for (long factor : factors) {
      product = Math.multiplyExact(product, factor);
    }
    return product;
  }

  /** Return the rows that get an input: one for each input, stored or padded, that a macro's step touches. */
  static long drivenRows(Window window, long[] columns, long[] rows) {
    return product(rows[LoopDim.C.ordinal()],
        touched(columns[LoopDim.OY.ordinal()], rows[LoopDim.FY.ordinal()], window.strideY(), window.dilationY()),
        touched(columns[LoopDim.OX.ordinal()], rows[LoopDim.FX.ordinal()], window.strideX(), window.dilationX()));
  }

  /**
   * Return the number of distinct {@code stride*o + dilation*f}. Of all pairs (o, f) of one value count the one of the
   * largest o: the next would be {@code dilation/g} outputs further and {@code stride/g} taps back.
   */
  static long touched(long outputs, long taps, long stride, long dilation) {
    long g = commonDivisor(stride, dilation);
    long free = Math.min(taps, stride / g); // taps that cannot be exchanged for a further output
    return Math.addExact(Math.multiplyExact(outputs, free),
        Math.multiplyExact(Math.min(outputs, dilation / g), taps - free));
  }

  private static long commonDivisor(long a, long b) {
    return b == 0 ? a : commonDivisor(b, a % b);
  }

  /** Return the elements of an operand in a tile. */
  long elements(Operand operand, long[] tile) {
    return switch (operand) {
      case WEIGHT -> product(at(tile, LoopDim.G), at(tile, LoopDim.K), at(tile, LoopDim.C), at(tile, LoopDim.FY),
          at(tile, LoopDim.FX));
      case OUTPUT -> product(at(tile, LoopDim.B), at(tile, LoopDim.G), at(tile, LoopDim.K), at(tile, LoopDim.OY),
          at(tile, LoopDim.OX));
      case INPUT -> {
        Window window = layer.window();
        long high = touched(at(tile, LoopDim.OY), at(tile, LoopDim.FY), window.strideY(), window.dilationY());
        long wide = touched(at(tile, LoopDim.OX), at(tile, LoopDim.FX), window.strideX(), window.dilationX());
        yield product(at(tile, LoopDim.B), at(tile, LoopDim.G), at(tile, LoopDim.C),
            Math.min(high, window.inputHeight()), Math.min(wide, window.inputWidth()));
      }
    };
  }

  private static long at(long[] tile, LoopDim dim) {
    return tile[dim.ordinal()];
  }

  /** Return the elements of an operand in so many steps of what one instance of a level sees. */
  long elements(Operand operand, int level, long[] stepsInside) {
    return elements(operand, times(stepsInside, seen(level)));
  }

  /**
   * Return the elements of an operand that one instance of a level, not its last, keeps: no ragged edges, and two tiles
   * when double buffered.
   */
  long kept(Operand operand, int level, long[] stepsInside) {
    if (staysInCells(operand)) {
      return 0;
    }
    long[] tile = times(stepsInside, seen(level));
    for (int d = 0; d < DIMS; d++) {
      tile[d] = Math.min(tile[d], sizes[d]);
    }
    int tiles = level(level).doubleBuffered() ? 2 : 1;
    return Math.multiplyExact(elements(operand, tile), tiles);
  }

  /** Return the weights of one multiplier that a tile can have: ping-pong cells hold two tiles, but of those that stay one. */
  long cellRoom() {
    int weights = architecture.cells().weightsPerMultiplier();
    return architecture.macro().geometry().pingPong() && !staysInCells(Operand.WEIGHT) ? weights / 2 : weights;
  }

  /** Return whether an operand is in the cells for good, and in no memory. */
  boolean staysInCells(Operand operand) {
    return operand == Operand.WEIGHT && architecture.cells().resident();
  }

  /** Return whether all weights are in so many steps. */
  boolean hasAllWeights(long[] stepsInside) {
    return elements(Operand.WEIGHT, stepsInside) == elements(Operand.WEIGHT, steps);
  }

  /** Return whether the cells have room for weights that have to stay in them. */
  boolean canStay() {
    return !staysInCells(Operand.WEIGHT) || elements(Operand.WEIGHT, steps) <= cellRoom();
  }

  /** Return the elements of an operand that its last memory keeps. */
  long keptWhole(Operand operand) {
    return staysInCells(operand) ? 0 : elements(operand, sizes);
  }

  /** Return the rows that are written when a tile with so many steps below the cut comes into the cells. */
  long rows(long[] stepsInside) {
    return Math.multiplyExact(drivenRows, elements(Operand.WEIGHT, stepsInside));
  }

  static long[] times(long[] a, long[] b) {
    long[] product = new long[DIMS];
    for (int d = 0; d < DIMS; d++) {
      product[d] = Math.multiplyExact(a[d], b[d]);
    }
    return product;
  }

  MemoryLevel level(int level) {
    return architecture.memories().levels().get(level);
  }

  /** Return what one instance of a level sees of a step. */
  private long[] seen(int level) {
    return switch (level(level).sharing()) {
      case PER_ROW, PER_OUTPUT -> ones();
      case PER_MACRO -> perMacro;
      case GLOBAL -> perChip;
    };
  }

  /** Return the instances of a level that are used. */
  long instances(int level) {
    return switch (level(level).sharing()) {
      case PER_ROW -> Math.multiplyExact(drivenRows, usedMacros);
      case PER_OUTPUT -> Math.multiplyExact(usedColumns, usedMacros);
      case PER_MACRO -> usedMacros;
      case GLOBAL -> 1;
    };
  }

  /** Return how often each weight stands in a macro: side by side with its copies for other outputs of its kernel. */
  long copies() {
    return Math.multiplyExact(columns[LoopDim.OY.ordinal()], columns[LoopDim.OX.ordinal()]);
  }

  /** Return the outputs of the layer, ragged edges included. */
  long allOutputs() {
    return elements(Operand.OUTPUT, times(steps, perChip));
  }

  /** Return the bits of a word. */
  int width(Operand operand, boolean complete) {
    return switch (operand) {
      case WEIGHT -> layer.precision().weightBits();
      case INPUT -> layer.precision().inputBits();
      case OUTPUT -> complete ? layer.precision().outputBits() : layer.precision().partialSumBits();
    };
  }
}
