package org.imc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.xtext.resource.XtextResource;
import org.imc.dsl.report.ExplorationFormat;
import org.imc.dsl.report.ExplorationRows;
import org.imc.dsl.report.Explored;
import org.imc.engine.explore.Appraiser;
import org.imc.engine.explore.Comparison;
import org.imc.engine.explore.Design;
import org.imc.engine.explore.DesignSpace;
import org.imc.engine.explore.Exploration;
import org.imc.engine.explore.Journal;
import org.imc.engine.explore.Metric;
import org.imc.engine.explore.Outcome;
import org.imc.engine.explore.ParetoFront;
import org.imc.engine.explore.Pricing;
import org.imc.engine.explore.Sensitivity;
import org.imc.engine.explore.Sweep;
import org.imc.engine.explore.SweepListener;
import org.imc.engine.explore.SweepPlan;
import org.imc.engine.explore.SweepResult;
import org.imc.model.imc.ExploreDecl;
import org.jspecify.annotations.Nullable;

/**
 * One run of {@code imc explore}.
 *
 * @param imc where to write
 * @param input what to read
 * @param format one of {@link ExplorationFormat}, or {@code CSV}
 * @param file where the report goes; null for standard output
 * @param plan how to sweep
 * @param journalFile where what is found is kept; null for nowhere
 * @param resume whether to go on with that
 * @param compared two designs to compare; null for none
 * @param design to write in the language instead of sweeping; null for none
 * @param engine who prices the designs; null for threads of this process
 */
record ExplorationRun(ImcCommand imc, InputOptions input, String format, @Nullable Path file, SweepPlan plan,
    @Nullable Path journalFile, boolean resume, @Nullable ComparedDesigns compared,
    @Nullable Long design, @Nullable EngineAddress engine) {

  /** Priced designs that a page shows; more would make it slow to open. */
  private static final int SAMPLE = 20_000;

  private static final String CSV = "CSV";

  private record Question(ExploreDecl declared, Exploration exploration) { }

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
    if (questions.size() > 1 && (journalFile != null || compared != null || design != null)) {
      throw new IOException("'--journal', '--compare' and '--design' are for one exploration, but there are %d. Maybe name one file"
          .formatted(questions.size()));
    }
    boolean answered = !questions.isEmpty();
    if (answered) {
      requireCompared(questions.getFirst().exploration().space());
      answered = design != null ? writeDesign(questions.getFirst().declared(), design)
          : CSV.equals(format) ? writeRows(questions) : writeReport(questions);
    }
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

  /** Refuse designs that are not there before a sweep is spent on them. */
  private void requireCompared(DesignSpace space) throws IOException {
    if (compared != null) {
      try {
        space.design(compared.one());
        space.design(compared.other());
      } catch (IllegalArgumentException e) {
        throw new IOException("--compare: " + e.getMessage(), e);
      }
    }
  }

  private boolean writeDesign(ExploreDecl declared, long number) throws IOException {
    try {
      OutputFile.writeReport(file, Language.runner().text(declared, number), imc.output());
      return true;
    } catch (IllegalArgumentException e) {
      throw new IOException("--design: " + e.getMessage(), e);
    }
  }

  private boolean writeRows(List<Question> questions) throws IOException {
    boolean answered = true;
    try (var rows = new RowFile(file, imc.output())) {
      for (Question question : questions) {
        rows.write(ExplorationRows.header(question.exploration()));
        SweepResult result = sweep(question, (design, outcome) ->
            rows.write(ExplorationRows.row(question.exploration(), design, outcome)));
        answered &= !result.front().isEmpty();
      }
      rows.finish();
    }
    return answered;
  }

  private boolean writeReport(List<Question> questions) throws IOException {
    var explored = new ArrayList<Explored>();
    for (Question question : questions) {
      var sample = new ArrayList<Explored.Priced>();
      SweepResult result = sweep(question, (design, outcome) -> outcome.cost()
          .filter(cost -> outcome.status() == Outcome.Status.PRICED && sample.size() < SAMPLE)
          .ifPresent(cost -> sample.add(new Explored.Priced(design, cost))));
      explored.add(explained(question.exploration(), result, sample));
    }
    try (var rows = new RowFile(file, imc.output())) {
      rows.write(ExplorationFormat.valueOf(format).render(explored));
      rows.finish();
    }
    return explored.stream().noneMatch(each -> each.result().front().isEmpty());
  }

  private Explored explained(Exploration exploration, SweepResult result, List<Explored.Priced> sample) throws IOException {
    var pricing = new Pricing(exploration);
    Metric first = exploration.metrics().getFirst();
    Optional<Sensitivity> sensitivity = ParetoFront.best(result.front(), first)
        .map(best -> Sensitivity.of(exploration, best, pricing, imc.cancellation()));
    try {
      Optional<Comparison> comparison = Optional.ofNullable(compared)
          .map(pair -> Comparison.of(exploration, pair.one(), pair.other(), pricing, imc.cancellation()));
      return new Explored(result, sample, sensitivity, comparison);
    } catch (IllegalArgumentException e) {
      throw new IOException("--compare: " + e.getMessage(), e);
    }
  }

  /** Hears of designs. */
  private interface Designs {
    void take(Design design, Outcome outcome) throws IOException;
  }

  private SweepResult sweep(Question question, Designs designs) throws IOException {
    try (var progress = new SweepLine(imc.output(), question.exploration().name());
        Journal journal = journal(question)) {
      var listener = new SweepListener() {
        @Override
        public void outcome(Design design, Outcome outcome) throws IOException {
          designs.take(design, outcome);
        }

        @Override
        public void progress(State state) {
          progress.report(state);
        }
      };
      if (engine == null) {
        return Sweep.run(question.exploration(), plan, journal, listener, imc.cancellation());
      }
      try (Appraiser appraiser = engine.find().start(engine.address(), plan.threads(),
          Language.runner().source(question.declared()), question.exploration(), imc.cancellation())) {
        return Sweep.run(question.exploration(), plan, journal, listener, appraiser);
      }
    }
  }

  private @Nullable Journal journal(Question question) throws IOException {
    if (journalFile == null) {
      return null;
    }
    String asked = "%s-%s-%s".formatted(Language.runner().fingerprint(question.declared()), plan.limit().isPresent() ? plan.limit().getAsLong() : "all",
        plan.everything() ? "everything" : "front");
    return resume ? Journal.resume(journalFile, asked) : Journal.begin(journalFile, asked);
  }
}
