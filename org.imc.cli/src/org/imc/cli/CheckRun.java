package org.imc.cli;

import java.io.IOException;

/** One run of {@code imc check}. */
final class CheckRun {

  private CheckRun() { }

  /** Return the exit code. */
  static int call(ImcCommand imc, InputOptions input) throws IOException {
    CheckedFiles files = CheckedFiles.read(input, imc.cancellation());
    var diagnostics = new Diagnostics(
        imc.output().err(), imc.colorsErrors(), new PathNames(input.paths()), files::text);
    diagnostics.print(files.problems());
    diagnostics.printSummary();
    if (files.missesFiles()) {
      return ExitCode.FILES;
    }
    return diagnostics.hasErrors() ? ExitCode.PROBLEMS : ExitCode.OK;
  }
}
