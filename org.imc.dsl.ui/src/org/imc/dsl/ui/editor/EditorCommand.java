package org.imc.dsl.ui.editor;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.ISources;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;
import org.imc.dsl.evaluation.SourceFiles;
import org.jspecify.annotations.Nullable;

/** A command on the text of the active {@code .imc} editor; not enabled in other editors. */
abstract class EditorCommand extends AbstractHandler {

  @Override
  public void setEnabled(@Nullable Object context) {
    setBaseEnabled(isSource(HandlerUtil.getVariable(context, ISources.ACTIVE_EDITOR_NAME)));
  }

  @Override
  public final @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
    if (HandlerUtil.getActiveEditor(event) instanceof ITextEditor editor && isSource(editor)) {
      execute(editor);
    }
    return null;
  }

  /** Do it. */
  abstract void execute(ITextEditor editor) throws ExecutionException;

  private static boolean isSource(@Nullable Object editor) {
    return editor instanceof ITextEditor text && text.isEditable()
        && text.getEditorInput().getName().endsWith("." + SourceFiles.EXTENSION);
  }
}
