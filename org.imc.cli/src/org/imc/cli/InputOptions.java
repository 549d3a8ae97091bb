package org.imc.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which files to look at, and how strictly. */
final class InputOptions {

  @Parameters(paramLabel = "PATH", arity = "1..*",
      description = "Files, or folders, which stand for all .imc files in them and below.")
  private List<Path> paths = List.of();

  @Option(names = "--strict", description = "Count warnings as errors.")
  private boolean strict;

  List<Path> paths() {
    return paths;
  }

  boolean isStrict() {
    return strict;
  }
}
