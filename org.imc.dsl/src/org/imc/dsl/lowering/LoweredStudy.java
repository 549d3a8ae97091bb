package org.imc.dsl.lowering;

import java.util.Locale;
import java.util.Optional;
import org.imc.engine.Activations;
import org.imc.engine.Study;

/**
 * A study as the engine takes it, and the way back to its text. Holds no part of the EMF model.
 *
 * @param mapping the name of what is asked of the mappings; nothing when they are free
 */
public record LoweredStudy(Study study, SourceMap sources, Optional<String> mapping) {

  /** Return what is asked, for people. */
  public String title() {
    return "%s on %s, minimising %s".formatted(study.network().name(), study.architecture().name(), asked());
  }

  /** Return what is minimised, and what is asked of mappings, activations and weights. */
  public String asked() {
    return study.objective().name().toLowerCase(Locale.ROOT)
        + mapping.map(" with %s"::formatted).orElse("")
        + (study.activations() == Activations.PLACED ? "" : ", activations outermost")
        + (study.weights().free() ? ", weights resident" : "");
  }
}
