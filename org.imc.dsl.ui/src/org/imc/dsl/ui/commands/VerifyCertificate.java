package org.imc.dsl.ui.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.dsl.ui.evaluation.StudySession;
import org.imc.dsl.ui.views.Results;
import org.imc.engine.certificate.Certificate;
import org.imc.engine.certificate.CertificateChecker;
import org.imc.engine.certificate.Verdict;
import org.jspecify.annotations.Nullable;

/** Prove the answer that is shown, with code that shares nothing with the search; with progress, and to be cancelled. */
public final class VerifyCertificate extends AbstractHandler {

  private static final int MOST_LINES = 12;

  @Override
  public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    Shell shell = window.getShell(); // the active one may be a hover, which is gone when the verdict is there
    var shown = Results.of(StudySession.of(window).state());
    if (shown.isEmpty()) {
      MessageDialog.openInformation(shell, "Verify Certificate", "There is no answer to verify. Maybe evaluate a study first (F9).");
    } else {
      verify(shown.get(), window);
    }
    return null;
  }

  private static void verify(StudyResult result, IWorkbenchWindow window) {
    var job = new Job("Verify " + result.lowered().title()) {
      @Override
      protected IStatus run(IProgressMonitor monitor) {
        SubMonitor progress = SubMonitor.convert(monitor, result.evaluation().layers().size());
        try {
          Verdict verdict = new CertificateChecker(CertificateChecker.USUAL_LIMIT).check(result.evaluation().study(),
              Certificate.of(result.evaluation()), (done, total, what) -> progress.worked(1), monitor::isCanceled);
          window.getWorkbench().getDisplay().asyncExec(() -> tell(window.getShell(), result, verdict));
          return Status.OK_STATUS;
        } catch (CancellationException e) {
          return Status.CANCEL_STATUS;
        }
      }
    };
    job.setUser(true);
    job.schedule();
  }

  private static void tell(@Nullable Shell shell, StudyResult result, Verdict verdict) {
    if (shell == null || shell.isDisposed()) { // the window was closed meanwhile
      return;
    }
    String title = result.lowered().title();
    if (verdict.isAccepted()) {
      MessageDialog.openInformation(shell, "Verify Certificate", ("%s: the certificate is accepted. Each mapping costs what is "
          + "claimed, and no mapping in the stated space is cheaper, for %d layers.").formatted(title, verdict.proofs().size()));
    } else {
      var lines = new ArrayList<String>();
      verdict.discrepancies().forEach(each -> lines.add("%s: %s".formatted(each.pointer(), each.message())));
      lines.addAll(verdict.open());
      List<String> first = lines.subList(0, Math.min(MOST_LINES, lines.size()));
      MessageDialog.openWarning(shell, "Verify Certificate",
          "%s: the certificate is not accepted.\n\n%s".formatted(title, String.join("\n", first)));
    }
  }
}
