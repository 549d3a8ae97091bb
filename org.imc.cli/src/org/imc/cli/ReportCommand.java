package org.imc.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.imc.engine.Budget;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Evaluate the studies of files and compare them with each other. */
@Command(
    name = "report",
    description = "Evaluate the studies of files, as 'imc evaluate' does, and report them side by side: every network on every "
        + "architecture, peak against effective, where analog wins and where digital does and why, and which claims hold.",
    exitCodeList = {
      "0:Every study was evaluated.",
      "1:There are errors, nothing to evaluate, or a layer does not fit.",
      "2:Wrong usage.",
      "3:A file cannot be read or written.",
      "130:Interrupted; nothing was reported."
    },
    footer = {
      "  imc report examples/paper-study",
      "  imc report examples/paper-study --format html --output study.html",
      "  imc report chips --format markdown",
      "  imc report chips --format vega-lite --output charts.vl.json"
    })
final class ReportCommand implements Callable<Integer> {

  private final ImcCommand imc;

  @Mixin private HelpOption help;

  @Mixin private InputOptions input;

  @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
      description = "How to report: text (default) for people, markdown for a comment of a continuous integration, html with tables "
          + "and charts in one page, vega-lite with the charts and their data for Vega-Lite.")
  private Format format = Format.TEXT;

  @Mixin private ReportFileOption output;

  @Mixin private ThreadsOption threads;

  /** The formats, named here so that help does not load the reports. */
  enum Format {
    TEXT, MARKDOWN, HTML, VEGA_LITE
  }

  ReportCommand(ImcCommand imc) {
    this.imc = imc;
  }

  @Override
  public Integer call() throws IOException {
    String report = format == Format.TEXT ? EvaluateCommand.Format.SUMMARY.name() : format.name();
    return new EvaluationRun(imc, input, report, output.checked(), null, threads.count(), Budget.UNLIMITED, false, Optional.empty()).call();
  }
}
