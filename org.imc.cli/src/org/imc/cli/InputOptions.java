package org.imc.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imc.dsl.validation.Severities;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which files to look at, and how strictly. */
final class InputOptions {

  private final Map<String, String> severities = new LinkedHashMap<>();

  @Spec(Spec.Target.MIXEE) private CommandSpec spec;

  @Parameters(paramLabel = "PATH", arity = "1..*",
      description = "Files, or folders, which stand for all .imc files in them and below.")
  private List<Path> paths = List.of();

  @Option(names = {"--strict", "--warnings-as-errors"}, description = "Count warnings as errors.")
  private boolean strict;

  /** Take the severities of problems, by code, before those of a project's settings. */
  @Option(names = "--severity", paramLabel = "CODE=SEVERITY",
      description = "Take a problem as an error, warning, info, or ignore it; may be repeated. 'imc help checks' lists the codes.")
  void setSeverities(Map<String, String> asked) {
    asked.forEach((code, severity) -> Severities.fault(code, severity).ifPresent(fault -> {
      throw new ParameterException(spec.commandLine(), "--severity is '%s=%s'. %s".formatted(code, severity, fault));
    }));
    severities.putAll(asked);
  }

  /** For picocli, which sets the rest. */
  InputOptions() { }

  /** Look at these, no more strictly than usual. */
  InputOptions(List<Path> paths) {
    this.paths = paths;
  }

  List<Path> paths() {
    return paths;
  }

  boolean isStrict() {
    return strict;
  }

  Map<String, String> severities() {
    return severities;
  }
}
