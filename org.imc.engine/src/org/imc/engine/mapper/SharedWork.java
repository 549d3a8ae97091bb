package org.imc.engine.mapper;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.imc.engine.Cancellation;
import org.imc.engine.arch.Macro;
import org.imc.engine.mapper.SpatialSpace.Key;

/**
 * What searches for mappings share that have something in common: the spatial candidates of equal layers on arrays of equal
 * size, whatever those cost, and what equal macros cost at least. All of it follows from what it is kept under, so that no
 * answer depends on what is here already. Bounded: what was not asked for longest is forgotten first. Thread-safe.
 */
public final class SharedWork {

  /** At 56 bytes each, what an eighth of a heap of a gibibyte has room for. */
  private static final long MOST_CANDIDATES = 1L << 21;

  /** Macros that designs next to each other have; more are not worth their memory. */
  private static final long MOST_MACROS = 256;

  private final Recent<Key, SpatialSpace> spaces = new Recent<>(MOST_CANDIDATES, SpatialSpace::kept);
  private final Recent<Macro, ArrayFloor> floors = new Recent<>(MOST_MACROS, floor -> 1);

  /** Values by their keys, of a bounded weight in all. */
  private static final class Recent<K, V> {

    private final Map<K, V> values = new LinkedHashMap<>(16, 0.75f, true); // the one that was asked for longest ago first
    private final long mostWeight;
    private final ToLongFunction<V> weight;
    private long weightOfAll;

    Recent(long mostWeight, ToLongFunction<V> weight) {
      this.mostWeight = mostWeight;
      this.weight = weight;
    }

    synchronized V get(K key) {
      return values.get(key);
    }

    synchronized void put(K key, V value) {
      V before = values.put(key, value);
      weightOfAll += weight.applyAsLong(value) - (before == null ? 0 : weight.applyAsLong(before));
      for (Iterator<V> oldest = values.values().iterator(); weightOfAll > mostWeight; oldest.remove()) {
        weightOfAll -= weight.applyAsLong(oldest.next());
      }
    }
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
}
