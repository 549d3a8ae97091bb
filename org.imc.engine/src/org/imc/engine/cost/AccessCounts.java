package org.imc.engine.cost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.Sharing;
import org.imc.engine.mapping.ArrayAxis;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.mapping.SpatialMapping;
import org.imc.engine.mapping.TemporalMapping;
import org.imc.engine.result.Transfer;
import org.imc.engine.result.Transfer.Direction;
import org.imc.engine.workload.LoopBounds;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Operand;

/**
 * What a mapped layer moves: exact counts, read off the loop nest.
 *
 * <p>A tile crosses a cut once per period (see {@link TemporalMapping#periods}). The memory above reads each distinct word
 * once for all instances below it (multicast); every used instance below writes its own copy. A ragged edge is moved like
 * a full tile. The array holds neither inputs nor sums: each activation reads its inputs from the lowest level, writes its
 * sums there, and reads the sum back unless it is the first. A sum has the partial-sum width until it is complete.
 *
 * <p>Errors: {@link ArithmeticException} when a count exceeds a {@code long}.
 *
 * @param activations full-precision activations, each of all used macros
 * @param weightReadOuts weights that cell groups bring to their multipliers, over all macros
 * @param cellWriteBits bits written into the cells, over all macros
 * @param rowWrites rows of weights written, one after the other in a macro, all macros at the same time
 * @param traffic through the ports of the memories, nearest level first
 * @param ofArray the part of the traffic that is between the array and the nearest memories
 * @param exchanges one for each cut that a mapping names
 */
