package org.imc.engine.mapper;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.imc.engine.Cancellation;
import org.imc.engine.arch.Macro;
import org.imc.engine.mapper.SpatialSpace.Key;
import org.imc.engine.mapping.Mapping;
import org.jspecify.annotations.Nullable;

/**
 * What searches for mappings share that have something in common: the spatial candidates of equal layers on arrays of equal
 * size, whatever those cost; what cuts cost where only the arrays do not cost the same; what equal macros cost at least; and
 * mappings to begin with. What follows from what it is kept under, and where a search begins, changes no answer, only when
 * it comes: so none depends on what is here already. Bounded: what was not asked for longest is forgotten first. Thread-safe.
 */
public final class SharedWork {

  /** At 56 bytes each, what an eighth of a heap of a gibibyte has room for. */
  private static final long MOST_CANDIDATES = 1L << 21;

  /** At some hundred bytes each, likewise. */
  private static final long MOST_STATES = 1 << 19;

  /** Some kilobytes each. */
  private static final long MOST_MAPPINGS = 1 << 12;

  /** Macros that designs next to each other have; more are not worth their memory. */
  private static final long MOST_MACROS = 256;

  private final boolean ofCostsAlone;
  private final Recent<Key, SpatialSpace> spaces = new Recent<>(MOST_CANDIDATES, SpatialSpace::kept);
  private final Recent<Siblings.Key, Siblings> siblings = new Recent<>(MOST_STATES, Siblings::weight);
  private final Recent<Known.Alike, Mapping> mappings = new Recent<>(MOST_MAPPINGS, mapping -> 1);
  private final Recent<Macro, ArrayFloor> floors = new Recent<>(MOST_MACROS, floor -> 1);

  /** Values by their keys, of a bounded weight in all. */
  private static final class Recent<K, V> {

    private final Map<K, Weighed<V>> values = new LinkedHashMap<>(16, 0.75f, true); // the one that was asked for longest ago first
    private final long mostWeight;
    private final ToLongFunction<V> weight;
    private long weightOfAll;

    Recent(long mostWeight, ToLongFunction<V> weight) {
      this.mostWeight = mostWeight;
      this.weight = weight;
    }

    /** A value with what it weighed when it was put. */
    private record Weighed<V>(V value, long weight) { }

    synchronized @Nullable V get(K key) {
      Weighed<V> known = values.get(key);
      return known == null ? null : known.value;
    }

    synchronized void put(K key, V value) {
      var weighed = new Weighed<>(value, weight.applyAsLong(value));
      Weighed<V> before = values.put(key, weighed);
      weightOfAll += weighed.weight - (before == null ? 0 : before.weight);
      for (Iterator<Weighed<V>> oldest = values.values().iterator(); weightOfAll > mostWeight; oldest.remove()) {
        weightOfAll -= oldest.next().weight;
      }
    }
  }

  /** Share the work of searches that are to tell all they can. */
  public SharedWork() {
    this(false);
  }

  private SharedWork(boolean ofCostsAlone) {
    this.ofCostsAlone = ofCostsAlone;
  }

  /**
   * Share the work of searches of which the costs alone are wanted. The bounds of a layer are then those of {@link LayerFloor},
   * for which not all of its spatial candidates have to be looked at.
   */
  public static SharedWork ofCostsAlone() {
    return new SharedWork(true);
  }

  boolean isOfCostsAlone() {
    return ofCostsAlone;
  }

  /** Return the floor of a macro. */
  public ArrayFloor floor(Macro macro) {
    ArrayFloor known = floors.get(macro);
    if (known != null) {
      return known;
    }
    ArrayFloor floor = ArrayFloor.of(macro);
    floors.put(macro, floor);
    return floor;
  }

  /** Return a space; the cancellation is asked while it is made. */
  SpatialSpace space(Key key, Cancellation cancellation) {
    SpatialSpace known = spaces.get(key);
    if (known != null) {
      return known;
    }
    var space = new SpatialSpace(key, cancellation);
    spaces.put(key, space);
    return space;
  }

  /** Return what searches like this one share, which is to be given to {@link #keep} when this one has ended. */
  Siblings siblings(Siblings.Key key) {
    Siblings known = siblings.get(key);
    return known == null ? new Siblings() : known;
  }

  /** Keep what a search has found out for others like it. */
  void keep(Siblings.Key key, Siblings of) {
    siblings.put(key, of);
  }

  /** Return the mapping that was found last in a search like this; null when there is none. */
  @Nullable Mapping known(Known.Alike alike) {
    return mappings.get(alike);
  }

  /** Remember what a search found. */
  void know(Known.Alike alike, Mapping mapping) {
    mappings.put(alike, mapping);
  }
}
