package org.imc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.xtext.resource.XtextResource;
import org.imc.dsl.report.DesignSample;
import org.imc.dsl.report.ExplorationFormat;
import org.imc.dsl.report.ExplorationRows;
import org.imc.dsl.report.Explored;
import org.imc.engine.explore.Comparison;
import org.imc.engine.explore.DesignSpace;
import org.imc.engine.explore.Exploration;
import org.imc.engine.explore.Metric;
import org.imc.engine.explore.Outcome;
import org.imc.engine.explore.ParetoFront;
import org.imc.engine.explore.Pricing;
import org.imc.engine.explore.Sensitivity;
import org.imc.engine.explore.SweepResult;
import org.imc.model.imc.ExploreDecl;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * One run of {@code imc explore}.
 *
 * @param imc where to write
 * @param spec of the command
 * @param input what to read
 * @param name of the only exploration to answer; null for all
 * @param format one of {@link ExplorationFormat}, or {@code CSV}
 * @param file where the report goes; null for standard output
 * @param sweep how to find the answer
 * @param compared two designs to compare; null for none
 * @param design to write in the language instead of sweeping; null for none
 */
record ExplorationRun(ImcCommand imc, CommandSpec spec, InputOptions input, @Nullable String name, String format,
    @Nullable Path file, JournaledSweep sweep, @Nullable ComparedDesigns compared, @Nullable Long design) {

  /** Priced designs that a page shows beside the front; more would make it slow to open. */
  private static final int SAMPLE = 20_000;

  private static final String CSV = "CSV";
  private static final String SVG = ExplorationFormat.SVG.name();

  private record Question(ExploreDecl declared, Exploration exploration) {

    String name() {
      return exploration.name();
    }
  }

  /** Return the exit code. */
  int call() throws IOException {
    CheckedFiles files = CheckedFiles.read(input, imc.cancellation());
    var diagnostics = new Diagnostics(imc.output().err(), imc.colorsErrors(), new PathNames(input.paths()), files::text);
    diagnostics.print(files.problems());
    diagnostics.printSummary();
    List<Question> questions = questions(files);
    if (questions.isEmpty() && !diagnostics.hasErrors()) {
      imc.output().err().println("imc: There is nothing to explore. Maybe add 'explore NAME { … }'.");
    }
    boolean answered = !questions.isEmpty() && answer(asked(questions));
    return files.missesFiles() ? ExitCode.FILES : diagnostics.hasErrors() || !answered ? ExitCode.PROBLEMS : ExitCode.OK;
  }

  private static List<Question> questions(CheckedFiles files) {
    var questions = new ArrayList<Question>();
    for (XtextResource named : files.named()) {
      if (files.isSound(named)) {
        for (ExploreDecl declared : Language.runner().explorations(named)) {
          questions.add(new Question(declared, Language.runner().lower(declared)));
        }
      }
    }
    return questions;
  }

  /** Return the explorations that are asked for, which are few enough for what else is. */
  private List<Question> asked(List<Question> questions) {
    List<Question> asked = questions.stream().filter(question -> name == null || question.name().equals(name)).toList();
    if (asked.isEmpty()) {
      throw wrong("--name is '%s'. There is no such exploration. Maybe %s.".formatted(name, names(questions, " or ")));
    }
    if (asked.size() > 1) {
      forOne(asked).ifPresent(option -> {
        throw wrong("%s is for one exploration, but there are %d: %s. Maybe %s.".formatted(option, asked.size(),
            names(asked, ", "), name == null ? "add '--name %s'".formatted(asked.getFirst().name()) : "name one file only"));
      });
    }
    return asked;
  }

  /** Return an option that is of no use for several explorations. */
  private Optional<String> forOne(List<Question> asked) {
    boolean isOneTable = asked.stream().map(question -> ExplorationRows.header(question.exploration())).distinct().count() == 1;
    return sweep.file() != null ? Optional.of("--journal")
        : compared != null ? Optional.of("--compare")
        : design != null ? Optional.of("--design")
        : SVG.equals(format) || CSV.equals(format) && !isOneTable ? Optional.of("--format " + format.toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  private static String names(List<Question> questions, String between) {
    return questions.stream().map(question -> "'%s'".formatted(question.name())).collect(Collectors.joining(between));
  }

  private boolean answer(List<Question> questions) throws IOException {
    Question first = questions.getFirst();
    if (design != null) {
      requireDesign("--design", design, first.exploration().space());
      OutputFile.writeReport(file, Language.runner().text(first.declared(), design), imc.output());
      return true;
    }
    Optional<Comparison> comparison = comparison(first.exploration()); // before a sweep is spent on it
    return CSV.equals(format) ? writeRows(questions) : writeReport(questions, comparison);
  }

  private void requireDesign(String option, long number, DesignSpace space) {
    try {
      space.design(number);
    } catch (IllegalArgumentException e) {
      throw wrong(option + ": " + e.getMessage());
    }
  }

  private Optional<Comparison> comparison(Exploration exploration) {
    if (compared == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Comparison.of(
          exploration, compared.one(), compared.other(), new Pricing(exploration), imc.cancellation()));
    } catch (IllegalArgumentException e) {
      throw wrong("--compare: " + e.getMessage());
    }
  }

  private boolean writeRows(List<Question> questions) throws IOException {
    boolean answered = true;
    try (var rows = new RowFile(file, imc.output())) {
      rows.write(ExplorationRows.header(questions.getFirst().exploration()));
      for (Question question : questions) {
        SweepResult result = sweep.run(imc, question.declared(), question.exploration(), (design, outcome) ->
            rows.write(ExplorationRows.row(question.exploration(), design, outcome)));
        answered &= !result.front().isEmpty();
      }
      rows.finish();
    }
    return answered;
  }

  private boolean writeReport(List<Question> questions, Optional<Comparison> comparison) throws IOException {
    var explored = new ArrayList<Explored>();
    for (Question question : questions) {
      var sample = new DesignSample(question.exploration().space(), SAMPLE);
      SweepResult result = sweep.run(imc, question.declared(), question.exploration(), (design, outcome) -> outcome.cost()
          .filter(cost -> outcome.status() == Outcome.Status.PRICED)
          .ifPresent(cost -> sample.add(design.index(), cost)));
      explored.add(new Explored(result, sample.with(result.front()), sensitivity(result), comparison));
    }
    try (var rows = new RowFile(file, imc.output())) {
      rows.write(ExplorationFormat.valueOf(format).render(explored));
      rows.finish();
    }
    return explored.stream().noneMatch(each -> each.result().front().isEmpty());
  }

  private Optional<Sensitivity> sensitivity(SweepResult result) {
    Exploration exploration = result.exploration();
    Metric first = exploration.metrics().getFirst();
    return ParetoFront.best(result.front(), first)
        .map(best -> Sensitivity.of(exploration, best, new Pricing(exploration), imc.cancellation()));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
