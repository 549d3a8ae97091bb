package org.imc.engine.certificate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imc.engine.result.LatencyBreakdown.Exchange;

/** Collect the lines of a certificate that differ from what they should say. */
final class Differences {

  private final List<Discrepancy> found = new ArrayList<>();

  void add(String pointer, String what, Object expected, Object actual) {
    found.add(new Discrepancy(pointer, what, expected.toString(), actual.toString()));
  }

  void compare(String pointer, String what, String expected, String actual) {
    if (!expected.equals(actual)) {
      add(pointer, what, "'%s'".formatted(expected), "'%s'".formatted(actual));
    }
  }

  void compare(String pointer, String what, long expected, long actual) {
    if (expected != actual) {
      add(pointer, what, expected, actual);
    }
  }

  void compare(String pointer, String what, double expected, double actual) {
    if (!isEqual(expected, actual)) {
      add(pointer, what, expected, actual);
    }
  }

  private static boolean isEqual(double a, double b) {
    return Math.abs(a - b) <= OptimalityProof.TOLERANCE * Math.max(Math.abs(a), Math.abs(b)); // also refuses NaN
  }

  /** One entry of a list of parts. */
  record Part(String label, double value) { }

  /**
   * Compare a list of parts; one that is not listed is 0.
   *
   * @param list the pointer of the list
   * @param field the field of an entry that holds its value
   */
  void compare(String list, String field, String unit, Map<String, Double> expected, List<Part> actual) {
    Set<String> seen = new LinkedHashSet<>();
    for (int i = 0; i < actual.size(); i++) {
      Part part = actual.get(i);
      String pointer = "%s/%d".formatted(list, i);
      if (!seen.add(part.label())) {
        add(pointer, "The second '%s'".formatted(part.label()), "left out", part.value() + unit);
      } else if (!expected.containsKey(part.label())) {
        add(pointer, "'%s'".formatted(part.label()), "left out", part.value() + unit);
      } else {
        compare(pointer + field, "'%s' in%s".formatted(part.label(), unit), expected.get(part.label()), part.value());
      }
    }
    expected.forEach((label, value) -> {
      if (!seen.contains(label) && value != 0) {
        add(list, "'%s'".formatted(label), value + unit, "left out");
      }
    });
  }

  /** Compare how tiles take turns, cut by cut. */
  void compareExchanges(String list, List<Exchange> expected, List<Exchange> actual) {
    compare(list, "The number of cuts", expected.size(), actual.size());
    for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
      String pointer = "%s/%d".formatted(list, i);
      compare(pointer + "/place", "The place", expected.get(i).place(), actual.get(i).place());
      compare(pointer + "/operand", "The operand", expected.get(i).operand().name(), actual.get(i).operand().name());
      compare(pointer + "/endCycles", "The number of cycles of the first or last tile",
          expected.get(i).endCycles(), actual.get(i).endCycles());
      compare(pointer + "/waitCycles", "The number of cycles of waiting for the others",
          expected.get(i).waitCycles(), actual.get(i).waitCycles());
    }
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** Return what was found, below a pointer. */
  List<Discrepancy> below(String parent) {
    return found.stream().map(each -> each.below(parent)).toList();
  }
}
