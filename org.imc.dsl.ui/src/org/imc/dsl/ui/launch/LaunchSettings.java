package org.imc.dsl.ui.launch;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.imc.dsl.evaluation.SourceFiles;
import org.imc.dsl.report.ReportFormat;
import org.imc.dsl.ui.preferences.Preferences;

/**
 * What a launch configuration asks for.
 *
 * @param file path of the file in the workspace; empty when none was chosen yet
 * @param study title of the study to evaluate; empty for all of the file
 * @param threads how many evaluate; 0 for as many as the preferences say
 * @param format how the console reports
 */
record LaunchSettings(String file, String study, int threads, ReportFormat format) {

  /** The type of configuration that this belongs to. */
  static final String TYPE = "org.imc.dsl.ui.study";

  private static final String FILE = "org.imc.dsl.ui.launch.file";
  private static final String STUDY = "org.imc.dsl.ui.launch.study";
  private static final String THREADS = "org.imc.dsl.ui.launch.threads";
  private static final String FORMAT = "org.imc.dsl.ui.launch.format";

  /** Return what a configuration asks for when nothing but its file is said. */
  static LaunchSettings of(String file) {
    return new LaunchSettings(file, "", 0, ReportFormat.TEXT);
  }

  /** Return what a configuration asks for; a format that there is not is text. */
  static LaunchSettings of(ILaunchConfiguration configuration) throws CoreException {
    String word = configuration.getAttribute(FORMAT, "");
    ReportFormat format = Arrays.stream(ReportFormat.values()).filter(each -> word(each).equals(word)).findFirst()
        .orElse(ReportFormat.TEXT);
    return new LaunchSettings(configuration.getAttribute(FILE, ""), configuration.getAttribute(STUDY, ""),
        configuration.getAttribute(THREADS, 0), format);
  }

  /** Say it in a configuration. */
  void write(ILaunchConfigurationWorkingCopy configuration) {
    configuration.setAttribute(FILE, file);
    configuration.setAttribute(STUDY, study);
    configuration.setAttribute(THREADS, threads);
    configuration.setAttribute(FORMAT, word(format));
    configuration.setMappedResources(workspaceFile().map(found -> new IResource[] {found}).orElse(null));
  }

  /** Return the word for a format that the command line knows it by. */
  static String word(ReportFormat format) {
    return format.name().toLowerCase(Locale.ROOT);
  }

  /** Return what keeps this from being launched, if anything does. */
  Optional<String> problem() {
    if (file.isBlank()) {
      return Optional.of("No file is chosen. Maybe browse for an .imc file.");
    }
    if (!file.endsWith("." + SourceFiles.EXTENSION)) {
      return Optional.of("'%s' is no .imc file.".formatted(file));
    }
    if (workspaceFile().filter(IFile::exists).isEmpty()) {
      return Optional.of("There is no file '%s' in the workspace.".formatted(file));
    }
    if (threads < 0 || threads > Preferences.MOST_THREADS) {
      return Optional.of("The threads are %d. They must be from 0 to %d.".formatted(threads, Preferences.MOST_THREADS));
    }
    return Optional.empty();
  }

  /** Return the file. */
  IFile source() throws CoreException {
    Optional<String> problem = problem();
    if (problem.isPresent()) {
      throw new CoreException(Status.error(problem.get()));
    }
    return workspaceFile().orElseThrow();
  }

  private Optional<IFile> workspaceFile() {
    IPath path = IPath.fromPortableString(file);
    return path.segmentCount() < 2 // a file stands in a project
        ? Optional.empty()
        : Optional.of(ResourcesPlugin.getWorkspace().getRoot().getFile(path));
  }

  /** Return how many threads evaluate. */
  int workers() {
    return threads > 0 ? threads : Preferences.threads();
  }
}
