package org.imc.tests.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imc.engine.Activations;
import org.imc.engine.Cancellation;
import org.imc.engine.Engine;
import org.imc.engine.Objective;
import org.imc.engine.Progress;
import org.imc.engine.Study;
import org.imc.engine.arch.CellUse;
import org.imc.engine.result.Evaluation;
import org.imc.engine.workload.Layer;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Network;

/**
 * Try every way in which the weights of a small network's layers can stay in the cells: every division of the cells, every
 * box of macros and weights for each layer, every set of macros for each box. Tensors live at the ends of their ways. What a
 * layer costs in a box is the engine's answer for it alone.
 */
final class ResidenceBruteForce {

  private final Study study;
  private final int macros;
  private final int weights;
  private final Map<List<Object>, Double> prices = new HashMap<>();
  private double least = Double.POSITIVE_INFINITY;

  ResidenceBruteForce(Study study) {
    this.study = study;
    macros = study.architecture().macros();
    weights = study.architecture().macro().geometry().weightsPerMultiplier();
  }

  /** Return the least of the objective, energy or latency. */
  double least() {
    int leastOthers = study.architecture().macro().geometry().pingPong() ? 2 : 1;
    divide(macros, weights, null);
    divide(0, 0, new CellUse(macros, weights, false));
    for (int others = leastOthers; others < weights; others++) {
      divide(macros, weights - others, new CellUse(macros, others, false));
    }
    for (int others = 1; others < macros; others++) {
      divide(macros - others, weights, new CellUse(others, weights, false));
    }
    return least;
  }

  private void divide(int holding, int each, CellUse others) {
    int[] free = new int[holding];
    Arrays.fill(free, each);
    place(0, 0, free, each, others);
  }

  private void place(int number, double spent, int[] free, int each, CellUse others) {
    if (number == study.network().layers().size()) {
      least = Math.min(least, spent);
      return;
    }
    Layer layer = study.network().layers().get(number);
    if (!(layer instanceof MacLayer mac)) {
      place(number + 1, spent + price(layer, study.architecture().cells()), free, each, others);
      return;
    }
    if (others != null && !study.weights().mustStay(layer.name())) {
      place(number + 1, spent + price(mac, others), free, each, others);
    }
    if (!study.weights().mayStay(layer.name())) {
      return;
    }
    for (int set = 1; set < 1 << free.length; set++) {
      for (int taken = 1; taken <= each; taken++) {
        int[] left = take(free, set, taken);
        double price = left.length == 0 ? Double.POSITIVE_INFINITY : price(mac, new CellUse(Integer.bitCount(set), taken, true));
        if (price < Double.POSITIVE_INFINITY) {
          place(number + 1, spent + price, left, each, others);
        }
      }
    }
  }

  /** Return what is left of the macros of a set; nothing when one of them has not enough. */
  private static int[] take(int[] free, int set, int taken) {
    int[] left = free.clone();
    for (int macro = 0; macro < free.length; macro++) {
      if ((set >> macro & 1) == 1) {
        left[macro] -= taken;
        if (left[macro] < 0) {
          return new int[0];
        }
      }
    }
    return left;
  }

  private double price(Layer layer, CellUse cells) {
    return prices.computeIfAbsent(List.of(layer.name(), cells), key -> {
      List<Layer> alone = new ArrayList<>(List.of(layer instanceof MacLayer mac
          ? new MacLayer(mac.id(), mac.name(), mac.operation(), mac.bounds(), mac.window(), mac.precision(), false, List.of())
          : layer));
      Network network = layer instanceof MacLayer ? new Network(study.network().id(), "n", alone) : study.network();
      Evaluation evaluation = Engine.withThreads(1).evaluate(new Study(study.id(), network,
          study.architecture().with(cells), study.objective(), Map.of(), Activations.OUTERMOST), Progress.NONE,
          Cancellation.NEVER);
      return evaluation.layers().stream().filter(each -> each.layer().name().equals(layer.name()))
          .mapToDouble(each -> study.objective() == Objective.ENERGY
              ? each.energy().totalPj() : each.latency().totalCycles())
          .findFirst().orElse(Double.POSITIVE_INFINITY);
    });
  }
}
