package org.imc.tests.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.imc.engine.Cancellation;
import org.imc.engine.ElementId;
import org.imc.engine.Engine;
import org.imc.engine.Objective;
import org.imc.engine.Progress;
import org.imc.engine.arch.Architecture;
import org.imc.engine.cost.LayerCost;
import org.imc.engine.result.EnergyBreakdown;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.LatencyBreakdown;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.workload.MacLayer;

/**
 * What our optimum of a network's layers is worth against the mappings that the peer chose, both priced by our model, on
 * the memories that the peer used for each layer and for what it minimised.
 *
 * @param network the case
 * @param theirs cost of the peer's mapping by layer, in the unit of the objective
 * @param ours cost of our optimum
 */
record PeerGain(PeerReference.Searched network, double[] theirs, double[] ours) {

  /** Relative difference that the order of floating-point operations may cause. */
  private static final double ROUNDING = 1e-9;

  /** A layer that was solved, without its name. */
  private record Key(Architecture architecture, MacLayer layer, Objective objective) { }

  /** Solves layers, equal ones once. */
  static final class Solver {

    private final Map<Key, Double> solved = new HashMap<>();

    PeerGain solve(PeerReference.Searched network) {
      Objective objective = Objective.valueOf(network.objective().toUpperCase(Locale.ROOT));
      double[] theirs = new double[network.layers().size()];
      double[] ours = new double[theirs.length];
      for (int i = 0; i < theirs.length; i++) {
        PeerCase peer = network.layers().get(i);
        LayerCost cost = LayerCost.of(peer.architecture(), peer.layer(), peer.mapping());
        theirs[i] = value(objective, cost.energy(), cost.latency());
        MacLayer given = peer.layer();
        var layer = new MacLayer(new ElementId("layer"), "layer", given.operation(), given.bounds(), given.window(),
            given.precision(), given.dynamicWeights(), List.of());
        ours[i] = solved.computeIfAbsent(new Key(peer.architecture(), layer, objective), Solver::optimum);
      }
      return new PeerGain(network, theirs, ours);
    }

    private static double optimum(Key key) {
      Evaluation found = Engine.withThreads(1).evaluate(
          MapperProblem.study(key.architecture(), key.objective(), key.layer()), Progress.NONE, Cancellation.NEVER);
      LayerEvaluation layer = found.layers().getFirst();
      return value(key.objective(), layer.energy(), layer.latency());
    }

    private static double value(Objective objective, EnergyBreakdown energy, LatencyBreakdown latency) {
      return switch (objective) {
        case ENERGY -> energy.totalPj();
        case LATENCY -> latency.totalCycles();
        case EDP -> energy.totalPj() * latency.totalCycles();
      };
    }
  }

  /** Return how many times our cost the peer's is, by layer, rising. */
  double[] gains() {
    double[] gains = new double[ours.length];
    Arrays.setAll(gains, i -> theirs[i] / ours[i]);
    Arrays.sort(gains);
    return gains;
  }

  /** Return how many of the peer's mappings are optimal. */
  static long optimal(double[] gains) {
    return Arrays.stream(gains).filter(gain -> gain <= 1 + ROUNDING).count();
  }

  /** Return the layers of which our optimum costs more than the peer's mapping: none, if it is one. */
  List<String> worse() {
    return Stream.iterate(0, i -> i < ours.length, i -> i + 1).filter(i -> ours[i] > theirs[i] * (1 + ROUNDING))
        .map(i -> "%s: %s, peer %s".formatted(network.layers().get(i).id(), ours[i], theirs[i])).toList();
  }

  /** Return the gain of all layers together; nothing for energy-delay products, which do not add up. */
  OptionalDouble total() {
    return network.objective().equals("EDP")
        ? OptionalDouble.empty()
        : OptionalDouble.of(Arrays.stream(theirs).sum() / Arrays.stream(ours).sum());
  }
}
