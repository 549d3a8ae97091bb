package org.imc.dsl.ui.editor;

import java.util.Optional;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.texteditor.ITextEditor;
import org.imc.dsl.formatting2.SourceFormatter;
import org.imc.dsl.ide.live.LiveFiles;
import org.imc.dsl.ide.live.Snapshot;
import org.imc.dsl.ide.live.TextDifference;
import org.imc.dsl.ui.Language;
import org.imc.dsl.ui.sources.Snapshots;

/** Lay out the active file as the formatter does; in the background, dropped when the text has changed meanwhile. */
public final class Format extends EditorCommand {

  @Override
  void execute(ITextEditor editor) {
    IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
    Display display = editor.getSite().getShell().getDisplay();
    Job job = Job.createSystem("Format " + editor.getTitle(), monitor -> {
      Snapshot snapshot = Snapshots.of(document);
      Optional<String> formatted = Language.get(LiveFiles.class).of(document)
          .read(snapshot, resource -> Language.get(SourceFormatter.class).format(resource));
      formatted.ifPresent(text -> display.asyncExec(() -> replace(document, snapshot.file().text(), text)));
    });
    job.setPriority(Job.INTERACTIVE);
    job.schedule();
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
