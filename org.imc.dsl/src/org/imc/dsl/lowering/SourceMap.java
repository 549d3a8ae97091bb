package org.imc.dsl.lowering;

import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.imc.engine.ElementId;

/**
 * Find the text that an element of a study was written as.
 *
 * @param places by element
 */
public record SourceMap(Map<ElementId, Place> places) {

  /**
   * A stretch of text.
   *
   * @param file where
   * @param offset first character, from 0
   * @param length characters
   * @param line from 1
   * @param column from 1
   */
  public record Place(URI file, int offset, int length, int line, int column) { }

  public SourceMap {
    places = Map.copyOf(places);
  }

  /** Return the place of an element, if it was written anywhere. */
  public Optional<Place> place(ElementId element) {
    return Optional.ofNullable(places.get(element));
  }
}
