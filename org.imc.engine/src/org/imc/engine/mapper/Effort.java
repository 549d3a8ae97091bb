package org.imc.engine.mapper;

import org.imc.engine.Budget;

/** What the search of one layer has cost so far, and whether it must end. Belongs to a single thread. */
final class Effort {

  private static final long STEPS_PER_LOOK = 1 << 14; // at the clock: a fraction of a millisecond

  private final long mostSteps;
  private final boolean limitsTime;
  private final long mostNanos;
  private final long begin = System.nanoTime();
  private long spent;
  private long nextLook;
  private boolean mayEnd;

  /** Thrown when the budget is spent; says nothing more, so that it costs nothing. */
  static final class Spent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Spent() {
      super("The budget of a search is spent.", null, false, false);
    }
  }

  private Effort(Budget budget) {
    mostSteps = budget.stepsPerLayer();
    limitsTime = budget.limitsTime();
    mostNanos = limitsTime ? budget.time().toNanos() : Long.MAX_VALUE;
  }

  /** Return an effort for one layer that begins now. */
  static Effort within(Budget budget) {
    return new Effort(budget);
  }

  /** Return whether it may end before the answer is proven. */
  boolean isLimited() {
    return limitsTime || mostSteps < Long.MAX_VALUE;
  }

  /** From now on there is an answer to end with. */
  void allowEnd() {
    mayEnd = true;
  }

  /**
   * Take some steps.
   *
   * @throws Spent when that was too much
   */
  void spend(long more) {
    spent += more;
    if (mayEnd && (spent > mostSteps || limitsTime && isLate())) {
      throw new Spent();
    }
  }

  /**
   * End for want of memory, as if the budget were spent.
   *
   * @throws Spent if there is an answer to end with
   */
  void end() {
    if (mayEnd) {
      throw new Spent();
    }
  }

  private boolean isLate() {
    if (spent < nextLook) {
      return false;
    }
    nextLook = spent + STEPS_PER_LOOK;
    return System.nanoTime() - begin >= mostNanos;
  }
}
