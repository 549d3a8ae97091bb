package org.imc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.imc.dsl.prediction.Validation;
import org.imc.dsl.report.ValidationFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Predict the chips of the library. */
@Command(
    name = "validate",
    description = "Predict every chip of the library that a macro models, and compare with its published figures: as the "
        + "model is, and held out, with constants that the chip had no part in.",
    exitCodeList = {
      "0:The chips were predicted.",
      "2:Wrong usage.",
      "3:A file cannot be written."
    },
    footer = {
      "  imc validate",
      "  imc validate --format csv > chips.csv",
      "  imc validate --format markdown --output docs/validation.md"
    })
final class ValidateCommand implements Callable<Integer> {

  private final ImcCommand imc;

  @Mixin private HelpOption help;

  @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
      description = "How to report: text (default), json, csv with a row a figure, markdown for docs/validation.md, svg for its plot, "
          + "intervals for the table behind the intervals of estimates.")
  private Format format = Format.TEXT;

  @Mixin private ReportFileOption output;

  /** The formats, named here so that help does not load the reports. */
  enum Format {
    TEXT, JSON, CSV, MARKDOWN, SVG, INTERVALS
  }

  ValidateCommand(ImcCommand imc) {
    this.imc = imc;
  }

  @Override
  public Integer call() throws IOException {
    Path file = output.checked();
    Validation validation = Language.get(Validation.Factory.class).ofLibrary();
    String report = ValidationFormat.valueOf(format.name()).render(validation);
    OutputFile.writeReport(file, report, imc.output());
    return ExitCode.OK;
  }
}
