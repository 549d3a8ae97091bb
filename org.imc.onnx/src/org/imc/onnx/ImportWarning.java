package org.imc.onnx;

/**
 * Something that could not be imported as it is.
 *
 * @param node which node of the file, from 1
 * @param name the node's name, or that of what it makes
 * @param operator its operator, with its domain where that is not ONNX's own
 * @param message what was done instead
 * @param line of the text that stands for the node, from 1; 0 when nothing does
 */
public record ImportWarning(int node, String name, String operator, String message, int line) {

  @Override
  public String toString() {
    return "node %d '%s' (%s): %s".formatted(node, name, operator, message);
  }
}
