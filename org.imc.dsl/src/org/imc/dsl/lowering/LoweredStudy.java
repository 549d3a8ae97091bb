package org.imc.dsl.lowering;

import java.util.Locale;
import org.imc.engine.Study;

/** A study as the engine takes it, and the way back to its text. Holds no part of the EMF model. */
public record LoweredStudy(Study study, SourceMap sources) {

  /** Return what is asked, for people. */
  public String title() {
    return "%s on %s, minimising %s".formatted(
        study.network().name(), study.architecture().name(), study.objective().name().toLowerCase(Locale.ROOT));
  }
}
