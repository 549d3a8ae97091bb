package org.imc.onnx.translate;

import java.io.Serial;
import java.util.List;
import java.util.Optional;

/** A node that the language has no layer for, or that is not as its operator asks; the message says why, for a warning. */
final class UnsupportedNode extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final transient List<long[]> shapes;

  /**
   * Make one.
   *
   * @param shapes of its outputs, as far as they are known all the same
   */
  UnsupportedNode(String message, long[]... shapes) {
    super(message);
    this.shapes = List.of(shapes);
  }

  /** Return the shape of an output, if it is known. */
  Optional<long[]> shape(int output) {
    return output < shapes.size() ? Optional.of(shapes.get(output)) : Optional.empty();
  }
}
