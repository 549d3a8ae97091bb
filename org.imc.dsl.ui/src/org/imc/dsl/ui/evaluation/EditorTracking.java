package org.imc.dsl.ui.evaluation;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.texteditor.ITextEditor;
import org.imc.dsl.evaluation.SourceFiles;
import org.imc.dsl.ui.sources.Places;
import org.jspecify.annotations.Nullable;

/**
 * Say which {@code .imc} editor was active last. Other editors and views change nothing, nor do files of the library, so that
 * one may look at them beside the results.
 */
final class EditorTracking implements IPartListener2 {

  private final IWorkbenchWindow window;
  private final Consumer<Optional<ITextEditor>> listener;
  private @Nullable ITextEditor current;

  EditorTracking(IWorkbenchWindow window, Consumer<Optional<ITextEditor>> listener) {
    this.window = window;
    this.listener = listener;
  }

  void start() {
    window.getPartService().addPartListener(this);
    followActive();
  }

  void stop() {
    window.getPartService().removePartListener(this);
    current = null;
  }

  @Override
  public void partActivated(IWorkbenchPartReference reference) {
    if (reference.getPart(false) instanceof IEditorPart editor) {
      follow(editor);
    }
  }

  @Override
  public void partBroughtToTop(IWorkbenchPartReference reference) {
    partActivated(reference);
  }

  @Override
  public void partInputChanged(IWorkbenchPartReference reference) {
    if (reference.getPart(false) == current) {
      listener.accept(Optional.empty());
      current = null;
      partActivated(reference);
    }
  }

  @Override
  public void partClosed(IWorkbenchPartReference reference) {
    if (current != null && reference.getPart(false) == current) {
      current = null;
      listener.accept(Optional.empty());
      followActive();
    }
  }

  private void followActive() {
    IWorkbenchPage page = window.getActivePage();
    follow(page == null ? null : page.getActiveEditor());
  }

  private void follow(@Nullable IEditorPart editor) {
    Optional<ITextEditor> source = Optional.ofNullable(editor).flatMap(EditorTracking::source);
    if (source.isPresent()) {
      current = source.get();
      listener.accept(source);
    }
  }

  private static Optional<ITextEditor> source(IEditorPart editor) {
    return editor instanceof ITextEditor text
        && text.getEditorInput().getName().endsWith("." + SourceFiles.EXTENSION)
        && !Places.isLibrary(text)
        ? Optional.of(text)
        : Optional.empty();
  }
}
