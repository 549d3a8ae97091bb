package org.imc.engine.explore;

import java.io.IOException;

/** Hear what a sweep finds. Called by one thread at a time. */
public interface SweepListener {

  /** Ignores everything. */
  SweepListener NONE = new SweepListener() { };

  /**
   * How far a sweep has come.
   *
   * @param done designs decided
   * @param total designs to decide
   * @param evaluated those that were mapped and priced now
   * @param restored those that a journal knew to be mapped and priced
   * @param front how many are on the front so far
   */
  record State(long done, long total, long evaluated, long restored, int front) { }

  /** Hear of a design as soon as it is mapped, the most promising first; {@link #outcome} comes later, and of all designs. */
  default void mapped(Design design, Outcome outcome) { }

  /** Hear of a design, in the order of the numbers. */
  default void outcome(Design design, Outcome outcome) throws IOException { }

  /** Hear how far the sweep is. */
  default void progress(State state) { }
}
