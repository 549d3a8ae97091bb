package org.imc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Format files. */
@Command(
    name = "format",
    description = "Format files in place. A file with syntax errors is left as it is, and so is one that is formatted.",
    exitCodeList = {
      "0:Every file is formatted.",
      "1:A file has syntax errors, or with --check: is not formatted.",
      "2:Wrong usage.",
      "3:A file cannot be read or written."
    },
    footer = {
      "  imc format .",
      "  imc format --check examples",
      "  imc format - < chip.imc > formatted.imc"
    })
final class FormatCommand implements Callable<Integer> {

  private static final Path STDIN = Path.of("-");

  private final ImcCommand imc;

  @Spec private CommandSpec spec;

  @Mixin private HelpOption help;

  @Parameters(paramLabel = "PATH", arity = "1..*",
      description = "Files, or folders, which stand for all .imc files in them and below; - alone formats standard input to "
          + "standard output.")
  private List<Path> paths = List.of();

  @Option(names = "--check", description = "Change nothing; exit with 1 if something would change.")
  private boolean check;

  FormatCommand(ImcCommand imc) {
    this.imc = imc;
  }

  @Override
  public Integer call() throws IOException {
    if (!paths.contains(STDIN)) {
      return new FormatRun(imc, check).files(paths);
    }
    if (paths.size() > 1) {
      throw new ParameterException(spec.commandLine(), "'-' stands for standard input and must be the only path.");
    }
    return new FormatRun(imc, check).input();
  }
}
