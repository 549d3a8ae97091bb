package org.imc.tests.fuzz;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Something that must be true of every document, and is not of one. */
final class Fault extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final String claim;

  /** Make a fault: which claim fails, how, and why if something was thrown. */
  Fault(String claim, String how, @Nullable Throwable cause) {
    super(claim + ": " + how, cause);
    this.claim = claim;
  }

  Fault(String claim, String how) {
    super(claim + ": " + how);
    this.claim = claim;
  }

  /** Return what faults with one cause have in common: the claim, what was thrown, and where. */
  String kind() {
    Throwable cause = getCause();
    if (cause == null) {
      return claim;
    }
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    var kind = new StringBuilder(claim).append(" | ").append(cause.getClass().getSimpleName());
    int ours = 0;
    for (StackTraceElement frame : cause.getStackTrace()) {
      boolean language = frame.getClassName().startsWith("org.imc.") && !frame.getClassName().startsWith("org.imc.tests.");
      if (language && ours++ < 2 || frame == cause.getStackTrace()[0]) {
        kind.append(" < ").append(frame.getClassName().replaceFirst(".*\\.", "")).append('.').append(frame.getMethodName());
      }
    }
    return kind.toString();
  }
}
