package org.imc.dsl.ui.results;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.imc.engine.Study;
import org.imc.engine.result.Evaluation;

/** The latest answers, by the study itself: an equal study has the same answer. For the UI thread. */
final class Evaluations {

  private static final int MOST = 64;

  private final Map<Study, Evaluation> latest = new LinkedHashMap<>(16, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<Study, Evaluation> eldest) {
      return size() > MOST;
    }
  };

  Optional<Evaluation> of(Study study) {
    return Optional.ofNullable(latest.get(study));
  }

  void put(Evaluation evaluation) {
    latest.put(evaluation.study(), evaluation);
  }
}
