package org.imc.tests.delivery;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A workbench that runs as a process of its own, in a workspace that it fills with one example. */
final class WorkbenchProcess implements AutoCloseable {

  private static final int LIMIT_S = 120;
  private static final String EXAMPLE = "quickstart";

  private final Path folder;
  private final Path workspace;
  private final Process process;

  private WorkbenchProcess(Path folder, Process process) {
    this.folder = folder;
    this.workspace = workspace(folder);
    this.process = process;
  }

  /**
   * Start one.
   *
   * @param folder  an empty one, for workspace, example and output
   * @param command what starts it; a workspace and options for Java are added
   */
  static WorkbenchProcess start(Path folder, List<String> command) throws IOException {
    Path example = Files.createDirectories(folder.resolve("examples").resolve(EXAMPLE));
    Path source = Path.of(System.getProperty("imc.root", "..")).resolve("examples").resolve(EXAMPLE);
    try (Stream<Path> files = Files.list(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, example.resolve(file.getFileName()));
      }
    }
    var all = new ArrayList<>(command);
    all.addAll(List.of("-data", workspace(folder).toString()));
    var builder = new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(folder.resolve("output").toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JAVA_TOOL_OPTIONS", "-Dimc.examples=" + folder.resolve("examples"));
    return new WorkbenchProcess(folder, builder.start());
  }

  private static Path workspace(Path folder) {
    return folder.resolve("workspace");
  }

  /**
   * Wait until the example is a project of the workspace: that happens once the window is there, in code
   * of the feature.
   */
  void awaitExample() throws IOException, InterruptedException {
    Path project = workspace.resolve(".metadata/.plugins/org.eclipse.core.resources/.projects").resolve(EXAMPLE);
    for (int second = 0; second < LIMIT_S; second++) {
      if (Files.exists(project.resolve(".location"))) {
        return;
      }
      if (process.waitFor(1, TimeUnit.SECONDS)) {
        fail("The workbench ended with status %d: %s".formatted(process.exitValue(), output()));
      }
    }
    fail("The workbench did not take in the example: " + output());
  }

  /** Return the errors that it has logged, none if all is well. */
  String errors() throws IOException {
    Path log = workspace.resolve(".metadata/.log");
    if (!Files.exists(log)) {
      return "";
    }
    String text = Files.readString(log);
    return text.matches("(?s).*!ENTRY \\S+ 4 .*") ? text : "";
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("output")) + errors();
  }

  @Override
  public void close() throws Exception {
    List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    assertTrue(process.waitFor(LIMIT_S, TimeUnit.SECONDS), "the workbench does not end");
  }
}
