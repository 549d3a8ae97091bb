package org.imc.dsl.ui.navigation;

import org.eclipse.emf.common.util.URI;
import org.imc.dsl.lowering.SourceMap.Place;

/**
 * A line of a file in which something is named; what the Search view lists.
 *
 * @param place of the name
 * @param label file, line and its text, for people
 */
record ReferenceLine(Place place, String label) {

  /**
   * Return the line of a place.
   *
   * @param text of the file that the place is in
   */
  static ReferenceLine of(Place place, String text) {
    String file = place.file().isPlatformResource()
        ? place.file().toPlatformString(true).substring(1)
        : URI.decode(place.file().lastSegment());
    int begin = text.lastIndexOf('\n', place.offset() - 1) + 1;
    String line = text.substring(begin).lines().findFirst().orElse("").strip();
    return new ReferenceLine(place, "%s, line %d:  %s".formatted(file, place.line(), line));
  }
}
