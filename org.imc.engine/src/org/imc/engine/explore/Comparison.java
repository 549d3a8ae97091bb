package org.imc.engine.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.imc.engine.Cancellation;
import org.imc.engine.result.EnergyPart;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.result.NamedPart;

/**
 * Why one design is better than another: the difference of their costs, part by part. The parts of each quantity sum to its
 * difference.
 *
 * @param one the first design
 * @param other the second design
 * @param energyPj pJ by component and transfer, the largest difference first
 * @param latencyNs ns of computing, writing weights and waiting, likewise
 * @param areaMm2 mm² by part, likewise
 */
public record Comparison(
    Design one, Design other, List<Difference> energyPj, List<Difference> latencyNs, List<Difference> areaMm2) {

  /**
   * A part of both designs; 0 in the one that has no such part.
   *
   * @param part the field's word for it
   * @param one in the first design
   * @param other in the second design
   */
  public record Difference(String part, double one, double other) {

    /** Return by how much the second has more. */
    public double more() {
      return other - one;
    }
  }

  /**
   * Compare two designs of an exploration.
   *
   * @throws IllegalArgumentException when one of them is impossible; the message says why
   * @throws CancellationException when cancelled
   */
  public static Comparison of(
      Exploration exploration, long one, long other, Pricing pricing, Cancellation cancellation) {
    Design first = exploration.space().design(one);
    Design second = exploration.space().design(other);
    List<Evaluation> a = evaluate(first, pricing, cancellation);
    List<Evaluation> b = evaluate(second, pricing, cancellation);
    return new Comparison(first, second, differences(energy(a), energy(b)), differences(latency(a), latency(b)),
        differences(area(a), area(b)));
  }

  private static List<Evaluation> evaluate(Design design, Pricing pricing, Cancellation cancellation) {
    List<Evaluation> evaluations = pricing.evaluate(
        design.architecture().orElseThrow(() -> new IllegalArgumentException(
            "Design %d is impossible: %s".formatted(design.index(), design.obstacle()))), design, cancellation);
    if (!evaluations.getLast().isComplete()) {
      throw new IllegalArgumentException("Design %d is impossible: a layer of '%s' does not fit.".formatted(
          design.index(), evaluations.getLast().study().network().name()));
    }
    return evaluations;
  }

  private static Map<String, Double> energy(List<Evaluation> evaluations) {
    var parts = new LinkedHashMap<String, Double>();
    for (Evaluation evaluation : evaluations) {
      for (EnergyPart part : evaluation.energy().parts()) {
        parts.merge(part.label(), part.pj(), Double::sum);
      }
    }
    return parts;
  }

  private static Map<String, Double> latency(List<Evaluation> evaluations) {
    var parts = new LinkedHashMap<String, Double>();
    for (Evaluation evaluation : evaluations) {
      double period = evaluation.macro().clockPeriodNs();
      for (LayerEvaluation layer : evaluation.layers()) {
        parts.merge("compute", layer.latency().computeCycles() * period, Double::sum);
        parts.merge("weight write", layer.latency().weightWriteCycles() * period, Double::sum);
        double rest = layer.latency().totalCycles() - layer.latency().computeCycles() - layer.latency().weightWriteCycles();
        parts.merge("waiting", rest * period, Double::sum);
      }
    }
    return parts;
  }

  private static Map<String, Double> area(List<Evaluation> evaluations) {
    var parts = new LinkedHashMap<String, Double>();
    for (NamedPart part : evaluations.getFirst().area().parts()) {
      parts.merge(part.name(), part.value(), Double::sum);
    }
    return parts;
  }

  private static List<Difference> differences(Map<String, Double> one, Map<String, Double> other) {
    var names = new ArrayList<>(one.keySet());
    other.keySet().stream().filter(name -> !one.containsKey(name)).forEach(names::add);
    return names.stream()
        .map(name -> new Difference(name, one.getOrDefault(name, 0.0), other.getOrDefault(name, 0.0)))
        .filter(difference -> difference.one != 0 || difference.other != 0)
        .sorted(Comparator.comparingDouble((Difference difference) -> -Math.abs(difference.more())))
        .toList();
  }
}
