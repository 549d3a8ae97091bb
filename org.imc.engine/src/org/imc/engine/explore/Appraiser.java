package org.imc.engine.explore;

import java.util.List;

/**
 * Bounds and prices designs for a sweep: threads of this process, or other machines. Whoever does it, a design has the same
 * figures to the last bit; so how many are handed over at once changes how long a sweep takes, never what it finds.
 */
public interface Appraiser extends AutoCloseable {

  /** Hears what is said of the designs that were handed over. */
  interface Answers {

    /** Take what is said of the design at a place of the list. May be called by several threads, in any order. */
    void take(int place, Appraisal appraisal);
  }

  /** Return how many designs to bound at once, at least. */
  int boundedAtOnce();

  /** Return how many designs to price at once, at least. More than a batch of a sweep may be priced in vain. */
  int pricedAtOnce();

  /**
   * Bound designs from below, all of them.
   *
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  void bound(List<Design> designs, Answers answers);

  /**
   * Price designs exactly, all of them.
   *
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  void price(List<Design> designs, Answers answers);

  /** Stop what still runs, and give back what is held. */
  @Override
  void close();
}
