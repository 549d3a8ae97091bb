package org.imc.dsl.lowering;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    return minimised() + mapping.map(" with %s"::formatted).orElse("")
        + Stream.of(activations(), weights()).filter(word -> !word.isEmpty()).map(", %s"::formatted).collect(Collectors.joining());
  }

  /** Return what is minimised. */
  public String minimised() {
    return study.objective().name().toLowerCase(Locale.ROOT);
  }

  /** Return where activations stay; nothing where that is free. */
  public String activations() {
    return study.activations() == Activations.PLACED ? "" : "activations outermost";
  }

  /** Return what is asked of weights; nothing where they are loaded for each inference. */
  public String weights() {
    return study.weights().free() ? "weights resident" : "";
  }
}
