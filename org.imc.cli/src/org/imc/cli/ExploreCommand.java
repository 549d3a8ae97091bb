package org.imc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imc.engine.explore.SweepPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Answer the explorations of files. */
@Command(
    name = "explore",
    description = "Check files and answer the explorations in them: which designs are best? Each design is priced exactly, or "
        + "left out when bounds show that a priced one beats it; the front is complete.",
    exitCodeList = {
      "0:Every exploration was answered.",
      "1:There are errors, nothing to explore, or no design meets the conditions.",
      "2:Wrong usage.",
      "3:A file cannot be read or written.",
      "130:Interrupted; nothing was reported, a journal has what was found."
    },
    footer = {
      "  imc explore examples/exploration",
      "  imc explore sizes.imc --journal sizes.journal",
      "  imc explore sizes.imc --journal sizes.journal --resume",
      "  imc explore sizes.imc --format csv --everything --output sizes.csv.gz",
      "  imc explore sizes.imc --name Sizes --compare 12:40",
      "  imc explore sizes.imc --engine spark://192.168.1.10:7077",
      "  imc explore sizes.imc --design 12 --output best.imc"
    })
final class ExploreCommand implements Callable<Integer> {

  private final ImcCommand imc;

  @Spec private CommandSpec spec;

  @Mixin private HelpOption help;

  @Mixin private InputOptions input;

  @Option(names = "--name", paramLabel = "NAME", description = "Answer the exploration of this name. Default: all of the files.")
  private @Nullable String name;

  @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
      description = "How to report: text (default) for people, json with the front, csv with a row a design, svg with one plot, "
          + "html with plots and the front.")
  private Format format = Format.TEXT;

  @Option(names = {"-o", "--output"}, paramLabel = "FILE",
      description = "Write the report to a file instead of standard output; compressed, when its name ends with '.gz'.")
  private @Nullable Path file;

  @Option(names = "--journal", paramLabel = "FILE",
      description = "Keep what is found in a file as it is found, so that a run that was killed can go on.")
  private @Nullable Path journal;

  @Option(names = "--resume", description = "Go on with the journal. The answer is as if nothing had happened.")
  private boolean resume;

  @Mixin private ThreadsOption threads;

  @Option(names = "--limit", paramLabel = "N", description = "Look at so many designs, spread evenly. Default: at all.")
  private @Nullable Long limit;

  @Option(names = "--everything", description = "Price designs even when they cannot be on the front.")
  private boolean everything;

  @Option(names = "--compare", paramLabel = "A:B",
      description = "Say part by part why design A is better than design B, by their numbers in the reports.")
  private @Nullable String compared;

  @Option(names = "--design", paramLabel = "N",
      description = "Write one design in the language, by its number in the reports, with the questions that price it; beside the "
          + "files of the exploration they are answered with the same figures.")
  private @Nullable Long design;

  @Option(names = "--engine", paramLabel = "ENGINE",
      description = "Who prices the designs: spark for Apache Spark on this machine, spark://HOST:PORT for a standalone cluster. "
          + "Default: threads of this process. The answer does not depend on it.")
  private @Nullable String engine;

  /** The formats, named here so that help does not load the reports. */
  enum Format {
    TEXT, JSON, CSV, SVG, HTML
  }

  ExploreCommand(ImcCommand imc) {
    this.imc = imc;
  }

  @Override
  public Integer call() throws IOException {
    int workers = threads.count();
    if (limit != null && limit < 1) {
      throw wrong("--limit is %d. It must be at least 1.".formatted(limit));
    }
    if (resume && journal == null) {
      throw wrong("--resume needs the journal to go on with. Maybe add '--journal FILE'.");
    }
    if (design != null) {
      requireNothingElse();
    }
    if (compared != null && (format == Format.CSV || format == Format.SVG)) {
      throw wrong("--compare is shown by text, json and html. Maybe leave out '--format %s'.".formatted(OptionWords.word(format)));
    }
    if (design == null || file != null && Files.exists(file)) { // a design may be a new file of the language
      OutputFile.requireReport(file, "--output", spec);
    }
    OutputFile.requireReport(journal, "--journal", spec);
    OutputFile.requireApart(file, journal, "--output and --journal", spec);
    var plan = new SweepPlan(workers, limit == null ? OptionalLong.empty() : OptionalLong.of(limit), everything);
    var sweep = new JournaledSweep(plan, journal, resume, engine());
    return new ExplorationRun(imc, spec, input, name, format.name(), file, sweep, compared(), design).call();
  }

  /** Refuse what a design that is only written has no use for. */
  private void requireNothingElse() {
    String idle = Stream.of("--journal", "--compare", "--format", "--limit", "--everything", "--engine", "--threads")
        .filter(spec.commandLine().getParseResult()::hasMatchedOption).map("'%s'"::formatted).collect(Collectors.joining(" and "));
    if (!idle.isEmpty()) {
      throw wrong("--design writes one design and sweeps nothing. Maybe leave out %s.".formatted(idle));
    }
  }

  private @Nullable EngineAddress engine() {
    if (engine == null) {
      return null;
    }
    return EngineAddress.parse(engine).orElseThrow(() ->
        wrong("--engine is '%s'. It must be 'spark' or 'spark://HOST:PORT'.".formatted(engine)));
  }

  private @Nullable ComparedDesigns compared() {
    if (compared == null) {
      return null;
    }
    return ComparedDesigns.parse(compared).orElseThrow(() ->
        wrong("--compare is '%s'. It must be two numbers of designs, such as 12:40.".formatted(compared)));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
