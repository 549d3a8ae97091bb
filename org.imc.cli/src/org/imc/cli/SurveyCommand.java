package org.imc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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

/** List, export and plot the survey of published chips. */
@Command(
    name = "survey",
    description = "List, export and plot the survey of published chips. Chips of the files that are named are added to it and "
        + "stand out.",
    exitCodeList = {
      "0:Fine.",
      "1:A file has errors, or no row is left.",
      "2:Wrong usage.",
      "3:A file cannot be read or written.",
      "130:Interrupted; nothing was reported."
    },
    footer = {
      "  imc survey --style digital --node 22..28 --sort efficiency",
      "  imc survey --format csv --output survey.csv",
      "  imc survey my-chip.imc --format svg --plot year --output survey.svg"
    })
final class SurveyCommand implements Callable<Integer> {

  private final ImcCommand imc;

  @Spec private CommandSpec spec;

  @Mixin private HelpOption help;

  @Parameters(paramLabel = "PATH", arity = "0..*",
      description = "Files with chips of your own, or folders, which stand for all .imc files in them and below.")
  private List<Path> paths = List.of();

  @Option(names = "--name", paramLabel = "TEXT", defaultValue = "",
      description = "Only chips whose name or citation has this text in it.")
  private String name = "";

  @Option(names = "--style", paramLabel = "STYLE", split = ",", description = "Only these: analog, digital.")
  private List<String> styles = new ArrayList<>();

  @Option(names = "--cell", paramLabel = "CELL", split = ",", description = "Only these: sram, edram, envm.")
  private List<String> cells = new ArrayList<>();

  @Option(names = "--scope", paramLabel = "SCOPE", split = ",",
      description = "Only figures of these: macro, array, processor, system.")
  private List<String> scopes = new ArrayList<>();

  @Option(names = "--node", paramLabel = "NM", description = "Only these nodes: 28, 22..28, ..16 or 40.. nm.")
  private @Nullable String node;

  @Option(names = "--year", paramLabel = "YEAR", description = "Only these years, such as 2022..")
  private @Nullable String year;

  @Option(names = "--weight", paramLabel = "BIT", description = "Only figures at these widths of the weights.")
  private @Nullable String weight;

  @Option(names = "--activation", paramLabel = "BIT", description = "Only figures at these widths of the activations.")
  private @Nullable String activation;

  @Option(names = "--best", description = "One row a chip: that with the best figure of the order, or efficiency.")
  private boolean best;

  @Option(names = "--sort", paramLabel = "KEY", defaultValue = "name",
      description = "Sort by name (default), year, node, efficiency, throughput or density; the best first.")
  private String order = "name";

  @Option(names = "--normalise", paramLabel = "HOW", defaultValue = "1b",
      description = "Figures in plots, and to sort by: 1b (default), equivalents at 1 bit, or measured.")
  private String normalisation = "1b";

  @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
      description = "How to report: text (default), markdown, csv, json, svg with one plot, html with all plots.")
  private String format = "text";

  @Option(names = "--plot", paramLabel = "X", defaultValue = "density",
      description = "What svg plots efficiency against: density (default), node, year or precision.")
  private String plot = "density";

  @Mixin private ReportFileOption output;

  SurveyCommand(ImcCommand imc) {
    this.imc = imc;
  }

  @Override
  public Integer call() throws IOException {
    Path file = output.checked();
    var words = new SurveyWords(this::wrong);
    return new SurveyRun(imc, paths,
        words.filter(name, styles, cells, scopes, node, year, weight, activation), words.order(order), best,
        words.normalisation(normalisation), words.format(format), words.plot(plot), file).call();
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
