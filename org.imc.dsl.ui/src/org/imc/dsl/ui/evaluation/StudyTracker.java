package org.imc.dsl.ui.evaluation;

import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.texteditor.ITextEditor;
import org.imc.dsl.ide.live.Analysis;
import org.imc.dsl.ide.live.LiveFiles;
import org.imc.dsl.ui.Language;
import org.imc.dsl.ui.sources.Snapshots;
import org.jspecify.annotations.Nullable;

/** Follow the text of one editor and say what it asks, shortly after each pause in typing. For the UI thread. */
final class StudyTracker {

  private static final int DELAY_MS = 300;

  private final BiConsumer<ITextEditor, Analysis> listener;
  private final Display display;
  private final IDocumentListener changes = new IDocumentListener() {
    @Override
    public void documentAboutToBeChanged(DocumentEvent event) { }

    @Override
    public void documentChanged(DocumentEvent event) {
      schedule(DELAY_MS);
    }
  };

  private @Nullable ITextEditor editor;
  private @Nullable IDocument document;
  private @Nullable Job job;

  /**
   * Follow nothing yet.
   *
   * @param listener hears, in the UI thread, what the followed text asks
   */
  StudyTracker(Display display, BiConsumer<ITextEditor, Analysis> listener) {
    this.display = display;
    this.listener = listener;
  }

  /** Return what is followed. */
  @Nullable ITextEditor editor() {
    return editor;
  }

  /** Follow an editor, or nothing. */
  void follow(@Nullable ITextEditor next) {
    if (document != null) {
      document.removeDocumentListener(changes);
    }
    if (job != null) {
      job.cancel();
    }
    editor = next;
    document = next == null ? null : next.getDocumentProvider().getDocument(next.getEditorInput());
    if (document != null) {
      document.addDocumentListener(changes);
      schedule(0);
    }
  }

  /** Look again, though the text has not changed: another file may have. */
  void refresh() {
    if (document != null) {
      schedule(DELAY_MS);
    }
  }

  private void schedule(int delay) {
    if (job != null) {
      job.cancel();
    }
    ITextEditor followed = editor;
    IDocument read = document;
    if (followed == null || read == null) {
      return;
    }
    Job next = new Job("Read the studies of " + followed.getTitle()) {
      @Override
      protected IStatus run(IProgressMonitor monitor) {
        return read(followed, read, monitor);
      }

      @Override
      public boolean belongsTo(Object family) {
        return family == EvaluationJob.FAMILY;
      }
    };
    next.setSystem(true);
    next.schedule(delay);
    job = next;
  }

  private IStatus read(ITextEditor followed, IDocument read, IProgressMonitor monitor) {
    try {
      Analysis analysis =
          Language.get(LiveFiles.class).of(read).analyse(Snapshots.of(read), monitor::isCanceled);
      if (!display.isDisposed()) {
        display.asyncExec(() -> {
          if (!monitor.isCanceled() && followed == editor) {
            listener.accept(followed, analysis);
          }
        });
      }
      return Status.OK_STATUS;
    } catch (CancellationException e) {
      return Status.CANCEL_STATUS;
    } catch (RuntimeException e) {
      ILog.of(StudyTracker.class).error("The studies could not be read.", e);
      display.asyncExec(() -> listener.accept(followed, Analysis.NONE));
      return Status.CANCEL_STATUS;
    }
  }
}
