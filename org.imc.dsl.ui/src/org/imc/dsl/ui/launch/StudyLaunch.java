package org.imc.dsl.ui.launch;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.model.LaunchConfigurationDelegate;

/** Evaluates what a launch configuration asks for, in a job of its own. */
public final class StudyLaunch extends LaunchConfigurationDelegate {

  @Override
  public void launch(ILaunchConfiguration configuration, String mode, ILaunch launch, IProgressMonitor monitor)
      throws CoreException {
    LaunchSettings settings = LaunchSettings.of(configuration);
    IFile file = settings.source();
    var job = new LaunchJob(file, settings);
    job.begin(new StudyProcess(launch, configuration.getName(), job::cancel));
  }

  /** Build nothing: the job checks all that the studies need. */
  @Override
  public boolean buildForLaunch(ILaunchConfiguration configuration, String mode, IProgressMonitor monitor) {
    return false;
  }
}
