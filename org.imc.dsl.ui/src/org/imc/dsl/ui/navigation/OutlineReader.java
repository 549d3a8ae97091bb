package org.imc.dsl.ui.navigation;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.swt.widgets.Display;
import org.imc.dsl.ide.outline.Outline;
import org.imc.dsl.ide.outline.OutlineNode;
import org.imc.dsl.ui.Language;
import org.imc.dsl.ui.sources.LiveModels;

/** Reads the declarations of a document in the background, now and shortly after each pause in typing. */
final class OutlineReader implements IDocumentListener {

  private static final int DELAY_MS = 400;

  private final IDocument document;
  private final Job job;

  /** Tell somebody, in the UI thread, what a document declares. */
  OutlineReader(IDocument document, Display display, Consumer<List<OutlineNode>> listener) {
    this.document = document;
    job = Job.createSystem("Read the outline", monitor -> {
      try {
        List<OutlineNode> nodes =
            LiveModels.read(document, resource -> Language.get(Outline.class).of(resource));
        if (!display.isDisposed()) {
          display.asyncExec(() -> listener.accept(nodes));
        }
      } catch (RuntimeException e) {
        ILog.of(OutlineReader.class).error("The outline could not be read.", e);
      }
    });
  }

  void start() {
    document.addDocumentListener(this);
    job.schedule();
  }

  void stop() {
    document.removeDocumentListener(this);
    job.cancel();
  }

  @Override
  public void documentAboutToBeChanged(DocumentEvent event) { }

  @Override
  public void documentChanged(DocumentEvent event) {
    job.cancel();
    job.schedule(DELAY_MS);
  }
}
