package org.imc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.imc.engine.explore.Appraiser;
import org.imc.engine.explore.Design;
import org.imc.engine.explore.Exploration;
import org.imc.engine.explore.Journal;
import org.imc.engine.explore.Outcome;
import org.imc.engine.explore.Sweep;
import org.imc.engine.explore.SweepListener;
import org.imc.engine.explore.SweepPlan;
import org.imc.engine.explore.SweepResult;
import org.imc.model.imc.ExploreDecl;
import org.jspecify.annotations.Nullable;

/**
 * How explorations are swept.
 *
 * @param plan what is looked at, by how many threads
 * @param file where what is found is kept; null for nowhere
 * @param resume whether to go on with that
 * @param engine who prices the designs; null for threads of this process
 */
record JournaledSweep(SweepPlan plan, @Nullable Path file, boolean resume, @Nullable EngineAddress engine) {

  /** Hears of designs. */
  interface Designs {
    void take(Design design, Outcome outcome) throws IOException;
  }

  /** Sweep an exploration, and show how far it is. */
  SweepResult run(ImcCommand imc, ExploreDecl declared, Exploration exploration, Designs designs) throws IOException {
    try (var progress = new SweepLine(imc.output(), exploration.name()); Journal journal = journal(declared)) {
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
        return Sweep.run(exploration, plan, journal, listener, imc.cancellation());
      }
      try (Appraiser appraiser = engine.find().start(
          engine.address(), plan.threads(), Language.runner().source(declared), exploration, imc.cancellation())) {
        return Sweep.run(exploration, plan, journal, listener, appraiser);
      }
    } catch (CancellationException e) {
      if (file != null) {
        imc.output().err().println("imc: Interrupted. The journal '%s' has what was found. Maybe go on with it: add '--resume'."
            .formatted(Printable.of(file.toString())));
      }
      throw e;
    }
  }

  private @Nullable Journal journal(ExploreDecl declared) throws IOException {
    if (file == null) {
      return null;
    }
    String asked = "%s-%s-%s".formatted(Language.runner().fingerprint(declared),
        plan.limit().isPresent() ? plan.limit().getAsLong() : "all", plan.everything() ? "everything" : "front");
    var question = new Journal.Question(asked, VersionText.ofEngine().orElse(""));
    return resume ? Journal.resume(file, question) : Journal.begin(file, question);
  }
}
