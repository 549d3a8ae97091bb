package org.imc.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.eclipse.emf.common.util.URI;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.ide.live.SourceSets;
import org.imc.dsl.ide.live.SourceText;
import org.imc.engine.Cancellation;
import org.imc.engine.explore.Exploration;
import org.imc.engine.explore.Outcome.Status;
import org.imc.engine.explore.Sweep;
import org.imc.engine.explore.SweepListener;
import org.imc.engine.explore.SweepPlan;
import org.imc.engine.explore.SweepResult;

/**
 * Measure how fast designs are priced exactly, on two threads, once the compiler is done: sweep an exploration with
 * everything priced many times, each sweep from nothing, and print the rate of each, and the middle one of the last.
 */
public final class SweepFigures {

  private static final int SWEEPS = 40;
  private static final int LAST = 11;
  private static final int THREADS = 2;

  private SweepFigures() { }

  /** Sweep the exploration of the named file, which imports nothing but the library. */
  public static void main(String[] arguments) throws IOException {
    var text = new SourceText(URI.createURI("memory:/explored.imc"), Files.readString(Path.of(arguments[0])));
    StudyRunner runner = Services.get(StudyRunner.class);
    var file = Services.get(SourceSets.class).load(List.of(text)).getFirst();
    Exploration exploration = runner.lower(runner.explorations(file).getFirst());
    var plan = new SweepPlan(THREADS, OptionalLong.empty(), true);
    List<Double> rates = new ArrayList<>();
    for (int i = 1; i <= SWEEPS; i++) {
      long begin = System.nanoTime();
      SweepResult result = Sweep.run(exploration, plan, null, SweepListener.NONE, Cancellation.NEVER);
      double seconds = (System.nanoTime() - begin) / 1e9;
      long pairs = result.count(Status.PRICED) * exploration.networks().size();
      System.out.println(String.format(Locale.ROOT, "sweep %d: %d designs in %.2f s, %.0f pairs of a design and a network a second",
          i, result.count(Status.PRICED), seconds, pairs / seconds));
      rates.add(pairs / seconds);
    }
    List<Double> last = rates.subList(SWEEPS - LAST, SWEEPS).stream().sorted().toList();
    System.out.println(String.format(Locale.ROOT, "the last %d: %.0f to %.0f, in the middle %.0f",
        LAST, last.getFirst(), last.getLast(), last.get(LAST / 2)));
  }
}
