package org.imc.engine.mapper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.CellUse;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.cost.Movement;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.workload.Precision;
import org.jspecify.annotations.Nullable;

/**
 * What searches share for one layer on chips that differ in nothing but what an activation of the array costs and what
 * leaks: those of a sweep over the resolution of converters, for instance. That moves no cut and adds the same to every
 * loop order of a spatial candidate, so what a candidate's cuts cost, and the least that is still to come, stay as they are.
 * Thread-safe.
 */
final class Siblings {

  /** Larger lattices are made anew: there the search itself takes the time. */
  private static final int MOST_STATES = 4096;

  private static final int MOST_MAPPINGS = 16;

  /** States that need as much memory as what is known of a mapping. */
  private static final int STATES_PER_MAPPING = 16;

  private final Map<SpatialQueue.Place, Relaxation> relaxations = new HashMap<>();
  private final Map<Mapping, Movement> movements = new HashMap<>();
  private int states;
  private int keptWeight; // when they were kept last

  /**
   * What siblings have in common.
   *
   * @param space of spatial candidates, with the layer and what is asked of its mapping
   * @param precision of the layer
   * @param levels of memory, as the layer sees them
   * @param geometry of the macro
   * @param cells that the layer may use
   * @param cellWritePjPerBit to write weights
   * @param prechargePjPerWeight to select one
   * @param ofEnergyAlone whether time plays no part
   */
  record Key(SpatialSpace.Key space, Precision precision, List<MemoryLevel> levels, MacroGeometry geometry, CellUse cells,
      double cellWritePjPerBit, double prechargePjPerWeight, boolean ofEnergyAlone) {

    static Key of(SpatialSpace.Key space, Precision precision, Architecture architecture, ArrayFloor floor, Goal goal) {
      return new Key(space, precision, architecture.memories().levels(), architecture.macro().geometry(), architecture.cells(),
          architecture.macro().technology().cellWritePjPerBit(), floor.macro().array().prechargePjPerWeight(),
          goal.isOfEnergyAlone());
    }

    @Override
    public int hashCode() { // of what differs between most, which is quick
      return Objects.hash(space, geometry);
    }
  }

  /** Return what is known of a candidate, or make it. */
  Relaxation relaxation(SpatialQueue.Place place, Supplier<Relaxation> making) {
    Relaxation known = known(place);
    return known == null ? keep(place, making.get()) : known;
  }

  private synchronized @Nullable Relaxation known(SpatialQueue.Place place) {
    return relaxations.get(place);
  }

  private synchronized Relaxation keep(SpatialQueue.Place place, Relaxation made) {
    if (states + made.states() <= MOST_STATES && relaxations.putIfAbsent(place, made) == null) {
      states += made.states();
    }
    return made;
  }

  /**
   * Return what a mapping moves, known or worked out.
   *
   * @param making may return null, which is not kept
   */
  @Nullable Movement movement(Mapping mapping, Supplier<@Nullable Movement> making) {
    Movement known = known(mapping);
    return known == null ? keep(mapping, making.get()) : known;
  }

  private synchronized @Nullable Movement known(Mapping mapping) {
    return movements.get(mapping);
  }

  private synchronized @Nullable Movement keep(Mapping mapping, @Nullable Movement made) {
    if (made != null && movements.size() < MOST_MAPPINGS) {
      movements.put(mapping, made);
    }
    return made;
  }

  /** Return whether there is more to keep than when this was asked last. */
  synchronized boolean hasGrown() {
    int before = keptWeight;
    keptWeight = weight();
    return keptWeight > before;
  }

  /** Return how much memory it takes, in states of some hundred bytes each. */
  synchronized int weight() {
    return states + STATES_PER_MAPPING * movements.size();
  }
}
