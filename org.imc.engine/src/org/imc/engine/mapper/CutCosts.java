package org.imc.engine.mapper;

import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.Sharing;
import org.imc.engine.cost.ArrayCost;
import org.imc.engine.cost.MeanUse;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Operand;
import org.imc.engine.workload.Precision;

/**
 * What a cut costs, as a function of the loops below it alone (lemma L1 of {@link TemporalSearch}), for any spatial
 * candidate of one layer. Not thread-safe. Written for speed in doubles, which hold every count up to 2<sup>53</sup> exactly; the reported
 * cost is {@link org.imc.engine.cost.LayerCost}'s, which counts exactly and independently.
 */
final class CutCosts {

  private static final LoopDim[] LOOP_DIMS = LoopDim.values();
  final Chains chains;
  final Criteria criteria;
  private final long[] tile = new long[Unrolling.DIMS]; // scratch
  final long[] sizes = new long[Unrolling.DIMS];
  private final Architecture architecture;
  private final MacLayer layer;
  private final Precision precision;
  private final Tiles tiles;
  /** What the array costs at least. */
  final ArrayFloor floor;
  private final ArrayCost array;
  private final int cyclesPerActivation;
  final boolean pingPong;
  /** Whether the weights are in the cells for good, and in no memory. */
  final boolean resident;

  /**
   * Make the costs of a layer.
   *
   * @param floor of the architecture's macro
   */
  CutCosts(Architecture architecture, MacLayer layer, ArrayFloor floor) {
    this.architecture = architecture;
    this.layer = layer;
    precision = layer.precision();
    tiles = new Tiles(layer.window());
    chains = new Chains(architecture);
    pingPong = architecture.macro().geometry().pingPong();
    resident = architecture.cells().resident();
    criteria = new Criteria(chains.levels, pingPong);
    this.floor = floor;
    array = floor.macro().array();
    cyclesPerActivation = architecture.macro().geometry().cyclesPerActivation();
    for (LoopDim dim : LoopDim.values()) {
      sizes[dim.ordinal()] = layer.bounds().get(dim);
    }
  }

  /** Return the energy of the array of a candidate, over all activations and macros. */
  double arrayPj(Unrolling u) {
    if (array.chargesMeanUse()) {
      var use = MeanUse.of(layer, dim -> u.macroTile[dim.ordinal()], dim -> u.trips[dim.ordinal()] * u.macros[dim.ordinal()]);
      return (double) u.iterations * u.usedMacros * array.energyPerActivationPj(use);
    }
    return arrayPj(u.iterations, (int) u.usedMacros, (int) u.usedOutputs, (int) u.usedRows, (int) u.addedRows);
  }

  /** Return the energy of the array of a candidate that has not been padded. */
  double arrayPj(SpatialSpace space, Candidates some, int i) {
    return array.chargesMeanUse() // which the counts do not tell
        ? arrayPj(space.candidate(some.code(i)))
        : arrayPj(some.iterations[i], some.macros[i], some.outputs[i], some.rows[i], some.addedRows[i]);
  }

  /** Return an energy of an activation that is just below that of a candidate, in a few operations. */
  double leastPjPerActivation(Candidates some, int i) {
    if (array.chargesMeanUse()) {
      return chargedShare(some.iterations[i], some.macros[i], some.outputs[i], some.addedRows[i])
          * floor.pjPerActivation(some.outputs[i], some.addedRows[i], some.addedRows[i]);
    }
    return floor.pjPerActivation(some.outputs[i], some.rows[i], some.addedRows[i]);
  }

  /**
   * Return which share is charged at least, where the mean use counts, of the energy of the outputs and the rows that are added:
   * that of all steps which is no ragged edge, rounded.
   */
  private double chargedShare(long activations, int macros, int outputs, int addedRows) {
    return ArrayFloor.LEAST_ROUNDED * layer.macs() / ((double) activations * macros * outputs * addedRows);
  }

  private double arrayPj(long activations, int macros, int outputs, int rows, int addedRows) {
    return (double) activations * macros * array.energyPerActivationPj(outputs, rows, addedRows);
  }

  /** Return the cycles in which the array of a candidate computes. */
  double computeCycles(Unrolling candidate) {
    return computeCycles(candidate.iterations);
  }

  /**
   * Return the cycles of whole activations.
   *
   * @throws ArithmeticException when they exceed a {@code long}
   */
  double computeCycles(long activations) {
    return (double) Math.multiplyExact(activations, (long) cyclesPerActivation);
  }

  /** Return the cycles of some activations. */
  double computeCycles(double activations) {
    return activations * cyclesPerActivation;
  }

