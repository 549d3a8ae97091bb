package org.imc.spark;

import java.io.Serializable;
import org.imc.dsl.ImcStandaloneSetup;
import org.imc.dsl.evaluation.ExplorationSource;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.engine.explore.Exploration;
import org.imc.engine.explore.Pricing;
import org.jspecify.annotations.Nullable;

/** An exploration on its way: text, and what was read from it once it is there. Each process reads it once. */
final class ShippedExploration implements Serializable {

  private static final long serialVersionUID = 1L;

  private final ExplorationSource source;
  private transient @Nullable Read read;

  /**
   * What was read.
   *
   * @param exploration the question
   * @param pricing of its networks
   */
  record Read(Exploration exploration, Pricing pricing) { }

  ShippedExploration(ExplorationSource source) {
    this.source = source;
  }

  /** Spare this process to read what it has read before. */
  synchronized void know(Exploration exploration) {
    read = new Read(exploration, new Pricing(exploration));
  }

  synchronized Read read() {
    if (read == null) {
      know(ImcStandaloneSetup.services().getInstance(StudyRunner.class).lower(source));
    }
    return read;
  }
}
