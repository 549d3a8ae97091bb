package org.imc.dsl.ui.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.ide.IDE;
import org.imc.dsl.ui.sources.Snapshots;

/**
 * Link the example projects into a workspace that has no project at all, and open the first one.
 *
 * <p>The folder is named by the system property {@value #FOLDER}; without it nothing happens.
 */
public final class ExampleImport extends WorkspaceJob {

  /** Names the folder with the example projects. */
  public static final String FOLDER = "imc.examples";

  private static final String FIRST = "quickstart";

  public ExampleImport() {
    super("Import the IMC examples");
    setRule(ResourcesPlugin.getWorkspace().getRoot());
  }

  @Override
  public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
    String folder = System.getProperty(FOLDER);
    IWorkspace workspace = ResourcesPlugin.getWorkspace();
    if (folder == null || workspace.getRoot().getProjects().length > 0) {
      return Status.OK_STATUS;
    }
    try {
      List<Path> examples = examples(Path.of(folder));
      SubMonitor progress = SubMonitor.convert(monitor, examples.size());
      for (Path example : examples) {
        link(example, workspace, progress.split(1));
      }
      first(workspace).ifPresent(ExampleImport::open);
      return Status.OK_STATUS;
    } catch (IOException e) {
      return Status.warning("The examples in '%s' cannot be read.".formatted(folder), e);
    }
  }

  private static List<Path> examples(Path folder) throws IOException {
    var examples = new ArrayList<Path>();
    if (Files.isDirectory(folder)) {
      try (var entries = Files.newDirectoryStream(folder,
          entry -> Files.isRegularFile(entry.resolve(IProjectDescription.DESCRIPTION_FILE_NAME)))) {
        entries.forEach(examples::add);
      }
    }
    examples.sort(Comparator.naturalOrder());
    return examples;
  }

  private static void link(Path example, IWorkspace workspace, SubMonitor monitor) throws CoreException {
    IPath location = IPath.fromPath(example.toAbsolutePath());
    IProjectDescription description =
        workspace.loadProjectDescription(location.append(IProjectDescription.DESCRIPTION_FILE_NAME));
    description.setLocation(location);
    IProject project = workspace.getRoot().getProject(description.getName());
    project.create(description, monitor.split(1));
    project.open(monitor.split(1));
  }

  private static Optional<IFile> first(IWorkspace workspace) throws CoreException {
    IProject project = workspace.getRoot().getProject(FIRST);
    return project.isAccessible() ? Snapshots.files(project).stream().findFirst() : Optional.empty();
  }

  private static void open(IFile file) {
    PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
      IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
      if (window == null) {
        return;
      }
      window.getShell().setMaximized(true); // the first look; the size is the user's from here on
      try {
        IDE.openEditor(PlatformUI.getWorkbench().showPerspective(ImcPerspective.ID, window), file);
      } catch (WorkbenchException e) {
        ILog.of(ExampleImport.class).error("'%s' could not be opened.".formatted(file.getFullPath()), e);
      }
    });
  }
}
