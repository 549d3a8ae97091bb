package org.imc.tests.explore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.imc.engine.Cancellation;
import org.imc.engine.explore.Design;
import org.imc.engine.explore.Exploration;
import org.imc.engine.explore.Journal;
import org.imc.engine.explore.Outcome;
import org.imc.engine.explore.Sweep;
import org.imc.engine.explore.SweepListener;
import org.imc.engine.explore.SweepPlan;
import org.imc.engine.explore.SweepResult;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep found.
 *
 * @param result the answer
 * @param outcomes of all designs, in the order in which they were told
 * @param last how far it was at the end
 */
record Found(SweepResult result, List<Outcome> outcomes, SweepListener.State last) {

  static Found by(Exploration question, int threads, boolean everything, @Nullable Journal journal) throws IOException {
    var outcomes = new ArrayList<Outcome>();
    var states = new ArrayList<SweepListener.State>();
    SweepResult result = Sweep.run(question, new SweepPlan(threads, OptionalLong.empty(), everything), journal,
        new SweepListener() {
          @Override
          public void outcome(Design design, Outcome outcome) {
            outcomes.add(outcome);
          }

          @Override
          public void progress(State state) {
            states.add(state);
          }
        }, Cancellation.NEVER);
    return new Found(result, outcomes, states.getLast());
  }

  static Found by(Exploration question) throws IOException {
    return by(question, 1, false, null);
  }

  long count(Outcome.Status status) {
    return outcomes.stream().filter(outcome -> outcome.status() == status).count();
  }
}