  /** Return what no ordering changes: the array, and what it exchanges with the lowest levels. */
  double[] fixed(Unrolling u) {
    double[] cost = new double[criteria.count()];
    double activations = u.iterations;
    cost[Criteria.ENERGY] += arrayPj(u);
    int inputs = chains.first(Operand.INPUT);
    double inputWords = elements(Operand.INPUT, Unrolling.ONES, span(inputs, u)) * instances(inputs, u) * activations;
    addRead(u, inputs, inputWords * precision.inputBits(), cost);
    double sums = (double) u.usedOutputs * u.usedMacros * activations;
    addOutputs(u, chains.first(Operand.OUTPUT), true, sums, completeOutputs(u), cost);
    cost[Criteria.ARRAY] = Math.max(computeCycles(u), criteria.busiestPort(cost)); // nothing else is in there yet
    return cost;
  }

  /**
   * Add what a cut costs, and for how long it keeps each port busy. The array is charged with exchanging all tiles, beyond
   * what is hidden; that the first or last one fills or drains instead, which takes at least as long, is left to
   * {@link CutTimes}.
   *
   * @param below for each dimension, the product of the loops below the cut; of outputs, all loops
   * @param periods the product of all loops above it
   */
  void addCut(Unrolling u, Operand operand, int cut, long[] below, double periods, double[] cost) {
    int lower = chains.below(operand, cut);
    int upper = chains.above(operand, cut);
    switch (operand) {
      case WEIGHT -> {
        if (lower == Chains.MULTIPLIER) {
          cost[Criteria.ENERGY] += array.prechargePjPerWeight() * u.usedOutputs * u.addedRows * u.usedMacros * periods;
          return; // the cells are above, and no memory
        }
        if (resident) {
          return;
        }
        double readBits = moved(operand, upper, u, below, periods) * precision.weightBits();
        if (lower == Chains.CELLS) {
          addCellWrites(u, below, periods, readCycles(u, upper, readBits), cost);
          addRead(u, upper, readBits, cost);
        } else {
          addDown(u, operand, cut, below, periods, cost);
        }
      }
      case INPUT -> addDown(u, operand, cut, below, periods, cost);
      case OUTPUT -> {
        double complete = completeOutputs(u);
        double partial = elements(operand, below, u.chipTile) * periods - complete;
        addUp(u, cut, below, 1, complete, complete, cost);
        if (partial > 0) {
          addUp(u, cut, below, periods - 1, partial, 0, cost);
        }
      }
    }
  }

  private void addDown(Unrolling u, Operand operand, int cut, long[] below, double periods, double[] cost) {
    int lower = chains.below(operand, cut);
    int upper = chains.above(operand, cut);
    double[] moved = new double[cost.length];
    addWrite(u, lower, moved(operand, lower, u, below, periods) * width(operand, true), moved);
    addRead(u, upper, moved(operand, upper, u, below, periods) * width(operand, true), moved);
    addMoved(operand, lower, below, periods, moved, cost);
  }

  private void addUp(Unrolling u, int cut, long[] below, double periods, double words, double complete, double[] cost) {
    int lower = chains.below(Operand.OUTPUT, cut);
    double[] moved = new double[cost.length];
    addOutputs(u, lower, false, words, complete, moved);
    addOutputs(u, chains.above(Operand.OUTPUT, cut), true, words, complete, moved);
    addMoved(Operand.OUTPUT, lower, below, periods, moved, cost);
  }

  /** Add what tiles move, and for how long the array waits beyond one pass over each. */
  private void addMoved(Operand operand, int lower, long[] below, double periods, double[] moved, double[] cost) {
    if (!level(lower).doubleBuffered()) {
      double pass = 1;
      for (LoopDim dim : LOOP_DIMS) {
        pass *= dim.isRelevantTo(operand) ? below[dim.ordinal()] : 1;
      }
      moved[Criteria.ARRAY] = Math.max(0, criteria.busiestPort(moved) - computeCycles(pass) * periods);
    }
    for (int k = 0; k < cost.length; k++) {
      cost[k] += moved[k];
    }
  }

  private void addCellWrites(Unrolling u, long[] below, double periods, double readCycles, double[] cost) {
    double words = elements(Operand.WEIGHT, below, u.macroTile) * u.weightCopies * u.usedMacros * periods;
    cost[Criteria.ENERGY] += words * precision.weightBits() * cellWritePjPerBit();
    double rows = rowWrites(u, below) * periods;
    if (pingPong) {
      cost[Criteria.CELL_PORT] += rows;
    } else {
      cost[Criteria.ARRAY] += Math.max(rows, readCycles);
    }
  }

  /** Return the rows that are written when a tile of weights comes into the cells. */
  double rowWrites(Unrolling u, long[] below) {
    return u.usedRows * elements(Operand.WEIGHT, below, Unrolling.ONES);
  }

  /** Return the words of an operand that a level reads or writes at a cut, over all its instances. */
  double moved(Operand operand, int level, Unrolling u, long[] below, double periods) {
    return instances(level, u) * elements(operand, below, span(level, u)) * periods;
  }

  /** Charge sums that go up through a level's write port (or its read port), and back through the other. */
  private void addOutputs(Unrolling u, int level, boolean upIsWrite, double words, double complete, double[] cost) {
    double partialBits = (words - complete) * precision.partialSumBits();
    double upBits = partialBits + complete * precision.outputBits();
    addWrite(u, level, upIsWrite ? upBits : partialBits, cost);
    addRead(u, level, upIsWrite ? partialBits : upBits, cost);
  }

