package org.imc.engine.mapper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.imc.engine.Cancellation;
import org.imc.engine.arch.Architecture;
import org.imc.engine.mapping.ArrayAxis;
import org.imc.engine.mapping.MappingConstraint;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.MacLayer;
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
 * <p>A candidate is a number: one digit for each dimension, in base of its options.
 */
final class SpatialSpace {

  private final long[] sizes = new long[Unrolling.DIMS];
  private final long[] room;
  private final Window padded;
  private final List<List<Option>> options = new ArrayList<>();
  private final @Nullable MappingConstraint constraint;
  private final Cancellation cancellation;

  /** How one dimension is unrolled on each axis. */
  private record Option(long columns, long rows, long macros) {

    long product() {
      return columns * rows * macros;
    }

    boolean isWithin(Option other) {
      return columns <= other.columns && rows <= other.rows && macros <= other.macros;
    }
  }

  SpatialSpace(Architecture architecture, MacLayer layer, @Nullable MappingConstraint constraint,
      Cancellation cancellation) {
    this.constraint = constraint;
    this.cancellation = cancellation;
    room = new long[] {
      architecture.macro().geometry().outputs(), architecture.macro().geometry().inputs(), architecture.macros()
    };
    Window window = layer.window();
    padded = new Window(window.strideY(), window.strideX(), window.dilationY(), window.dilationX(),
        Long.MAX_VALUE, Long.MAX_VALUE);
    for (LoopDim dim : LoopDim.values()) {
      sizes[dim.ordinal()] = layer.bounds().get(dim);
      options.add(options(dim, layer.bounds().get(dim)));
    }
  }

  private List<Option> options(LoopDim dim, long size) {
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
    return all.stream().filter(option -> isNeeded(option, bySteps.get(Math.ceilDiv(size, option.product())))).toList();
  }

  private boolean isNeeded(Option option, List<Option> ofEqualSteps) {
    cancellation.check();
    return ofEqualSteps.stream().noneMatch(other -> !other.equals(option) && other.isWithin(option));
  }

  private long roomFor(LoopDim dim, ArrayAxis axis) {
    return axis.dims().contains(dim) ? room[axis.ordinal()] : 1;
  }

  /** Return the unrollings of a dimension on an axis that can be best for the steps that other axes leave. */
  private List<Long> unrollings(LoopDim dim, ArrayAxis axis, long size, long steps) {
    long most = Math.min(size, roomFor(dim, axis));
    Optional<Long> fixed = constraint == null ? Optional.empty() : constraint.unrolling(axis, dim);
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

  /** Visit every candidate that fits the array, in a fixed order. */
  void forEach(LongConsumer visitor) {
    visit(0, 0, 1, new long[] {1, 1, 1}, new int[Unrolling.DIMS], visitor);
  }

  private void visit(int d, long code, long base, long[] used, int[] digits, LongConsumer visitor) {
    if (d == Unrolling.DIMS) {
      if (!rowsOverflow(digits)) {
        visitor.accept(code);
      }
      return;
    }
    cancellation.check();
    List<Option> of = options.get(d);
    for (int i = 0; i < of.size(); i++) {
      Option option = of.get(i);
      long[] next = {used[0] * option.columns(), used[1] * option.rows(), used[2] * option.macros()};
      if (next[0] <= room[0] && next[1] <= room[1] && next[2] <= room[2]) {
        digits[d] = i;
        visit(d + 1, code + base * i, Math.multiplyExact(base, of.size()), next, digits, visitor);
      }
    }
  }

  private boolean rowsOverflow(int[] digits) {
    long c = options.get(LoopDim.C.ordinal()).get(digits[LoopDim.C.ordinal()]).rows();
    long y = padded.inputRows(
        options.get(LoopDim.OY.ordinal()).get(digits[LoopDim.OY.ordinal()]).columns(),
        options.get(LoopDim.FY.ordinal()).get(digits[LoopDim.FY.ordinal()]).rows());
    long x = padded.inputColumns(
        options.get(LoopDim.OX.ordinal()).get(digits[LoopDim.OX.ordinal()]).columns(),
        options.get(LoopDim.FX.ordinal()).get(digits[LoopDim.FX.ordinal()]).rows());
    return c * y * x > room[1];
  }

  /** Return a candidate. */
  Unrolling candidate(long code) {
    long[] columns = new long[Unrolling.DIMS];
    long[] rows = new long[Unrolling.DIMS];
    long[] macros = new long[Unrolling.DIMS];
    long rest = code;
    for (int d = 0; d < Unrolling.DIMS; d++) {
      List<Option> of = options.get(d);
      Option option = of.get((int) (rest % of.size()));
      rest /= of.size();
      columns[d] = option.columns();
      rows[d] = option.rows();
      macros[d] = option.macros();
    }
    return new Unrolling(columns, rows, macros, sizes, padded);
  }
}
