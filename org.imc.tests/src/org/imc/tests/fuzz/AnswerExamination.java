package org.imc.tests.fuzz;

import com.google.inject.Inject;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.engine.Engine;
import org.imc.engine.Progress;
import org.imc.engine.result.Evaluation;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.MacLayer;

/** Hold the answers to small studies to what must be true of every answer. */
final class AnswerExamination {

  private static final long PATIENCE_NS = 1_000_000_000;

  private static final int FEW_LAYERS = 10;

  private static final double FEW_MACS = 1e6;

  /** Totals are sums of rounded numbers. */
  private static final double ROUNDING = 1 + 1e-9;

  @Inject private StudyRunner runner;

  /** Evaluate for at most a second; return whether it was answered by then. */
  boolean examine(LoweredStudy lowered) {
    if (lowered.study().network().layers().size() > FEW_LAYERS || macs(lowered) > FEW_MACS) {
      return false;
    }
    long until = System.nanoTime() + PATIENCE_NS;
    StudyResult result;
    try {
      result = runner.evaluate(lowered, Engine.withThreads(1), Progress.NONE, () -> System.nanoTime() > until);
    } catch (CancellationException e) {
      return false;
    }
    Evaluation evaluation = result.evaluation();
    double energy = evaluation.energy().totalPj();
    double latency = evaluation.latencyCycles();
    if (!(energy >= 0 && Double.isFinite(energy) && latency >= 0 && Double.isFinite(latency))) {
      throw new Fault("energy and latency are finite", "%s pJ, %s cycles".formatted(energy, latency));
    }
    if (evaluation.energyBoundPj() > energy * ROUNDING || evaluation.latencyBoundCycles() > latency * ROUNDING) {
      throw new Fault("no answer is better than its bound", "%s pJ under %s, %s cycles under %s".formatted(
          energy, evaluation.energyBoundPj(), latency, evaluation.latencyBoundCycles()));
    }
    return true;
  }

  /** Return the multiplications of a study; in floating point, since those of absurd ones overflow. */
  private static double macs(LoweredStudy lowered) {
    return lowered.study().network().layers().stream()
        .mapToDouble(layer -> layer instanceof MacLayer mac
            ? Stream.of(LoopDim.values()).mapToDouble(mac.bounds()::get).reduce(1, (a, b) -> a * b)
            : 0)
        .sum();
  }
}
