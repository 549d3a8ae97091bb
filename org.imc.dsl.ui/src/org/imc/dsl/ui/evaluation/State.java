package org.imc.dsl.ui.evaluation;

import java.util.List;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.engine.result.Evaluation;
import org.jspecify.annotations.Nullable;

/** What the view has to show. */
public sealed interface State {

  /** Nothing, for a reason. */
  record Empty(String message) implements State { }

  /**
   * A study and as much of its answer as there is.
   *
   * @param file the name of the file it stands in
   * @param studies all studies of the file, in the order of the text
   * @param selected which of them
   * @param evaluation the answer, or that of a study before while this one is being evaluated; null when there is none
   * @param phase how far it is
   * @param remark what there is to say about it; empty when nothing
   */
  record Answer(
      String file, List<LoweredStudy> studies, int selected, @Nullable Evaluation evaluation, Phase phase,
      String remark) implements State {

    public Answer {
      studies = List.copyOf(studies);
    }

    /** Return the study that is selected. */
    public LoweredStudy study() {
      return studies.get(selected);
    }

    Answer with(@Nullable Evaluation answer, Phase next, String words) {
      return new Answer(file, studies, selected, answer, next, words);
    }
  }

  /** How far an answer is. */
  enum Phase {
    RUNNING, DONE, CANCELLED, FAILED,
    /** Nobody has asked yet, and studies are evaluated when asked only. */
    WAITING,
    /** The text has errors by now; the answer is that of the text before. */
    BLOCKED;

    /** Return whether the evaluation ended without an answer and can be asked for again. */
    public boolean isStopped() {
      return this == CANCELLED || this == FAILED || this == WAITING;
    }
  }
}
