package org.imc.engine;

import java.util.concurrent.CancellationException;

/** Tell a running evaluation to stop. Asked often, from any thread; must be cheap and thread-safe. */
@FunctionalInterface
public interface Cancellation {

  /** Never cancels. */
  Cancellation NEVER = () -> false;

  /** Return whether the caller has lost interest in the answer. */
  boolean isCancelled();

  /**
   * Stop here if cancelled.
   *
   * @throws CancellationException if {@link #isCancelled()}
   */
  default void check() {
    if (isCancelled()) {
      throw new CancellationException("The evaluation was cancelled.");
    }
  }
}
