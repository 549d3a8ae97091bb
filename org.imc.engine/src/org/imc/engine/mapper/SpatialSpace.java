package org.imc.engine.mapper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.imc.engine.Cancellation;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.Sharing;
import org.imc.engine.mapping.ArrayAxis;
import org.imc.engine.mapping.MappingConstraint;
import org.imc.engine.workload.LoopBounds;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Operand;
import org.imc.engine.workload.Window;
import org.jspecify.annotations.Nullable;

/**
 * All spatial mappings of a layer that can be best.
 *
 * <p>Columns take K, OY and OX (the latter two with weights copied diagonally), rows C, FY and FX, macros every dimension
 * that is relevant to the output, since nothing adds sums of different macros. A dimension is stepped through
 * ceil(n / product of its unrollings) times.
 *
 * <p>Of the unrollings of one dimension with equal trips, only those are kept of which no other is at most as large on
 * each axis. That loses nothing: with equal trips the orderings are the same, and every count (used rows and outputs, hence
 * the array's energy; tiles and copies; instances of a level times its tile) does not fall when an unrolling grows, nor
 * does the load of a port, which is a tile per instance. For the same reason a single axis needs only the smallest u for
 * each ceil(n / u).
 *
 * <p>A constraint fixes unrollings, and none of the above needs more than that the others are free: loops in time and tiles
 * are asked for in steps, which are equal where trips are.
 *
 * <p>A candidate is a number: one digit for each dimension, in base of its options, the first dimension's the most
 * significant. Numbers rise with unrollings.
 *
 * <p>Depends on a {@link Key} alone. Thread-safe. Keeps its candidates unless there are too many.
 */
final class SpatialSpace {

  /** Of larger spaces candidates are made anew each time. */
  private static final int MOST_KEPT = 1 << 18;

  /** Candidates that are looked at closely again and again, of chips that differ in costs alone: some kilobytes each. */
  private static final int MOST_VARIANTS_KEPT = 32;

  private static final LoopDim[] DIMS = LoopDim.values();
  private static final int C = LoopDim.C.ordinal();
  private static final int OY = LoopDim.OY.ordinal();
  private static final int OX = LoopDim.OX.ordinal();
  private static final int FY = LoopDim.FY.ordinal();
  private static final int FX = LoopDim.FX.ordinal();

  private final Key key;
  private final Tiles tiles;
  private final long[] sizes = new long[Unrolling.DIMS];
  private final long[] room;
  private final Window endless; // over an input without end
  private final List<List<Option>> options = new ArrayList<>();
  private final long[] weights = new long[Unrolling.DIMS]; // of the digits
  private final Map<Long, List<Variant>> variants = new ConcurrentHashMap<>(); // by candidate, of some
  private final long codes; // how many numbers there are, of which not all may fit the array
  private List<Candidates> kept = new ArrayList<>(); // all or none
  private long size;

  /**
   * What a space depends on.
   *
   * @param bounds of the layer
   * @param window of the layer
   * @param outputs of a macro
   * @param inputs of a macro
   * @param macros on the chip that the layer may use
   * @param inputSharing of the lowest level of the inputs
   * @param constraint what is asked of the mapping
   */
  record Key(LoopBounds bounds, Window window, int outputs, int inputs, int macros, Sharing inputSharing,
      Optional<MappingConstraint> constraint) {

    static Key of(Architecture architecture, MacLayer layer, @Nullable MappingConstraint constraint) {
      int lowest = architecture.memories().chain(Operand.INPUT)[0];
      return new Key(layer.bounds(), layer.window(), architecture.macro().geometry().outputs(),
          architecture.macro().geometry().inputs(), architecture.cells().macros(),
          architecture.memories().levels().get(lowest).sharing(), Optional.ofNullable(constraint));
    }
  }

  /** How one dimension is unrolled on each axis. */
  private record Option(long columns, long rows, long macros) {

    long product() {
      return columns * rows * macros;
    }

    /** Return what is under one instance of a memory level. */
    long span(Sharing sharing) {
      return switch (sharing) {
        case PER_ROW, PER_OUTPUT -> 1;
        case PER_MACRO -> columns * rows;
        case GLOBAL -> product();
      };
    }

    boolean isWithin(Option other) {
      return columns <= other.columns && rows <= other.rows && macros <= other.macros;
    }
  }

