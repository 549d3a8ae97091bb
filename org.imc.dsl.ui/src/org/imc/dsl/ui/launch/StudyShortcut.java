package org.imc.dsl.ui.launch;

import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationType;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.ILaunchShortcut;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.statushandlers.StatusManager;

/** Run As > IMC Study: launch the configuration of a file, made when there is none. */
public final class StudyShortcut implements ILaunchShortcut {

  @Override
  public void launch(ISelection selection, String mode) {
    if (selection instanceof IStructuredSelection files) {
      launch(Optional.ofNullable(Adapters.adapt(files.getFirstElement(), IFile.class)), mode);
    }
  }

  @Override
  public void launch(IEditorPart editor, String mode) {
    launch(Optional.ofNullable(Adapters.adapt(editor.getEditorInput(), IFile.class)), mode);
  }

  private static void launch(Optional<IFile> file, String mode) {
    if (file.isPresent()) {
      try {
        DebugUITools.launch(configuration(file.get()), mode);
      } catch (CoreException e) {
        StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
      }
    }
  }

  /** Return the configuration of a file. */
  static ILaunchConfiguration configuration(IFile file) throws CoreException {
    ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
    ILaunchConfigurationType type = manager.getLaunchConfigurationType(LaunchSettings.TYPE);
    String path = file.getFullPath().toPortableString();
    for (ILaunchConfiguration known : manager.getLaunchConfigurations(type)) {
      if (LaunchSettings.of(known).file().equals(path)) {
        return known;
      }
    }
    var created = type.newInstance(null, manager.generateLaunchConfigurationName(file.getName()));
    LaunchSettings.of(path).write(created);
    return created.doSave();
  }
}
