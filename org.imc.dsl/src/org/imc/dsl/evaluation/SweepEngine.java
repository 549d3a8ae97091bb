package org.imc.dsl.evaluation;

import java.io.IOException;
import org.imc.engine.Cancellation;
import org.imc.engine.explore.Appraiser;
import org.imc.engine.explore.Exploration;

/** Appraises the designs of explorations outside this process. Found as a service ({@link java.util.ServiceLoader}). */
public interface SweepEngine {

  /** Return the word by which people ask for it. */
  String name();

  /**
   * Start.
   *
   * @param address host and port of a cluster; empty for this machine
   * @param threads how many to use of this machine
   * @param source what to read where there is no {@code exploration} yet
   * @param exploration that was read from the same text
   * @throws IOException when it cannot start, or nobody is there
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  Appraiser start(String address, int threads, ExplorationSource source, Exploration exploration, Cancellation cancellation)
      throws IOException;
}
