package org.imc.dsl.ide.live;

import com.google.inject.Inject;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.service.OperationCanceledError;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.evaluation.StudyRunner;

/** Check a file, and be cancelled in one way only; Xtext has two more, one of which is an error. */
final class Checker {

  @Inject private StudyRunner runner;

  /**
   * Return what is wrong in a file.
   *
   * @throws CancellationException when cancelled
   */
  List<Problem> check(XtextResource resource, CancelIndicator cancellation) {
    try {
      return runner.check(resource, cancellation);
    } catch (OperationCanceledError | OperationCanceledException e) {
      var cancelled = new CancellationException("The check was cancelled.");
      cancelled.initCause(e);
      throw cancelled;
    }
  }
}
