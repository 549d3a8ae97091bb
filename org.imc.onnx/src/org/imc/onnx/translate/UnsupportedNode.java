package org.imc.onnx.translate;

import java.io.Serial;

/** A node that the language has no layer for, or that is not as its operator asks; the message says why, for a warning. */
final class UnsupportedNode extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  UnsupportedNode(String message) {
    super(message);
  }
}
