package org.imc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Explain the figures of a macro. */
@Command(
    name = "explain",
    description = "Show where the figures of a macro come from: the parts of its energy, area and clock period, the formula "
        + "of each with the numbers put in, and the constants with their sources.",
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:The macro is explained.",
      "1:A file has errors, or there is no such macro.",
      "2:Wrong usage.",
      "3:A file cannot be read.",
      "130:Interrupted; nothing was reported."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  imc explain PapistasMacro",
      "  imc explain imc.chip.SuBank energy",
      "  imc explain Array clock examples/quickstart"
    })
final class ExplainCommand implements Callable<Integer> {

  private static final Set<String> FIGURES = Set.of("energy", "area", "clock");

  private final ImcCommand imc;

  @Mixin private HelpOption help;

  @Parameters(index = "0", paramLabel = "MACRO", description = "The name of a macro of the files or, if none, of the library; "
      + "with its package where others have the same.")
  private String macro = "";

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "[energy|area|clock] PATH",
      description = "What to explain; all three if left out. Then files with macros, or folders, which stand for all .imc "
          + "files in them and below.")
  private List<String> rest = List.of();

  ExplainCommand(ImcCommand imc) {
    this.imc = imc;
  }

  @Override
  public Integer call() throws IOException {
    boolean one = !rest.isEmpty() && FIGURES.contains(rest.get(0));
    List<Path> paths = rest.stream().skip(one ? 1 : 0).map(Path::of).toList();
    return new ExplainRun(imc, macro, one ? List.of(rest.get(0)) : List.of("energy", "area", "clock"), paths).call();
  }
}
