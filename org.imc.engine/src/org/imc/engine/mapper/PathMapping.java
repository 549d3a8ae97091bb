package org.imc.engine.mapper;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.imc.engine.mapping.Loop;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.mapping.TemporalMapping;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.Operand;

/** Turn a path on the lattice into loops and cuts; neighbouring loops of one dimension become one unless a cut parts them. */
final class PathMapping {

  private final CutTables tables;
  private final List<Loop> loops = new ArrayList<>();
  private final Map<Operand, List<Integer>> cuts = new EnumMap<>(Operand.class);
  private boolean cutJustPlaced;

  private PathMapping(CutTables tables) {
    this.tables = tables;
    for (Operand operand : Operand.values()) {
      cuts.put(operand, new ArrayList<>());
    }
  }

  /** Return the mapping of a path. */
  static Mapping of(CutTables tables, TemporalSearch.Path path) {
    var mapping = new PathMapping(tables);
    for (int i = 1; i < path.states().size(); i++) {
      mapping.step(path.states().get(i - 1), path.states().get(i));
    }
    return new Mapping(tables.candidate.toSpatialMapping(), new TemporalMapping(mapping.loops, mapping.cuts));
  }

  private void step(int from, int to) {
    int positions = tables.positions.count;
    int grown = to / positions - from / positions;
    if (grown == 0) {
      place(from % positions, to % positions);
      return;
    }
    for (int symbol = 0; symbol < tables.lattice.strides.length; symbol++) {
      if (tables.lattice.strides[symbol] == grown) {
        add(LoopDim.values()[tables.lattice.dims[symbol]], tables.lattice.primes[symbol]);
      }
    }
  }

  private void add(LoopDim dim, long size) {
    Loop last = loops.isEmpty() ? null : loops.getLast();
    if (last != null && last.dim() == dim && !cutJustPlaced) {
      loops.set(loops.size() - 1, new Loop(dim, last.size() * size));
    } else {
      loops.add(new Loop(dim, size));
    }
    cutJustPlaced = false;
  }

  private void place(int from, int to) {
    for (Operand operand : Operand.values()) {
      if (isPlaced(operand, from, to)
          && tables.chains.below(operand, tables.positions.nextCut(from, operand)) != Chains.MULTIPLIER) {
        cuts.get(operand).add(loops.size());
        cutJustPlaced = true;
      }
    }
  }

  private boolean isPlaced(Operand operand, int from, int to) {
    return !tables.positions.isDone(from, operand)
        && tables.positions.nextCut(from, operand) != tables.positions.nextCut(to, operand);
  }
}
