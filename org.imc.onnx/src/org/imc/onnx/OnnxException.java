package org.imc.onnx;

import java.io.IOException;
import java.io.Serial;

/** An ONNX file that cannot be imported; the message says what is wrong, where, and what may help. */
public final class OnnxException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  public OnnxException(String message) {
    super(message);
  }
}
