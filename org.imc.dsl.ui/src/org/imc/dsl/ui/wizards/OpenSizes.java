package org.imc.dsl.ui.wizards;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.imc.onnx.ImportOptions;

/** Sizes as they are typed: names with numbers, commas between them. */
final class OpenSizes {

  private OpenSizes() { }

  private static List<String> parts(String typed) {
    return Stream.of(typed.split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList();
  }

  /** Return what is wrong with them, if anything is. */
  static Optional<String> problem(String typed) {
    for (String part : parts(typed)) {
      int sign = part.lastIndexOf('=');
      String number = part.substring(sign + 1).strip();
      if (sign < 1 || number.isEmpty()) {
        return Optional.of("'%s' is no open size. It must be a name and a number, such as 'sequence=128'.".formatted(part));
      }
      if (!number.matches("\\d{1,9}") || Long.parseLong(number) < 1 || Long.parseLong(number) > ImportOptions.MOST_SIZE) {
        return Optional.of("Size '%s' is %s. It must be from 1 to %d.".formatted(
            part.substring(0, sign).strip(), number, ImportOptions.MOST_SIZE));
      }
    }
    return Optional.empty();
  }

  /** Return the sizes; there must be no problem with them. */
  static Map<String, Long> parse(String typed) {
    var sizes = new HashMap<String, Long>();
    for (String part : parts(typed)) {
      int sign = part.lastIndexOf('=');
      sizes.put(part.substring(0, sign).strip(), Long.parseLong(part.substring(sign + 1).strip()));
    }
    return sizes;
  }
}
