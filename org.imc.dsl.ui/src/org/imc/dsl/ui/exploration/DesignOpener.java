package org.imc.dsl.ui.exploration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.texteditor.ITextEditor;
import org.imc.dsl.evaluation.SourceFiles;
import org.imc.dsl.ide.exploration.FrozenExploration;

/** Open designs as files of the language beside that of the exploration, where their names mean the same. For the UI thread. */
final class DesignOpener {

  private final IWorkbenchPage page;

  DesignOpener(IWorkbenchPage page) {
    this.page = page;
  }

  /** Write a design into a file beside that of an editor, in the background, and open it. */
  void open(ITextEditor editor, FrozenExploration question, long design) {
    Optional<IFile> beside = Optional.ofNullable(editor.getEditorInput().getAdapter(IFile.class));
    Job job = Job.create("Write design %d".formatted(design), (ICoreRunnable) monitor -> {
      String text = question.text(design);
      String name = "%s-%d.%s".formatted(question.exploration().name(), design, SourceFiles.EXTENSION);
      page.getWorkbenchWindow().getShell().getDisplay().asyncExec(() -> {
        if (beside.isPresent()) {
          open(beside.get().getParent().getFile(IPath.fromOSString(name)), text);
        } else {
          openOutside(name, text);
        }
      });
    });
    job.setSystem(true);
    job.schedule();
  }

  private void open(IFile file, String text) {
    try {
      if (!file.exists() || !file.readString().equals(text) && mayReplace(file.getName())) {
        file.write(text.getBytes(StandardCharsets.UTF_8), true, false, true, null);
      }
      IDE.openEditor(page, file);
    } catch (CoreException e) {
      failed(file.getName(), e);
    }
  }

  private boolean mayReplace(String name) {
    return MessageDialog.openQuestion(page.getWorkbenchWindow().getShell(), "Open Design",
        "'%s' exists and says something else. Replace it? The local history keeps what it says.".formatted(name));
  }

  /** The file of the exploration is in no project: ask where the design goes. */
  private void openOutside(String name, String text) {
    var dialog = new FileDialog(page.getWorkbenchWindow().getShell(), SWT.SAVE);
    dialog.setText("Save Design");
    dialog.setFileName(name);
    dialog.setOverwrite(true);
    String chosen = dialog.open();
    if (chosen != null) {
      try {
        Files.writeString(Path.of(chosen), text, StandardCharsets.UTF_8);
        IDE.openEditorOnFileStore(page, EFS.getLocalFileSystem().fromLocalFile(Path.of(chosen).toFile()));
      } catch (IOException | CoreException e) {
        failed(chosen, e);
      }
    }
  }

  private static void failed(String name, Exception e) {
    StatusManager.getManager().handle(Status.error("'%s' could not be written: %s".formatted(name, e.getMessage()), e),
        StatusManager.SHOW);
  }
}