  /** Return the energy of a bit that is read out of a level, or written into it. */
  double pjPerBit(int level, boolean isRead) {
    return isRead ? level(level).readPjPerBit() : level(level).writePjPerBit();
  }

  /** Return the cycles in which bits are read out of a level. */
  double readCycles(Unrolling u, int level, double bits) {
    return criteria.cycles(criteria.reads(level), bits, u::instances);
  }

  /** Add what it costs to read bits out of a level. */
  void addRead(Unrolling u, int level, double bits, double[] cost) {
    cost[Criteria.ENERGY] += bits * pjPerBit(level, true);
    cost[criteria.reads(level)] += readCycles(u, level, bits);
  }

  /** Add what it costs to write bits into a level. */
  void addWrite(Unrolling u, int level, double bits, double[] cost) {
    cost[Criteria.ENERGY] += bits * pjPerBit(level, false);
    cost[criteria.writes(level)] += criteria.cycles(criteria.writes(level), bits, u::instances);
  }

  /** Return the outputs of the whole layer, ragged edges counted as full Unrolling.ONES. */
  private double completeOutputs(Unrolling u) {
    return elements(Operand.OUTPUT, u.trips, u.chipTile);
  }

  /** Return the energy to write a bit of a weight. */
  double cellWritePjPerBit() {
    return architecture.macro().technology().cellWritePjPerBit();
  }

  /** Return how many instances a way of sharing gives the architecture, used or not. */
  long allInstances(Sharing sharing) {
    long inputs = architecture.macro().geometry().inputs();
    long outputs = architecture.macro().geometry().outputs();
    return switch (sharing) {
      case PER_ROW -> inputs * architecture.macros();
      case PER_OUTPUT -> outputs * architecture.macros();
      case PER_MACRO -> architecture.macros();
      case GLOBAL -> 1;
    };
  }

  /** Return whether several loops' weights fit the cells: no more of them per multiplier than it has cells. */
  boolean fitsCells(int place, long[] below) {
    return elements(Operand.WEIGHT, below, Unrolling.ONES) <= cellRoom(place);
  }

  /** Return whether so many weights can stay in the cells, if they have to. */
  boolean canStay(double weightsPerMultiplier) {
    return !resident || weightsPerMultiplier <= cellRoom(Chains.CELLS);
  }

  /** Return whether all weights of a candidate are below a cut that is not at the multipliers, if they have to be. */
  boolean keepsResidents(Unrolling candidate, Operand operand, int place, long[] below) {
    return !resident || operand != Operand.WEIGHT || place == Chains.MULTIPLIER
        || elements(operand, below, Unrolling.ONES) == elements(operand, candidate.trips, Unrolling.ONES);
  }

  /** Return how many weights per multiplier a tile in the array may have. */
  double cellRoom(int place) {
    return place == Chains.MULTIPLIER ? 1 : architecture.weightsPerTile();
  }

  /** Return how many elements of an operand lie along a dimension at most; only stored inputs are fewer than steps. */
  long extent(Operand operand, LoopDim dim) {
    if (operand != Operand.INPUT) {
      return Long.MAX_VALUE;
    }
    return switch (dim) {
      case OY, FY -> layer.window().inputHeight();
      case OX, FX -> layer.window().inputWidth();
      default -> Long.MAX_VALUE;
    };
  }

  /** Return the words of an operand that one instance of a level, not its last, keeps of a tile. */
  double kept(Operand operand, int level, Unrolling u, long[] below) {
    if (isNowhere(operand)) {
      return 0;
    }
    long[] span = span(level, u);
    for (int d = 0; d < tile.length; d++) {
      tile[d] = Math.min(below[d] * span[d], sizes[d]);
    }
    return elements(operand, tile, Unrolling.ONES) * level(level).tilesKept();
  }

  /** Return the words of an operand in the whole layer that memories hold and move. */
  double whole(Operand operand) {
    return isNowhere(operand) ? 0 : elements(operand, sizes, Unrolling.ONES);
  }

  /** Return whether an operand is in no memory. */
  private boolean isNowhere(Operand operand) {
    return resident && operand == Operand.WEIGHT;
  }

  /** Return the bits of a word of an operand. */
  int width(Operand operand, boolean complete) {
    return switch (operand) {
      case WEIGHT -> precision.weightBits();
      case INPUT -> precision.inputBits();
      case OUTPUT -> complete ? precision.outputBits() : precision.partialSumBits();
    };
  }

  /** Return the elements of an operand in a tile of sizes a·b. */
  double elements(Operand operand, long[] a, long[] b) {
    return tiles.elements(operand, a, b);
  }

  private double instances(int level, Unrolling u) {
    return u.instances(level(level).sharing());
  }

  /** Return the unrollings under one instance of a memory level. */
  long[] span(int level, Unrolling u) {
    return u.span(level(level).sharing());
  }

  MemoryLevel level(int level) {
    return chains.levels.get(level);
  }
}