  /** Make a space; the cancellation is asked meanwhile, and not kept. */
  SpatialSpace(Key key, Cancellation cancellation) {
    this.key = key;
    tiles = new Tiles(key.window);
    room = new long[] {key.outputs, key.inputs, key.macros};
    Window window = key.window;
    endless = new Window(window.strideY(), window.strideX(), window.dilationY(), window.dilationX(),
        Long.MAX_VALUE, Long.MAX_VALUE);
    for (LoopDim dim : LoopDim.values()) {
      sizes[dim.ordinal()] = key.bounds.get(dim);
      options.add(options(dim, key.bounds.get(dim), cancellation));
    }
    long weight = 1;
    for (int d = Unrolling.DIMS - 1; d >= 0; d--) {
      weights[d] = weight;
      weight = Math.multiplyExact(weight, (long) options.get(d).size());
    }
    codes = weight;
    make(this::keep, cancellation);
    kept = Candidates.fewestStepsFirst(kept);
  }

  private void keep(Candidates some) {
    size += some.size();
    if (size <= MOST_KEPT) {
      kept.add(some.copy());
    } else {
      kept.clear();
    }
  }

  /** Return the number of candidates. */
  long size() {
    return size;
  }

  /** Return how many candidates are kept in memory. */
  int kept() {
    return kept.isEmpty() ? 0 : (int) size;
  }

  private List<Option> options(LoopDim dim, long size, Cancellation cancellation) {
    List<Option> all = new ArrayList<>();
    for (long columns : unrollings(dim, ArrayAxis.COLUMNS, size, size)) {
      long outsideColumns = Math.ceilDiv(size, columns);
      for (long rows : unrollings(dim, ArrayAxis.ROWS, size, outsideColumns)) {
        for (long macros : unrollings(dim, ArrayAxis.MACROS, size, Math.ceilDiv(outsideColumns, rows))) {
          all.add(new Option(columns, rows, macros));
          cancellation.check();
        }
      }
    }
    var bySteps = new HashMap<Long, List<Option>>(); // only options of equal trip counts make each other superfluous
    for (Option option : all) {
      bySteps.computeIfAbsent(Math.ceilDiv(size, option.product()), steps -> new ArrayList<>()).add(option);
    }
    return all.stream().filter(option -> isNeeded(option, bySteps.get(Math.ceilDiv(size, option.product())),
        cancellation)).toList();
  }

  private boolean isNeeded(Option option, List<Option> ofEqualSteps, Cancellation cancellation) {
    cancellation.check();
    return ofEqualSteps.stream().noneMatch(other -> !other.equals(option) && other.isWithin(option));
  }

  private long roomFor(LoopDim dim, ArrayAxis axis) {
    return axis.dims().contains(dim) ? room[axis.ordinal()] : 1;
  }

  /** Return the unrollings of a dimension on an axis that can be best for the steps that other axes leave. */
  private List<Long> unrollings(LoopDim dim, ArrayAxis axis, long size, long steps) {
    long most = Math.min(size, roomFor(dim, axis));
    Optional<Long> fixed = key.constraint.flatMap(asked -> asked.unrolling(axis, dim));
    return fixed.isEmpty() ? unrollings(steps, most) : fixed.get() <= most ? List.of(fixed.get()) : List.of();
  }

  /** Return the smallest u for each distinct ceil(n / u), u at most {@code room}, rising. */
  static List<Long> unrollings(long n, long room) {
    List<Long> all = new ArrayList<>();
    long limit = Math.min(n, room);
    for (long u = 1; u <= limit; u = nextUnrolling(n, u)) {
      all.add(u);
    }
    return all;
  }

  private static long nextUnrolling(long n, long u) {
    long trips = Math.ceilDiv(n, u);
    return trips == 1 ? Long.MAX_VALUE : Math.ceilDiv(n, trips - 1); // the smallest with fewer trips
  }

  /** Visit every candidate that fits the array, some at a time, which must not be kept. */
  void forEach(Consumer<Candidates> visitor, Cancellation cancellation) {
    if (kept() == 0) {
      make(visitor, cancellation);
    }
    for (Candidates some : kept) {
      cancellation.check();
      visitor.accept(some);
    }
  }

  private void make(Consumer<Candidates> visitor, Cancellation cancellation) {
    new Maker(visitor, cancellation).make();
  }

  /** Makes candidates, those of large unrollings first; carries along what follows from the dimensions chosen so far. */
  private final class Maker {

    private final Consumer<Candidates> visitor;
    private final Cancellation cancellation;
    private final Candidates some = new Candidates(codes);
    private final Option[] chosen = new Option[Unrolling.DIMS];
    private final long[] span = new long[Unrolling.DIMS]; // under one instance of the lowest level of the inputs
    private final Products[] products = new Products[Unrolling.DIMS + 1]; // of the first dimensions

    Maker(Consumer<Candidates> visitor, Cancellation cancellation) {
      this.visitor = visitor;
      this.cancellation = cancellation;
      Arrays.setAll(products, d -> new Products());
    }

