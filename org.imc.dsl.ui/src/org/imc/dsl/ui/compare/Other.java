package org.imc.dsl.ui.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.imc.dsl.ide.live.PastStudies;
import org.imc.dsl.ide.live.Snapshot;
import org.imc.dsl.ide.results.SavedResults;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.dsl.ui.Language;
import org.imc.dsl.ui.evaluation.State.Answer;
import org.imc.engine.result.Evaluation;

/** What an answer can be compared with. */
sealed interface Other {

  /** Return what it is called. */
  String label();

  /** An answer that is known. */
  record Known(String label, Evaluation evaluation) implements Other { }

  /** A study that may have to be evaluated first. */
  record Asked(String label, LoweredStudy lowered) implements Other { }

  /** An older version of the file. */
  record Version(String label, Past past, int study) implements Other {

    /** Return the study that the version asked; nothing when it had errors, or asked less. Takes some time. */
    Optional<LoweredStudy> lower(IProgressMonitor monitor) throws CoreException {
      try {
        List<LoweredStudy> studies = Language.get(PastStudies.class).of(past.read(), monitor::isCanceled);
        return study < studies.size() ? Optional.of(studies.get(study)) : Optional.empty();
      } catch (IOException e) {
        throw new CoreException(Status.error("The version of %s cannot be read.".formatted(label), e));
      }
    }
  }

  /** Reads a text as it was. */
  interface Past {

    /** Return the text and those it may import. */
    Snapshot read() throws CoreException, IOException;
  }

  /** Return all that a shown answer can be compared with at once: the saved text, other studies of the file. */
  static List<Other> of(Answer shown) {
    var others = new ArrayList<Other>();
    Language.get(SavedResults.class).of(shown.study())
        .ifPresent(saved -> others.add(new Known("the saved text", saved)));
    for (LoweredStudy study : shown.studies()) {
      if (study != shown.study()) {
        others.add(new Asked(study.title(), study));
      }
    }
    return others;
  }
}
