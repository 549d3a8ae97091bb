package org.imc.dsl.ui.editor;

import java.util.List;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.IExecutionListener;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.imc.dsl.ui.Language;
import org.imc.dsl.ui.preferences.Preferences;
import org.imc.dsl.ui.sources.Snapshots;
import org.jspecify.annotations.Nullable;

/** Lay out what is about to be saved, if the user wishes so. */
public final class FormatOnSave implements IExecutionListener {

  @Override
  public void preExecute(String command, ExecutionEvent event) {
    if (Preferences.formatsOnSave() && Language.isReady()) {
      IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow() == null
          ? null : PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
      if (page != null) {
        saved(command, page).forEach(FormatOnSave::format);
      }
    }
  }

  private static List<? extends IEditorPart> saved(String command, IWorkbenchPage page) {
    return switch (command) {
      case IWorkbenchCommandConstants.FILE_SAVE -> page.getActiveEditor() == null ? List.of() : List.of(page.getActiveEditor());
      case IWorkbenchCommandConstants.FILE_SAVE_ALL -> List.of(page.getDirtyEditors());
      default -> List.of();
    };
  }

  private static void format(IEditorPart editor) {
    if (editor instanceof ITextEditor text && text.isEditable() && text.isDirty()) {
      IDocument document = text.getDocumentProvider().getDocument(text.getEditorInput());
      if (document != null && Snapshots.isSource(document)) {
        Format.now(document);
      }
    }
  }

  @Override
  public void notHandled(String command, NotHandledException exception) { }

  @Override
  public void postExecuteFailure(String command, ExecutionException exception) { }

  @Override
  public void postExecuteSuccess(String command, @Nullable Object value) { }
}
