package org.imc.tests.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * A text to try, and the files that it may import.
 *
 * @param origin which generator made it, and of what
 * @param text the file to examine
 * @param others the texts of the files beside it
 */
record Document(String origin, String text, List<String> others) {

  Document {
    others = List.copyOf(others);
  }

  /** Return a document that stands alone. */
  static Document alone(String origin, String text) {
    return new Document(origin, text, List.of());
  }

  /** Return the same document with another text. */
  Document with(String how, String changed) {
    return new Document(origin + " " + how, changed, others);
  }

  /** Return the text and those beside it. */
  List<String> all() {
    var all = new ArrayList<String>();
    all.add(text);
    all.addAll(others);
    return all;
  }
}
