package org.imc.dsl.ui.navigation;

import org.imc.dsl.lowering.SourceMap.Place;

/**
 * A line of a file in which something is named; what the Search view lists.
 *
 * @param place of the name
 * @param label file and line, for people
 */
record ReferenceLine(Place place, String label) {

  static ReferenceLine of(Place place) {
    String file = place.file().isPlatformResource() ? place.file().toPlatformString(true).substring(1) : place.file().lastSegment();
    return new ReferenceLine(place, "%s, line %d, column %d".formatted(file, place.line(), place.column()));
  }
}