public record AccessCounts(
    long activations, long weightReadOuts, long cellWriteBits, long rowWrites, List<Traffic> traffic,
    List<Traffic> ofArray, List<TileExchange> exchanges) {

  /**
   * Words of one operand that go through a memory in one direction, over all its instances.
   *
   * @param level index of the memory in the hierarchy
   * @param transfer the stream
   * @param words of the operand
   * @param bits in all
   */
  public record Traffic(int level, Transfer transfer, long words, long bits) {

    /** Return both streams, which are of one kind, as one. */
    Traffic plus(Traffic other) {
      return new Traffic(level, transfer, Math.addExact(words, other.words), Math.addExact(bits, other.bits));
    }
  }

  public AccessCounts {
    traffic = List.copyOf(traffic);
    ofArray = List.copyOf(ofArray);
    exchanges = List.copyOf(exchanges);
  }

  /** Return the counts of a mapped layer. */
  public static AccessCounts of(Architecture architecture, MacLayer layer, Mapping mapping) {
    return new Replay(architecture, layer, mapping).counts();
  }

  /** Walk the chains of the operands from the array outwards. */
  private static final class Replay {

    private final Architecture architecture;
    private final MacLayer layer;
    private final SpatialMapping spatial;
    private final TemporalMapping temporal;
    private final Map<Transfer, Traffic> traffic = new LinkedHashMap<>();
    private final List<TileExchange> exchanges = new ArrayList<>();
    private final long[] instances = new long[Sharing.values().length]; // by sharing
    private final LoopBounds[] spans = new LoopBounds[Sharing.values().length]; // likewise

    Replay(Architecture architecture, MacLayer layer, Mapping mapping) {
      this.architecture = architecture;
      this.layer = layer;
      this.spatial = mapping.spatial();
      this.temporal = mapping.temporal();
      for (Sharing sharing : Sharing.values()) {
        instances[sharing.ordinal()] = spatial.instances(sharing, layer.window());
        spans[sharing.ordinal()] = spatial.tile(sharing);
      }
    }

    AccessCounts counts() {
      long activations = temporal.iterations();
      int cellCut = temporal.cuts().get(Operand.WEIGHT).getFirst();
      boolean resident = architecture.cells().resident(); // then the weights are in the cells already
      if (!resident) {
        moveDown(Operand.WEIGHT, chain(Operand.WEIGHT), 1);
      }
      int[] inputs = chain(Operand.INPUT);
      add(inputs[0], Operand.INPUT, Direction.READ,
          product(instances(inputs[0]), elements(Operand.INPUT, inputs[0], 0), activations));
      long complete = outputs(temporal.loops().size());
      long sums = product(spatial.unrolling(ArrayAxis.COLUMNS), spatial.unrolling(ArrayAxis.MACROS), activations);
      addOutputs(chain(Operand.OUTPUT)[0], Direction.WRITE, Direction.READ, sums, complete);
      List<Traffic> ofArray = traffic.values().stream() // but for the weights, so far nothing else
          .filter(stream -> stream.transfer().operand() != Operand.WEIGHT).toList();
      moveDown(Operand.INPUT, inputs, 0);
      moveOutputs(complete);
      List<Traffic> nearestFirst =
          traffic.values().stream().sorted(Comparator.comparingInt(Traffic::level)).toList(); // stable
      return new AccessCounts(activations, weightReadOuts(), resident ? 0 : cellWriteBits(cellCut),
          resident ? 0 : rowWrites(cellCut), nearestFirst, ofArray, exchanges);
    }

    private int[] chain(Operand operand) {
      return architecture.memories().chain(operand);
    }

    /** Charge the transfers of a read-only operand; {@code inside} is the number of places below its memories. */
    private void moveDown(Operand operand, int[] chain, int inside) {
      List<Integer> cuts = temporal.cuts().get(operand);
      for (int i = 0; i < cuts.size(); i++) {
        int cut = cuts.get(i);
        long periods = temporal.periods(operand, cut);
        int upper = chain[i - inside + 1];
        int lower = i < inside ? TileExchange.CELLS : chain[i - inside];
        long written = 0; // bit cells are not a memory level
        if (lower != TileExchange.CELLS) {
          written = product(instances(lower), elements(operand, lower, cut));
          add(lower, operand, Direction.WRITE, product(written, periods));
        }
        long read = product(instances(upper), elements(operand, upper, cut));
        add(upper, operand, Direction.READ, product(read, periods));
        exchanges.add(new TileExchange(operand, lower, upper, periods, written, read, false, pass(operand, cut)));
      }
    }

    private void moveOutputs(long complete) {
      int[] chain = chain(Operand.OUTPUT);
      List<Integer> cuts = temporal.cuts().get(Operand.OUTPUT);
      for (int i = 0; i < cuts.size(); i++) {
        long tile = outputs(cuts.get(i));
        long periods = temporal.periods(Operand.OUTPUT, cuts.get(i));
        long words = product(tile, periods);
        exchanges.add(new TileExchange(Operand.OUTPUT, chain[i], chain[i + 1], periods, tile, tile, words > complete,
            pass(Operand.OUTPUT, cuts.get(i))));
        addOutputs(chain[i], Direction.READ, Direction.WRITE, words, complete);
        addOutputs(chain[i + 1], Direction.WRITE, Direction.READ, words, complete);
      }
    }

    /** Return the activations of one pass over the words below a cut: the loops there that concern the operand. */
    private long pass(Operand operand, int cut) {
      LoopBounds below = temporal.below(cut);
      long product = 1;
      for (LoopDim dim : LoopDim.values()) {
        product = dim.isRelevantTo(operand) ? Math.multiplyExact(product, below.get(dim)) : product;
      }
      return product;
    }

    /** Return the outputs below a cut, over all instances: no two instances hold the same output. */
    private long outputs(int cut) {
      return layer.elements(Operand.OUTPUT, times(temporal.below(cut), spans[Sharing.GLOBAL.ordinal()]));
    }

    /** Charge sums on their way out and, if not complete, back. */
    private void addOutputs(int level, Direction out, Direction back, long words, long complete) {
      long partial = Math.subtractExact(words, complete);
      long partialBits = product(partial, layer.precision().partialSumBits());
      add(level, Operand.OUTPUT, out, words,
          Math.addExact(partialBits, product(complete, layer.precision().outputBits())));
      add(level, Operand.OUTPUT, back, partial, partialBits);
    }

    private void add(int level, Operand operand, Direction direction, long words) {
      int width = operand == Operand.WEIGHT ? layer.precision().weightBits() : layer.precision().inputBits();
      add(level, operand, direction, words, product(words, width));
    }

    private void add(int level, Operand operand, Direction direction, long words, long bits) {
      var transfer = new Transfer(architecture.memories().levels().get(level).name(), operand, direction);
      traffic.merge(transfer, new Traffic(level, transfer, words, bits), Traffic::plus);
    }

    private long instances(int level) {
      return instances[level(level).sharing().ordinal()];
    }

    private long elements(Operand operand, int level, int cut) {
      return layer.elements(operand, times(temporal.below(cut), spans[level(level).sharing().ordinal()]));
    }

    private MemoryLevel level(int level) {
      return architecture.memories().levels().get(level);
    }

    private long weightReadOuts() {
      MacroGeometry geometry = architecture.macro().geometry();
      return geometry.weightsPerMultiplier() == 1
          ? 0 // the only weight is always there
          : product(temporal.periods(Operand.WEIGHT, 0), spatial.unrolling(ArrayAxis.COLUMNS),
              spatial.unrolling(ArrayAxis.ROWS), spatial.unrolling(ArrayAxis.MACROS));
    }

    private long cellWriteBits(int cut) {
      LoopBounds tile = times(temporal.below(cut), spatial.tile(ArrayAxis.COLUMNS, ArrayAxis.ROWS));
      return product(layer.elements(Operand.WEIGHT, tile), spatial.weightCopies(), spatial.unrolling(ArrayAxis.MACROS),
          temporal.periods(Operand.WEIGHT, cut), layer.precision().weightBits());
    }

    private long rowWrites(int cut) {
      long weightsPerMultiplier = layer.elements(Operand.WEIGHT, temporal.below(cut));
      return product(spatial.usedRows(layer.window()), weightsPerMultiplier, temporal.periods(Operand.WEIGHT, cut));
    }
  }

  /** Return the product of two bounds, dimension by dimension. */
  static LoopBounds times(LoopBounds a, LoopBounds b) {
    LoopBounds product = a;
    for (LoopDim dim : LoopDim.values()) {
      if (b.get(dim) > 1) {
        product = product.with(dim, Math.multiplyExact(a.get(dim), b.get(dim)));
      }
    }
    return product;
  }

  private static long product(long... factors) {
    long product = 1;
    for (long factor : factors) {
      product = Math.multiplyExact(product, factor);
    }
    return product;
  }
}
