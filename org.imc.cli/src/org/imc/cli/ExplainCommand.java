package org.imc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Explain the figures of a macro, an architecture, a memory or a layer. */
@Command(
    name = "explain",
    description = "Show where figures come from: of a macro the parts of its energy, area and clock period, the formula "
        + "of each with the numbers put in, and the constants with their sources; likewise of an architecture, of a memory "
        + "(ARCHITECTURE.MEMORY), and of a layer as it is mapped (NETWORK.LAYER).",
    exitCodeList = {
      "0:It is explained.",
      "1:A file has errors, or there is nothing of that name, or it has no such figure.",
      "2:Wrong usage.",
      "3:A file cannot be read.",
      "130:Interrupted; nothing was reported."
    },
    footer = {
      "  imc explain PapistasMacro",
      "  imc explain imc.chip.SuBank energy",
      "  imc explain Array clock examples/quickstart",
      "  imc explain Quad.buffer area examples/quickstart",
      "  imc explain Tiny.conv latency examples/quickstart"
    })
final class ExplainCommand implements Callable<Integer> {

  private static final Set<String> FIGURES = Set.of("energy", "area", "clock", "latency");

  private final ImcCommand imc;

  @Mixin private HelpOption help;

  @Parameters(index = "0", paramLabel = "NAME", description = "The name of a macro, architecture, memory or layer of the "
      + "files or, if none, of a macro of the library; with its package where others have the same.")
  private String name = "";

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "[energy|area|clock|latency] PATH",
      description = "What to explain; all that there is if left out (clock of macros, latency of the others). Then files, or "
          + "folders, which stand for all .imc files in them and below.")
  private List<String> rest = List.of();

  ExplainCommand(ImcCommand imc) {
    this.imc = imc;
  }

  @Override
  public Integer call() throws IOException {
    boolean one = !rest.isEmpty() && FIGURES.contains(rest.get(0));
    List<Path> paths = rest.stream().skip(one ? 1 : 0).map(Path::of).toList();
    return new ExplainRun(imc, name, one ? Optional.of(rest.get(0)) : Optional.empty(), paths).call();
  }
}
