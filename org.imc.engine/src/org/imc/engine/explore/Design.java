package org.imc.engine.explore;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.imc.engine.Objective;
import org.imc.engine.arch.Architecture;
import org.jspecify.annotations.Nullable;

/** One design of a space. Its architecture is made when it is first asked for: most of a large space is only counted. */
public final class Design {

  private final long index;
  private final List<String> values;
  private final Objective mappedFor;
  private final Supplier<Made> making;
  private volatile @Nullable Made made;

  /**
   * What the values of a design come to.
   *
   * @param architecture nothing when they contradict each other or a condition
   * @param obstacle why there is no architecture; empty when there is one
   */
  public record Made(Optional<Architecture> architecture, String obstacle) { }

  /**
   * Describe a design.
   *
   * @param index its number
   * @param values what each column of the space says of it; empty where it has no such property
   * @param mappedFor what its mappings are chosen for
   * @param making gives the same each time; may be asked by several threads
   */
  public Design(long index, List<String> values, Objective mappedFor, Supplier<Made> making) {
    this.index = index;
    this.values = List.copyOf(values);
    this.mappedFor = mappedFor;
    this.making = making;
  }

  /** Return its number. */
  public long index() {
    return index;
  }

  /** Return what each column of the space says of it; empty where it has no such property. */
  public List<String> values() {
    return values;
  }

  /** Return what its mappings are chosen for. */
  public Objective mappedFor() {
    return mappedFor;
  }

  /** Return the architecture; nothing when the values contradict each other or a condition. */
  public Optional<Architecture> architecture() {
    return made().architecture;
  }

  /** Return why there is no architecture; empty when there is one. */
  public String obstacle() {
    return made().obstacle;
  }

  private Made made() {
    Made known = made;
    if (known == null) {
      known = making.get();
      made = known;
    }
    return known;
  }
}
