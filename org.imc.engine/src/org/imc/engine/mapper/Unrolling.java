package org.imc.engine.mapper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.imc.engine.arch.Sharing;
import org.imc.engine.mapping.Loop;
import org.imc.engine.mapping.PaddedSteps;
import org.imc.engine.mapping.SpatialMapping;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.Window;

/**
 * A spatial candidate in numbers: the unrolling of each dimension on each axis, and what follows from it. Arrays are
 * indexed by {@link LoopDim#ordinal()} and never change.
 */
final class Unrolling {

  static final int DIMS = LoopDim.values().length;
  /** Of no loops, and of what nothing is unrolled in; not to be changed. */
  static final long[] ONES = ones();

  final long[] columns;
  final long[] rows;
  final long[] macros;
  /** Under one macro: columns x rows. */
  final long[] macroTile;
  /** On the whole chip: columns x rows x macros. */
  final long[] chipTile;
  /** How many times each dimension is stepped through in time. */
  final long[] trips;
  final long iterations;
  final long usedOutputs;
  final long usedRows;
  final long addedRows;
  final long usedMacros;
  final long weightCopies;
  private final Window window; // over an input without end

  Unrolling(long[] columns, long[] rows, long[] macros, long[] sizes, Window padded) {
    this(columns, rows, macros, padded, trips(columns, rows, macros, sizes));
  }

  private static long[] ones() {
    long[] ones = new long[DIMS];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static long[] trips(long[] columns, long[] rows, long[] macros, long[] sizes) {
    long[] trips = new long[DIMS];
    for (int d = 0; d < DIMS; d++) {
      trips[d] = Math.ceilDiv(sizes[d], Math.multiplyExact(columns[d] * rows[d], macros[d]));
    }
    return trips;
  }

  private Unrolling(long[] columns, long[] rows, long[] macros, Window padded, long[] trips) {
    window = padded;
    this.trips = trips;
    this.columns = columns;
    this.rows = rows;
    this.macros = macros;
    macroTile = new long[DIMS];
    chipTile = new long[DIMS];
    long allTrips = 1;
    for (int d = 0; d < DIMS; d++) {
      macroTile[d] = columns[d] * rows[d];
      chipTile[d] = Math.multiplyExact(macroTile[d], macros[d]);
      allTrips = Math.multiplyExact(allTrips, trips[d]);
    }
    iterations = allTrips;
    usedOutputs = product(columns);
    addedRows = product(rows);
    usedMacros = product(macros);
    usedRows = usedRows(columns, rows, padded);
    weightCopies = columns[LoopDim.OY.ordinal()] * columns[LoopDim.OX.ordinal()];
  }

  /** Return this candidate with all combinations of padded steps in time, without the one that pads none. */
  List<Unrolling> padded() {
    List<long[]> all = new ArrayList<>(List.of(trips));
    for (int d = 0; d < DIMS; d++) {
      List<Long> more = PaddedSteps.of(trips[d]);
      for (long[] each : List.copyOf(all)) {
        for (long steps : more) {
          long[] with = each.clone();
          with[d] = steps;
          all.add(with);
        }
      }
    }
    return all.stream().skip(1).map(each -> new Unrolling(columns, rows, macros, window, each)).toList();
  }

  /** Return the rows that are driven; {@code padded} is the layer's window over an input without end. */
  static long usedRows(long[] columns, long[] rows, Window padded) {
    return rows[LoopDim.C.ordinal()]
        * padded.inputRows(columns[LoopDim.OY.ordinal()], rows[LoopDim.FY.ordinal()])
        * padded.inputColumns(columns[LoopDim.OX.ordinal()], rows[LoopDim.FX.ordinal()]);
  }

  static long product(long[] factors) {
    long product = 1;
    for (long factor : factors) {
      product = Math.multiplyExact(product, factor);
    }
    return product;
  }

  /** Return how many instances of a memory level are used. */
  long instances(Sharing sharing) {
    return instances(sharing, usedRows, usedOutputs, usedMacros);
  }

  /** Return how many instances of a memory level serve so many rows and outputs of so many macros. */
  static long instances(Sharing sharing, long usedRows, long usedOutputs, long usedMacros) {
    return switch (sharing) {
      case PER_ROW -> usedRows * usedMacros;
      case PER_OUTPUT -> usedOutputs * usedMacros;
      case PER_MACRO -> usedMacros;
      case GLOBAL -> 1;
    };
  }

  /** Return the unrollings under one instance of a memory level. */
  long[] span(Sharing sharing) {
    return switch (sharing) {
      case PER_ROW, PER_OUTPUT -> ONES;
      case PER_MACRO -> macroTile;
      case GLOBAL -> chipTile;
    };
  }

  SpatialMapping toSpatialMapping() {
    return new SpatialMapping(loops(columns), loops(rows), loops(macros));
  }

  private static List<Loop> loops(long[] unrolling) {
    List<Loop> loops = new ArrayList<>();
    for (LoopDim dim : LoopDim.values()) {
      if (unrolling[dim.ordinal()] > 1) {
        loops.add(new Loop(dim, unrolling[dim.ordinal()]));
      }
    }
    return loops;
  }
}
