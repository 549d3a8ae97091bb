package org.imc.onnx;

import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An ONNX file that cannot be imported; the message says what is wrong, where, and what may help. */
public final class OnnxException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  private final @Nullable String openSize;

  public OnnxException(String message) {
    this(message, null);
  }

  /** Say that the file leaves a size open that has a name. */
  public static OnnxException open(String message, String size) {
    return new OnnxException(message, size);
  }

  private OnnxException(String message, @Nullable String openSize) {
    super(message);
    this.openSize = openSize;
  }

  /** Return the name of the size that {@link ImportOptions#sizes} must give, if that is what is wrong. */
  public Optional<String> openSize() {
    return Optional.ofNullable(openSize);
  }
}
