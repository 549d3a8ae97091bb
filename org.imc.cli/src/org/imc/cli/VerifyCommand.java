package org.imc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Check certificates. */
@Command(
    name = "verify",
    description = "Check what 'imc evaluate --certificate' wrote, with code that shares nothing with the search: that it is of "
        + "these sources, that each mapping costs what is claimed, and that no mapping in the stated space is cheaper.",
    exitCodeList = {
      "0:Everything was checked and holds.",
      "1:Something does not hold or could not be checked to the end, or the sources have errors.",
      "2:Wrong usage.",
      "3:A file cannot be read.",
      "130:Interrupted."
    },
    footer = {
      "  imc verify chip.cert.json              the sources are those it names, in its folder",
      "  imc verify chip.cert.json src/chip.imc"
    })
final class VerifyCommand implements Callable<Integer> {

  private final ImcCommand imc;

  @Spec private CommandSpec spec;

  @Mixin private HelpOption help;

  @Parameters(index = "0", paramLabel = "CERTIFICATE", description = "What 'imc evaluate --certificate' wrote.")
  private Path certificate;

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "PATH",
      description = "Sources of the studies: files, or folders, which stand for all .imc files in them and below. Default: "
          + "the files that the certificate names, in its own folder or below.")
  private List<Path> sources = List.of();

  @Option(names = "--work", paramLabel = "STEPS",
      description = "Give up the proof of a layer after so many steps, of about a nanosecond each; a layer that is given up "
          + "is not accepted. Default: 20000000000.")
  private @Nullable Long work;

  VerifyCommand(ImcCommand imc) {
    this.imc = imc;
  }

  @Override
  public Integer call() throws IOException {
    if (work != null && work < 1) {
      throw new ParameterException(spec.commandLine(), "--work is %d. It must be at least 1.".formatted(work));
    }
    return new VerificationRun(imc, certificate, sources, work).call();
  }
}
