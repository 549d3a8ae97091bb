package org.imc.dsl.ui.navigation;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.imc.dsl.evaluation.SourceFiles;
import org.jspecify.annotations.Nullable;

/** Gives {@code .imc} editors their outline. */
public final class OutlineFactory implements IAdapterFactory {

  @Override
  public <T> @Nullable T getAdapter(Object adapted, Class<T> type) {
    return type == IContentOutlinePage.class && adapted instanceof ITextEditor editor
        && editor.getEditorInput().getName().endsWith("." + SourceFiles.EXTENSION)
        ? type.cast(new OutlinePage(editor))
        : null;
  }

  @Override
  public Class<?>[] getAdapterList() {
    return new Class<?>[] {IContentOutlinePage.class};
  }
}
