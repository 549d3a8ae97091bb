package org.imc.dsl.ide.results;

import com.google.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.imc.engine.Study;
import org.imc.engine.result.Evaluation;

/**
 * The answers to recent questions. The question itself is the key: an edit that does not change it keeps its answer, and
 * two files that ask the same share it. Thread-safe.
 */
@Singleton
public final class StudyResults {

  private static final int MOST = 200;

  private final Map<Study, Evaluation> answers = new LinkedHashMap<>(16, 0.75f, true) {

    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Study, Evaluation> eldest) {
      return size() > MOST;
    }
  };

  /** Remember an answer. */
  public synchronized void put(Evaluation evaluation) {
    answers.put(evaluation.study(), evaluation);
  }

  /** Return the answer to a study, if it is known. */
  public synchronized Optional<Evaluation> answer(Study study) {
    return Optional.ofNullable(answers.get(study));
  }
}
