package org.imc.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Check files without evaluating anything. */
@Command(
    name = "check",
    description = "Check files, and what they import, without evaluating anything.",
    exitCodeList = {"0:No errors.", "1:There are errors.", "2:Wrong usage.", "3:A file cannot be read."},
    footer = {
      "  imc check chip.imc             one file, with what it imports",
      "  imc check --strict examples    all files below a folder; warnings count as errors",
      "  imc check --severity layer.unread=error net.imc"
    })
final class CheckCommand implements Callable<Integer> {

  private final ImcCommand imc;

  @Mixin private HelpOption help;

  @Mixin private InputOptions input;

  CheckCommand(ImcCommand imc) {
    this.imc = imc;
  }

  @Override
  public Integer call() throws IOException {
    return CheckRun.call(imc, input);
  }
}
