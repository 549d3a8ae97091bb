package org.imc.dsl.ui.builder;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.ICommand;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IProjectNature;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;

/** Marks projects whose {@code .imc} files are built. */
public final class ImcNature implements IProjectNature {

  public static final String ID = "org.imc.dsl.ui.nature";

  private IProject project;

  @Override
  public IProject getProject() {
    return project;
  }

  @Override
  public void setProject(IProject project) {
    this.project = project;
  }

  @Override
  public void configure() throws CoreException {
    IProjectDescription description = project.getDescription();
    List<ICommand> commands = new ArrayList<>(List.of(description.getBuildSpec()));
    if (commands.stream().noneMatch(command -> command.getBuilderName().equals(ImcBuilder.ID))) {
      ICommand command = description.newCommand();
      command.setBuilderName(ImcBuilder.ID);
      commands.add(command);
      description.setBuildSpec(commands.toArray(ICommand[]::new));
      project.setDescription(description, null);
    }
  }

  @Override
  public void deconfigure() throws CoreException {
    IProjectDescription description = project.getDescription();
    description.setBuildSpec(List.of(description.getBuildSpec()).stream()
        .filter(command -> !command.getBuilderName().equals(ImcBuilder.ID))
        .toArray(ICommand[]::new));
    project.setDescription(description, null);
    ProblemMarkers.clear(project);
  }

  /** Give a project the nature, unless it has it. */
  public static void add(IProject project) throws CoreException {
    if (!isOn(project)) {
      IProjectDescription description = project.getDescription();
      var natures = new ArrayList<>(List.of(description.getNatureIds()));
      natures.add(ID);
      description.setNatureIds(natures.toArray(String[]::new));
      project.setDescription(description, new NullProgressMonitor());
    }
  }

  /** Take the nature from a project. */
  public static void remove(IProject project) throws CoreException {
    IProjectDescription description = project.getDescription();
    description.setNatureIds(List.of(description.getNatureIds()).stream()
        .filter(nature -> !nature.equals(ID))
        .toArray(String[]::new));
    project.setDescription(description, new NullProgressMonitor());
  }

  /** Give a project the nature as soon as the workspace is free; done when a file of the language is opened in it. */
  public static void addInBackground(IProject project) {
    if (!project.isAccessible()) {
      return;
    }
    Job job = Job.createSystem("Add the IMC nature to " + project.getName(), monitor -> {
      if (project.isAccessible()) {
        add(project);
      }
    });
    job.setRule(project.getWorkspace().getRoot());
    job.schedule();
  }

  /** Return whether a project has the nature. */
  public static boolean isOn(IProject project) throws CoreException {
    return project.isAccessible() && project.hasNature(ID);
  }
}
