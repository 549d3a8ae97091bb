package org.imc.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a report goes. */
final class ReportFileOption {

  @Spec(Spec.Target.MIXEE) private CommandSpec spec;

  @Option(names = {"-o", "--output"}, paramLabel = "FILE",
      description = "Write the report to a file instead of standard output.")
  private @Nullable Path file;

  /** For picocli, which sets the rest. */
  ReportFileOption() { }

  /**
   * Return the file, null for standard output; refused before any work when it must not be replaced.
   *
   * @throws IOException that says why it cannot be written
   */
  @Nullable Path checked() throws IOException {
    OutputFile.requireReport(file, "--output", spec);
    return file;
  }
}
