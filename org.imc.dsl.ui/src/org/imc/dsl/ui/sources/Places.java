package org.imc.dsl.ui.sources;

import java.util.Optional;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.emf.common.util.URI;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.FileStoreEditorInput;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.imc.dsl.library.Library;
import org.imc.dsl.lowering.SourceMap;

/** Show places of texts in editors. For the UI thread. */
public final class Places {

  private static final String GENERIC_EDITOR = "org.eclipse.ui.genericeditor.GenericEditor";

  private Places() { }

  /** Return whether an editor edits the file of a URI. */
  public static boolean isIn(ITextEditor editor, URI uri) {
    var document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
    return document != null && Snapshots.uri(document).equals(uri);
  }

  /** Return whether an editor only shows a file of the shipped library. */
  public static boolean isLibrary(ITextEditor editor) {
    return editor.getEditorInput() instanceof LibraryStorage;
  }

  /** Select a place in an editor that is open on its file. */
  public static void select(ITextEditor editor, SourceMap.Place place) {
    editor.selectAndReveal(place.offset(), place.length());
  }

  /** Open an editor on a place, wherever it is. */
  public static void open(IWorkbenchPage page, SourceMap.Place place) {
    try {
      if (editor(page, place.file()) instanceof ITextEditor editor) {
        select(editor, place);
      }
    } catch (CoreException e) {
      ILog.of(Places.class).error("'%s' could not be opened.".formatted(place.file()), e);
    }
  }

  private static IEditorPart editor(IWorkbenchPage page, URI uri) throws CoreException, PartInitException {
    if (Library.contains(uri)) {
      return page.openEditor(new LibraryStorage(uri), GENERIC_EDITOR);
    }
    Optional<IFile> file = Uris.file(uri);
    return file.isPresent()
        ? IDE.openEditor(page, file.get())
        : page.openEditor(new FileStoreEditorInput(EFS.getStore(java.net.URI.create(uri.toString()))), GENERIC_EDITOR);
  }
}
