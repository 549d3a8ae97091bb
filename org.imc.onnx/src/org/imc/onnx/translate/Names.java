package org.imc.onnx.translate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Gives inputs and layers names of the language: short, each once, and no word that has a meaning. */
final class Names {

  /** Longer names make lines that nobody reads; tools join the names of all that they have folded. */
  private static final int LONGEST = 32;

  private final Set<String> taken;
  private final Map<String, Integer> counts = new HashMap<>();

  Names(Set<String> reserved) {
    taken = new HashSet<>(reserved);
  }

  /** Return a name like the one wanted; one of a kind and a number if that would be long or empty. */
  String of(String wanted, String kind) {
    String plain = plain(wanted);
    if (plain.isEmpty() || plain.length() > LONGEST) {
      return numbered(kind);
    }
    return taken.add(plain) ? plain : numbered(plain + "_");
  }

  private String numbered(String stem) {
    String name;
    do {
      name = stem + counts.merge(stem, 1, Integer::sum);
    } while (!taken.add(name));
    return name;
  }

  /** Return a name with nothing but letters, digits and single lines under. */
  static String plain(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_+|_+$", "");
    return plain.isEmpty() || Character.isLetter(plain.charAt(0)) ? plain : "n" + plain;
  }
}