    void make() {
      make(0, 0);
      if (some.size() > 0) {
        visitor.accept(some);
      }
    }

    private void make(int d, long code) {
      if (d == Unrolling.DIMS) {
        add(code);
        return;
      }
      cancellation.check();
      Products before = products[d];
      List<Option> of = options.get(d);
      for (int i = of.size() - 1; i >= 0; i--) {
        Option option = of.get(i);
        if (before.outputs * option.columns <= key.outputs && before.addedRows * option.rows <= key.inputs
            && before.macros * option.macros <= key.macros) {
          chosen[d] = option;
          span[d] = option.span(key.inputSharing);
          products[d + 1].set(before, DIMS[d], option, Math.ceilDiv(sizes[d], option.product()));
          make(d + 1, code + weights[d] * i);
        }
      }
    }

    private void add(long code) {
      long rows = chosen[C].rows * endless.inputRows(chosen[OY].columns, chosen[FY].rows)
          * endless.inputColumns(chosen[OX].columns, chosen[FX].rows);
      if (rows <= key.inputs) {
        some.add(code, counts(products[Unrolling.DIMS], rows, span));
        if (some.size() == Candidates.MOST) {
          visitor.accept(some);
          some.clear();
        }
      }
    }
  }

  /** Products over some dimensions, in place: there are many. */
  private static final class Products {

    private long outputs = 1; // unrollings over the columns
    private long addedRows = 1; // unrollings over the rows
    private long macros = 1; // unrollings over the macros
    private long iterations = 1; // steps in time
    private double weightSteps = 1; // of them, those that need other weights
    private double completeOutputs = 1; // outputs of all steps

    static Products of(Unrolling u) {
      var products = new Products();
      for (int d = 0; d < Unrolling.DIMS; d++) {
        products.set(products, DIMS[d], new Option(u.columns[d], u.rows[d], u.macros[d]), u.trips[d]);
      }
      return products;
    }

    /** Set these to some products with one dimension more. */
    void set(Products before, LoopDim dim, Option option, long steps) {
      outputs = before.outputs * option.columns;
      addedRows = before.addedRows * option.rows;
      macros = before.macros * option.macros;
      iterations = Math.multiplyExact(before.iterations, steps);
      weightSteps = dim.isRelevantTo(Operand.WEIGHT) ? before.weightSteps * steps : before.weightSteps;
      completeOutputs = dim.isRelevantTo(Operand.OUTPUT)
          ? before.completeOutputs * (steps * option.product()) : before.completeOutputs;
    }
  }

  /**
   * A candidate with its steps in time as they are, or padded.
   *
   * @param unrolling the candidate
   * @param counts that its compulsory cost follows from
   */
  record Variant(Unrolling unrolling, Candidates.Counts counts) { }

  /** Return a candidate as it is, then its {@link Unrolling#padded() padded} variants. */
  List<Variant> variants(long code) {
    List<Variant> known = variants.get(code);
    if (known != null) {
      return known;
    }
    List<Variant> all = new ArrayList<>();
    Unrolling candidate = candidate(code);
    all.add(new Variant(candidate, counts(candidate)));
    candidate.padded().forEach(padded -> all.add(new Variant(padded, counts(padded))));
    if (variants.size() < MOST_VARIANTS_KEPT) {
      variants.put(code, all);
    }
    return all;
  }

  private Candidates.Counts counts(Unrolling u) {
    return counts(Products.of(u), u.usedRows, u.span(key.inputSharing));
  }

  private Candidates.Counts counts(Products of, long rows, long[] span) {
    long instances = Unrolling.instances(key.inputSharing, rows, of.outputs, of.macros);
    double inputWords = instances * tiles.elements(Operand.INPUT, Unrolling.ONES, span) * of.iterations;
    return new Candidates.Counts(of.iterations, (int) of.outputs, (int) rows, (int) of.addedRows, (int) of.macros, inputWords,
        of.completeOutputs, rows * of.weightSteps);
  }

  Unrolling candidate(long code) {
    int[] digits = new int[Unrolling.DIMS];
    long rest = code;
    for (int d = 0; d < digits.length; d++) {
      digits[d] = (int) (rest / weights[d]);
      rest %= weights[d];
    }
    return candidate(digits);
  }

  private Unrolling candidate(int[] digits) {
    long[] columns = new long[Unrolling.DIMS];
    long[] rows = new long[Unrolling.DIMS];
    long[] macros = new long[Unrolling.DIMS];
    for (int d = 0; d < Unrolling.DIMS; d++) {
      Option option = options.get(d).get(digits[d]);
      columns[d] = option.columns();
      rows[d] = option.rows();
      macros[d] = option.macros();
    }
    return new Unrolling(columns, rows, macros, sizes, endless);
  }
}
