package org.imc.dsl.ui.views;

import java.util.Optional;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.dsl.ide.live.Findings;
import org.imc.dsl.ui.evaluation.State;
import org.imc.dsl.ui.evaluation.State.Answer;

/** Turns what is shown into what reports are made of. */
public final class Results {

  private Results() { }

  /** Return the answer that is shown, if there is one. */
  public static Optional<StudyResult> of(State state) {
    return state instanceof Answer shown && shown.evaluation() != null
        ? Optional.of(new StudyResult(shown.study(), shown.evaluation(),
            Findings.of(shown.evaluation(), shown.study().sources())))
        : Optional.empty();
  }
}
