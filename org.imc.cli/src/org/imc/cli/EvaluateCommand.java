package org.imc.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imc.dsl.report.ChangeBound;
import org.imc.dsl.report.EvaluationDocument;
import org.imc.engine.Budget;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Evaluate the studies of files. */
@Command(
    name = "evaluate",
    description = "Check files and evaluate the studies in them: map every layer optimally, and report energy, time and "
        + "area. Studies of files with errors, or that import some, are left out.",
    exitCodeList = {
      "0:Every study was evaluated.",
      "1:There are errors, nothing to evaluate, or a layer does not fit.",
      "2:Wrong usage.",
      "3:A file cannot be read or written.",
      "130:Interrupted; nothing was reported."
    },
    footer = {
      "  imc evaluate examples/quickstart",
      "  imc evaluate chip.imc --format json --output chip.json",
      "  imc evaluate chips --format csv > chips.csv",
      "  imc evaluate chip.imc --format mapping > mapped.txt",
      "  imc evaluate chip.imc --format levels",
      "  imc evaluate chip.imc --budget 10s",
      "  imc evaluate chip.imc --against main.json --fail-if 'energy>+2%%'",
      "  imc evaluate chip.imc --pareto --format csv",
      "  imc evaluate chip.imc --certificate chip.cert.json && imc verify chip.cert.json"
    })
final class EvaluateCommand implements Callable<Integer> {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?) ?(ms|s|min)");

  private final ImcCommand imc;

  @Spec private CommandSpec spec;

  @Mixin private HelpOption help;

  @Mixin private InputOptions input;

  @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
      description = "How to report: text (default) for people, summary with the studies side by side, "
          + "markdown with the same, html with tables and charts in one page, vega-lite with the charts and their data, "
          + "json with everything there is, csv with a row a layer, mapping with the mappings in the language itself, "
          + "to be kept or changed, levels with what each mapping keeps and moves in every memory, and which the array "
          + "waits for, energy with the formula and source of every part of it.")
  private Format format = Format.TEXT;

  @Mixin private ReportFileOption output;

  @Option(names = "--certificate", paramLabel = "FILE",
      description = "Write what is claimed of each mapping to a file that 'imc verify' checks.")
  private @Nullable Path certificate;

  @Mixin private ThreadsOption threads;

  @Option(names = "--budget", paramLabel = "TIME",
      description = "Search no longer than this in all, such as 2s, 500ms or 5min, and say how far from the optimum each mapping "
          + "is at most. The answer then depends on how fast the machine is.")
  private @Nullable String budget;

  @Option(names = "--budget-steps", paramLabel = "N",
      description = "Search each layer for so many steps, of some ten nanoseconds each, and say how far from the optimum its "
          + "mapping is at most. The answer is the same on every machine.")
  private @Nullable Long budgetSteps;

  @Option(names = "--pareto",
      description = "Report the exact energy-latency front of every layer instead of one mapping: all mappings of which no "
          + "other needs less of one and no more of the other. As text, json or csv.")
  private boolean pareto;

  @Option(names = "--against", paramLabel = "FILE",
      description = "Compare with an earlier report of '--format json': the comparison is printed, the report itself goes to "
          + "--output only.")
  private @Nullable Path against;

  @Option(names = "--fail-if", paramLabel = "BOUND",
      description = "With --against: fail when a figure of a study changes by more, such as 'energy>+2%%' or 'efficiency<-5%%'; may "
          + "be repeated.")
  private List<String> bounds = List.of();

  /** The formats, named here so that help does not load the reports. */
  enum Format {
    TEXT, SUMMARY, MARKDOWN, HTML, VEGA_LITE, JSON, CSV, MAPPING, LEVELS, ENERGY
  }

  EvaluateCommand(ImcCommand imc) {
    this.imc = imc;
  }

  @Override
  public Integer call() throws IOException {
    int workers = threads.count();
    requireFrontsToBePossible();
    Path file = output.checked();
    OutputFile.requireReport(certificate, "--certificate", spec);
    OutputFile.requireApart(file, certificate, "--output and --certificate", spec);
    return new EvaluationRun(imc, input, format.name(), file, certificate, workers, budget(), pareto, baseline()).call();
  }

  private Optional<Baseline> baseline() throws IOException {
    List<ChangeBound> limits = DiffCommand.bounds(bounds, spec);
    if (against == null && !limits.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--fail-if needs an earlier report to compare with. Maybe add '--against FILE'.");
    }
    if (against != null && pareto) {
      throw new ParameterException(spec.commandLine(), "--against compares answers, and --pareto has none. Maybe remove one of them.");
    }
    return against == null ? Optional.empty() : Optional.of(new Baseline(EvaluationDocument.read(against), limits));
  }

  private void requireFrontsToBePossible() {
    if (pareto && (budget != null || budgetSteps != null || certificate != null)) {
      throw new ParameterException(spec.commandLine(),
          "--pareto finds whole fronts and goes with no budget and no certificate. Maybe leave one of them out.");
    }
    if (pareto && format != Format.TEXT && format != Format.JSON && format != Format.CSV) {
      throw new ParameterException(spec.commandLine(),
          "--pareto is reported as text, json or csv, but not as %s.".formatted(OptionWords.word(format)));
    }
  }

  private Budget budget() {
    if (budgetSteps != null && budgetSteps < 1) {
      throw new ParameterException(spec.commandLine(),
          "--budget-steps is %d. It must be more than 0. Maybe 1000000.".formatted(budgetSteps));
    }
    long steps = budgetSteps == null ? Budget.UNLIMITED.stepsPerLayer() : budgetSteps;
    return new Budget(steps, budget == null ? Budget.UNLIMITED.time() : duration(budget));
  }

  private Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    BigDecimal nanos = BigDecimal.ZERO;
    if (matcher.matches()) {
      nanos = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(switch (matcher.group(2)) {
        case "ms" -> Duration.ofMillis(1).toNanos();
        case "min" -> Duration.ofMinutes(1).toNanos();
        default -> Duration.ofSeconds(1).toNanos();
      }));
    }
    if (nanos.compareTo(BigDecimal.ONE) < 0 || nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) >= 0) {
      throw new ParameterException(spec.commandLine(),
          "--budget is '%s'. It must be a time of more than 0. Maybe 2s, 500ms or 5min.".formatted(text));
    }
    return Duration.ofNanos(nanos.longValue());
  }
}
