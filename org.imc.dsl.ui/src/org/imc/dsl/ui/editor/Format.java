package org.imc.dsl.ui.editor;

import java.util.Optional;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.texteditor.ITextEditor;
import org.imc.dsl.formatting2.SourceFormatter;
import org.imc.dsl.ide.live.TextDifference;
import org.imc.dsl.ui.Language;
import org.imc.dsl.ui.sources.LiveModels;

/** Lay out the active file as the formatter does; in the background, dropped when the text has changed meanwhile. */
public final class Format extends EditorCommand {

  @Override
  void execute(ITextEditor editor) {
    IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
    Display display = editor.getSite().getShell().getDisplay();
    Job job = Job.createSystem("Format " + editor.getTitle(), (ICoreRunnable) monitor -> {
      String before = document.get();
      formatted(document).ifPresent(after -> display.asyncExec(() -> replace(document, before, after)));
    });
    job.setPriority(Job.INTERACTIVE);
    job.schedule();
  }

  /** Lay out a document at once. */
  static void now(IDocument document) {
    String before = document.get();
    formatted(document).ifPresent(after -> replace(document, before, after));
  }

  private static Optional<String> formatted(IDocument document) {
    return LiveModels.read(document, resource -> Language.get(SourceFormatter.class).format(resource));
  }

  /** Replace what differs only, so that cursor and annotations stay where they are. */
  private static void replace(IDocument document, String before, String after) {
    if (!document.get().equals(before) || before.equals(after)) {
      return;
    }
    TextDifference difference = TextDifference.between(before, after);
    try {
      document.replace(difference.offset(), difference.length(), difference.text());
    } catch (BadLocationException e) {
      ILog.of(Format.class).error("The text could not be formatted.", e);
    }
  }
}
