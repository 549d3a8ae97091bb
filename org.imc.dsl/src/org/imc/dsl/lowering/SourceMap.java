package org.imc.dsl.lowering;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.emf.common.util.URI;
import org.imc.engine.ElementId;
import org.imc.engine.result.Finding;

/**
 * Find the text that an element of a study was written as.
 *
 * @param places by element
 * @param properties by element and property, of those that findings may be about
 */
public record SourceMap(Map<ElementId, Place> places, Map<ElementId, Map<String, Place>> properties) {

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
    properties = Map.copyOf(properties);
  }

  /** Return the place of an element, if it was written anywhere. */
  public Optional<Place> place(ElementId element) {
    return Optional.ofNullable(places.get(element));
  }

  /** Return the element, of those that a condition admits, that was declared last up to a line of a file, the line included. */
  public Optional<ElementId> elementAt(URI file, int line, Predicate<ElementId> admitted) {
    return places.entrySet().stream()
        .filter(entry -> entry.getValue().file().equals(file) && entry.getValue().line() <= line)
        .filter(entry -> admitted.test(entry.getKey()))
        .max(Comparator.comparingInt((Map.Entry<ElementId, Place> entry) -> entry.getValue().offset())
            .thenComparing(entry -> entry.getKey().value(), Comparator.reverseOrder()))
        .map(Map.Entry::getKey);
  }

  /** Return where a finding is to be shown: at the property that mends it, at its element, or at the study. */
  public Optional<Place> place(Finding finding, ElementId study) {
    Map<String, Place> ofElement = properties.getOrDefault(finding.element(), Map.of());
    return finding.remedy().map(remedy -> ofElement.get(remedy.property()))
        .or(() -> place(finding.element()))
        .or(() -> place(study));
  }
}
