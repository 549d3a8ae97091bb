package org.imc.onnx;

/**
 * Something that could not be imported as it is.
 *
 * @param node which node of the file, from 1
 * @param name the node's name, or that of what it makes
 * @param operator its operator, with its domain where that is not ONNX's own
 * @param message what was done instead
 */
public record ImportWarning(int node, String name, String operator, String message) {

  @Override
  public String toString() {
    return "node %d '%s' (%s): %s".formatted(node, name, operator, message);
  }
}
