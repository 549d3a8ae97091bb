package org.imc.engine.explore;

import java.util.List;
import java.util.Optional;
import org.imc.engine.Objective;
import org.imc.engine.arch.Architecture;

/**
 * One design of a space.
 *
 * @param index its number
 * @param values what each column of the space says of it; empty where it has no such property
 * @param architecture nothing when the values contradict each other or a condition
 * @param mappedFor what its mappings are chosen for
 * @param obstacle why there is no architecture; empty when there is one
 */
public record Design(
    long index, List<String> values, Optional<Architecture> architecture, Objective mappedFor, String obstacle) {

  public Design {
    values = List.copyOf(values);
  }
}
