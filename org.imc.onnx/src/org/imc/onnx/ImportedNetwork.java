package org.imc.onnx;

import java.util.List;

/**
 * A network in text of the language.
 *
 * @param name the network's name
 * @param text a file of the language, laid out as the formatter does
 * @param warnings what could not be imported as it is, in the order of the file
 */
public record ImportedNetwork(String name, String text, List<ImportWarning> warnings) {

  public ImportedNetwork {
    warnings = List.copyOf(warnings);
  }
}
