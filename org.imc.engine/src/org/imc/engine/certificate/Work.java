package org.imc.engine.certificate;

import org.imc.engine.Cancellation;

/** Count the work of a proof, stop it at a limit, and ask often whether anyone still wants it. */
final class Work {

  private static final long STEPS_PER_CHECK = 1 << 20;

  private final long limit;
  private final Cancellation cancellation;
  private long steps;
  private long nextCheck;

  /** A proof needs more work than it may. */
  static final class LimitReached extends Exception {

    private static final long serialVersionUID = 1L;

    LimitReached(long limit) {
      super("more than %d steps".formatted(limit));
    }
  }

  Work(long limit, Cancellation cancellation) {
    this.limit = limit;
    this.cancellation = cancellation;
  }

  /**
   * Count steps, of about a nanosecond each, before they are made.
   *
   * @throws LimitReached when there are too many
   */
  void spend(long more) throws LimitReached {
    if (more > limit - steps) {
      throw new LimitReached(limit);
    }
    steps += more;
    if (steps >= nextCheck) {
      cancellation.check();
      nextCheck = steps + STEPS_PER_CHECK;
    }
  }

  /** Return the steps so far. */
  long steps() {
    return steps;
  }
}
