package org.imc.dsl.ui.builder;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.emf.common.util.URI;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.ide.live.ProjectCheck;
import org.imc.dsl.ide.live.SourceText;
import org.imc.dsl.ui.Language;
import org.imc.dsl.ui.sources.Snapshots;
import org.imc.dsl.ui.sources.SourceChanges;
import org.imc.dsl.ui.sources.Uris;
import org.imc.dsl.validation.SettingsFile;
import org.jspecify.annotations.Nullable;

/**
 * Check the saved {@code .imc} files of a project and keep their problem markers.
 *
 * <p>When any of them has changed, all are checked: a change may be felt in every file that imports it, and a project takes
 * some ten milliseconds. What decides is one method, {@link #check}; an index of who imports whom can take its place.
 */
public final class ImcBuilder extends IncrementalProjectBuilder {

  public static final String ID = "org.imc.dsl.ui.builder";

  @Override
  protected IProject @Nullable [] build(int kind, Map<String, String> arguments, IProgressMonitor monitor)
      throws CoreException {
    IResourceDelta delta = kind == FULL_BUILD ? null : getDelta(getProject());
    if (delta == null || SourceChanges.concernsSources(delta)) {
      check(SubMonitor.convert(monitor, "Checking " + getProject().getName(), 2));
    }
    return null;
  }

  @Override
  protected void clean(IProgressMonitor monitor) throws CoreException {
    ProblemMarkers.clear(getProject());
  }

  private void check(SubMonitor monitor) throws CoreException {
    try {
      List<SourceText> files = Snapshots.saved(getProject());
      Map<URI, List<Problem>> problems =
          Language.get(ProjectCheck.class).check(files, () -> monitor.isCanceled() || isInterrupted());
      monitor.worked(1);
      getProject().getWorkspace().run(inner -> {
        for (Map.Entry<URI, List<Problem>> entry : problems.entrySet()) {
          Optional<IFile> file = Uris.file(entry.getKey());
          if (file.isPresent() && file.get().exists()) {
            ProblemMarkers.replace(file.get(), entry.getValue());
          }
        }
        markSettings();
      }, getProject(), 0, monitor.split(1));
    } catch (CancellationException e) {
      forgetLastBuiltState(); // the next build starts from scratch
      throw new OperationCanceledException();
    }
  }

  private void markSettings() throws CoreException {
    IFile file = getProject().getFile(SettingsFile.NAME);
    if (file.exists() && file.getLocation() != null) {
      ProblemMarkers.replace(file, SettingsFile.read(file.getLocation().toPath()).problems());
    }
  }
}
