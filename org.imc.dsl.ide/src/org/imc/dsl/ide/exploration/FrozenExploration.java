package org.imc.dsl.ide.exploration;

import org.imc.dsl.evaluation.StudyRunner;
import org.imc.engine.explore.Exploration;
import org.imc.model.imc.ExploreDecl;

/** An exploration with a model of its own, which stays as it is while the text is edited. Thread-safe. */
public final class FrozenExploration {

  private final StudyRunner runner;
  private final ExploreDecl declared;
  private final Exploration exploration;
  private final String fingerprint;

  FrozenExploration(StudyRunner runner, ExploreDecl declared) {
    this.runner = runner;
    this.declared = declared;
    exploration = runner.lower(declared);
    fingerprint = runner.fingerprint(declared);
  }

  /** Return what the engine is asked. */
  public Exploration exploration() {
    return exploration;
  }

  /** Return the fingerprint of what is asked. */
  public String fingerprint() {
    return fingerprint;
  }

  /** Return a design as a file of the language, to stand beside the files of the exploration. */
  public String text(long design) {
    return runner.text(declared, design);
  }
}
