package org.imc.engine.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.Sharing;
import org.imc.engine.cost.AccessCounts.Traffic;
import org.imc.engine.mapping.SpatialMapping;
import org.imc.engine.result.LatencyBreakdown;
import org.imc.engine.result.LatencyBreakdown.Exchange;
import org.imc.engine.result.LatencyBreakdown.PortLoad;
import org.imc.engine.result.LevelUse;
import org.imc.engine.result.Transfer.Direction;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Operand;
import org.imc.engine.workload.Precision;

/**
 * How long a mapped layer takes.
 *
 * <p>An activation takes as long as it computes, or as its inputs and sums go through a port of their nearest memories.
 * To exchange a tile takes as long as its busiest port, for bits / (bandwidth x used instances); cells also take a cycle
 * for each row. The first tiles of weights and inputs, and the last of the outputs, have nothing to overlap with: they are
 * filled and drained one after the other. Of the others, what overlaps with computing depends on the place:
 * <ul>
 * <li>a double-buffered memory takes the next tile at any time, so that its ports alone are a limit;
 * <li>in another memory a word can be replaced after its last use, so that one pass over the words of a tile is open to the
 * next one. The array waits for what takes longer. A pass is all loops below the cut that concern the operand, wherever
 * the others stand: they can only leave more time;
 * <li>cells are written while the array does not compute, or, with ping-pong cells, through a port of their own.
 * </ul>
 */
final class LatencyModel {

  private final Architecture architecture;
  private final Precision precision;
  private final ToLongFunction<Sharing> instances;
  private final PortBits ends;
  private final double clockPeriodNs;

  private LatencyModel(Architecture architecture, MacLayer layer, SpatialMapping spatial, double clockPeriodNs) {
    this.architecture = architecture;
    this.clockPeriodNs = clockPeriodNs;
    precision = layer.precision();
    long[] used = new long[Sharing.values().length];
    for (Sharing sharing : Sharing.values()) {
      used[sharing.ordinal()] = spatial.instances(sharing, layer.window());
    }
    instances = sharing -> used[sharing.ordinal()];
    ends = new PortBits(architecture.memories(), instances);
  }

  /** Return the latency of a mapped layer. */
  static LatencyBreakdown of(Architecture architecture, MacLayer layer, SpatialMapping spatial, AccessCounts counts,
      double clockPeriodNs) {
    return new LatencyModel(architecture, layer, spatial, clockPeriodNs).latency(counts, spatial.usedRows(layer.window()));
  }

  /** Return the latency of what only goes through memories, one instance each: transfers overlap, and nothing else is done. */
  static LatencyBreakdown of(Architecture architecture, List<Traffic> traffic, double clockPeriodNs) {
    var none = new PortBits(architecture.memories(), sharing -> 1);
    var all = new PortBits(architecture.memories(), sharing -> 1).with(traffic);
    return new LatencyBreakdown(0, 0, 0, 0, List.of(), loads(none, all), clockPeriodNs);
  }

  private LatencyBreakdown latency(AccessCounts counts, long usedRows) {
    MacroGeometry geometry = architecture.macro().geometry();
    List<Exchange> exchanges = new ArrayList<>();
    long firstRows = 0;
    for (TileExchange tiles : counts.exchanges()) {
      if (tiles.lower() == TileExchange.CELLS) {
        firstRows = Math.multiplyExact(usedRows, tiles.pass());
        exchanges.add(ofCells(tiles, firstRows));
      } else {
        exchanges.add(ofMemory(tiles));
      }
    }
    long rows = counts.rowWrites() - firstRows;
    long compute = Math.multiplyExact(counts.activations(), (long) geometry.cyclesPerActivation());
    double access = new PortBits(architecture.memories(), instances).with(counts.ofArray()).busiestCycles();
    return new LatencyBreakdown(compute, Math.max(0, access - compute),
        geometry.pingPong() ? 0 : rows, geometry.pingPong() ? rows : 0, exchanges,
        loads(ends, new PortBits(architecture.memories(), instances).with(counts.traffic())), clockPeriodNs);
  }

  private Exchange ofCells(TileExchange tiles, long rows) {
    PortBits read = new PortBits(architecture.memories(), instances);
    read.add(tiles.upper(), Direction.READ, bits(tiles.upperWords(), precision.weightBits()));
    ends.add(read);
    double beyondRows = Math.max(0, read.busiestCycles() - rows);
    double wait = architecture.macro().geometry().pingPong() ? 0 : beyondRows;
    return new Exchange(LevelUse.CELLS, Operand.WEIGHT, rows + beyondRows, (tiles.tiles() - 1) * wait);
  }

  private Exchange ofMemory(TileExchange tiles) {
    MemoryLevel lower = architecture.memories().levels().get(tiles.lower());
    PortBits end = move(tiles, false);
    ends.add(end);
    double open = (double) tiles.pass() * architecture.macro().geometry().cyclesPerActivation();
    double wait = lower.doubleBuffered() ? 0 : Math.max(0, move(tiles, tiles.partial()).busiestCycles() - open);
    return new Exchange(lower.name(), tiles.operand(), end.busiestCycles(), (tiles.tiles() - 1) * wait);
  }

  /** Return what a tile moves: partial sums both ways, all else one way. */
  private PortBits move(TileExchange tiles, boolean partial) {
    PortBits moved = new PortBits(architecture.memories(), instances);
    int width = switch (tiles.operand()) {
      case WEIGHT -> precision.weightBits();
      case INPUT -> precision.inputBits();
      case OUTPUT -> partial ? precision.partialSumBits() : precision.outputBits();
    };
    if (tiles.operand() == Operand.OUTPUT) {
      moved.add(tiles.lower(), Direction.READ, bits(tiles.lowerWords(), width));
      moved.add(tiles.upper(), Direction.WRITE, bits(tiles.upperWords(), width));
    }
    if (tiles.operand() != Operand.OUTPUT || partial) {
      moved.add(tiles.upper(), Direction.READ, bits(tiles.upperWords(), width));
      moved.add(tiles.lower(), Direction.WRITE, bits(tiles.lowerWords(), width));
    }
    return moved;
  }

  private static long bits(long words, int width) {
    return Math.multiplyExact(words, (long) width);
  }

  private static List<PortLoad> loads(PortBits ends, PortBits all) {
    List<PortLoad> loads = new ArrayList<>();
    all.forEachPort((level, port, cycles) -> {
      if (cycles > 0) {
        loads.add(new PortLoad(all.level(level).name(), port, cycles, ends.cycles(level, port)));
      }
    });
    return loads;
  }
}
