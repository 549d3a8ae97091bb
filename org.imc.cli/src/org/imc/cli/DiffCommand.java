package org.imc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.imc.dsl.report.ChangeBound;
import org.imc.dsl.report.Comparison;
import org.imc.dsl.report.EvaluationDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compare two evaluations. */
@Command(
    name = "diff",
    description = "Compare two reports that 'imc evaluate --format json' wrote: what each study cost before and costs now, and "
        + "the layers whose energy changed most.",
    exitCodeList = {
      "0:They were compared, and no bound is broken.",
      "1:A bound of --fail-if is broken.",
      "2:Wrong usage.",
      "3:A file cannot be read, or is no report."
    },
    footer = {
      "  imc diff before.json after.json",
      "  imc diff main.json branch.json --fail-if 'energy>+2%%' --fail-if 'throughput<-5%%'",
      "  imc diff main.json branch.json --format markdown > comment.md"
    })
final class DiffCommand implements Callable<Integer> {

  private final ImcCommand imc;

  @Spec private CommandSpec spec;

  @Mixin private HelpOption help;

  @Parameters(index = "0", paramLabel = "BEFORE", description = "An earlier report.")
  private Path before;

  @Parameters(index = "1", paramLabel = "AFTER", description = "A later report.")
  private Path after;

  @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
      description = "How to report: text (default), or markdown, for a comment.")
  private Format format = Format.TEXT;

  @Option(names = "--fail-if", paramLabel = "BOUND",
      description = "Fail when a figure of a study changes by more, such as 'energy>+2%%' or 'efficiency<-5%%'; may be repeated. "
          + "Figures: energy, latency, area, efficiency, throughput, density.")
  private List<String> bounds = List.of();

  /** The formats. */
  enum Format {
    TEXT, MARKDOWN
  }

  DiffCommand(ImcCommand imc) {
    this.imc = imc;
  }

  @Override
  public Integer call() throws IOException {
    List<ChangeBound> parsed = bounds(bounds, spec);
    var comparison = new Comparison(EvaluationDocument.read(before), EvaluationDocument.read(after), parsed);
    return Baseline.tell(comparison, format == Format.MARKDOWN ? comparison.markdown() : comparison.text(), imc.output());
  }

  /** Return the bounds that were typed, or say what is wrong with them. */
  static List<ChangeBound> bounds(List<String> typed, CommandSpec spec) {
    try {
      return typed.stream().map(ChangeBound::parse).toList();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--fail-if: " + e.getMessage());
    }
  }
}
