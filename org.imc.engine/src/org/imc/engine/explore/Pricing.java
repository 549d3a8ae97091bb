package org.imc.engine.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.imc.engine.Activations;
import org.imc.engine.Cancellation;
import org.imc.engine.ElementId;
import org.imc.engine.Engine;
import org.imc.engine.Progress;
import org.imc.engine.Study;
import org.imc.engine.Weights;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.CellUse;
import org.imc.engine.cost.AreaModel;
import org.imc.engine.mapper.ArrayFloor;
import org.imc.engine.mapper.LayerFloor;
import org.imc.engine.mapper.SharedWork;
import org.imc.engine.network.NearestView;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.LowerBounds;
import org.imc.engine.result.MacroCost;
import org.imc.engine.workload.Layer;
import org.imc.engine.workload.LoopBounds;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Network;
import org.imc.engine.workload.Precision;
import org.imc.engine.workload.Window;

/**
 * Price single designs, exactly as {@link Engine} answers a study, or bound them from below. Thread-safe; equal layers are
 * bounded once for each design, and what is known of a macro is shared by the designs that have it.
 */
public final class Pricing {

  private static final ElementId ID = new ElementId("design");

  /** Sums of the same numbers in another order differ in their last digits: bounds keep clear of that. */
  private static final double LOOSE = 1 - 1e-9;

  private final List<Network> networks;
  private final Weights weights;
  private final Map<Object, Repeated> layers = new LinkedHashMap<>();
  private final double operations;
  private final SharedWork shared = SharedWork.ofCostsAlone();
  private final Engine engine = Engine.withThreads(1).sharing(shared); // designs are what runs in parallel

  /** A layer that stands in the networks so many times. */
  private record Repeated(Layer layer, int times) { }

  /** What two layers have in common that are bounded alike. */
  private record Shape(LoopBounds bounds, Window window, Precision precision, boolean dynamicWeights) { }

  /** Price the designs of an exploration. */
  public Pricing(Exploration exploration) {
    networks = exploration.networks();
    weights = exploration.weights();
    for (Network network : networks) {
      for (Layer layer : network.layers()) {
        Object shape = layer instanceof MacLayer mac
            ? new Shape(mac.bounds(), mac.window(), mac.precision(), mac.dynamicWeights())
            : layer;
        layers.merge(shape, new Repeated(layer, 1), (known, one) -> new Repeated(known.layer, known.times + 1));
      }
    }
    operations = 2.0 * networks.stream().mapToLong(Network::macs).reduce(0, Math::addExact);
  }

  /**
   * Evaluate a design.
   *
   * @return one evaluation for each network, in order; the last one is not complete when a layer does not fit
   * @throws CancellationException when cancelled
   */
  public List<Evaluation> evaluate(Architecture architecture, Design design, Cancellation cancellation) {
    var evaluations = new ArrayList<Evaluation>();
    for (Network network : networks) {
      var study = new Study(ID, network, architecture, design.mappedFor(), Map.of(), Activations.PLACED, weights);
      Evaluation evaluation = engine.evaluate(study, Progress.NONE, cancellation);
      evaluations.add(evaluation);
      if (!evaluation.isComplete()) {
        break;
      }
    }
    return evaluations;
  }

  /** Price a design. */
  public Appraisal price(Design design, Cancellation cancellation) {
    if (design.architecture().isEmpty()) {
      return Appraisal.impossible(design.obstacle());
    }
    List<Evaluation> evaluations = evaluate(design.architecture().get(), design, cancellation);
    Evaluation last = evaluations.getLast();
    return last.isComplete()
        ? Appraisal.of(DesignCost.of(evaluations))
        : Appraisal.impossible(last.findings().isEmpty() ? "No mapping fits." : last.findings().getFirst().message());
  }

  /** Bound a design from below, without mapping anything. */
  public Appraisal bound(Design design) {
    if (design.architecture().isEmpty()) {
      return Appraisal.impossible(design.obstacle());
    }
    try {
      return Appraisal.of(bounds(design.architecture().get()));
    } catch (ArithmeticException | IllegalArgumentException e) {
      return Appraisal.UNKNOWN; // the mapper is asked, which says what does not fit
    }
  }

  /** Return bounds of an architecture; throws ArithmeticException when a count exceeds a {@code long}. */
  private DesignCost bounds(Architecture architecture) {
    ArrayFloor floor = shared.floor(architecture.macro());
    double energyPj = 0;
    double cycles = 0;
    Map<Boolean, Architecture> views = new HashMap<>(); // by what a view depends on
    for (Repeated each : layers.values()) {
      boolean dynamicWeights = each.layer instanceof MacLayer mac && mac.dynamicWeights();
      Architecture view = views.computeIfAbsent(dynamicWeights, dynamic -> atBest(architecture, each.layer));
      LowerBounds bounds = LayerFloor.of(view, each.layer, floor);
      energyPj += each.times * bounds.energyPj();
      cycles += each.times * bounds.latencyCycles();
    }
    MacroCost cost = floor.macro().cost();
    return new DesignCost(
        energyPj * LOOSE, cycles * LOOSE * cost.clockPeriodNs(), AreaModel.of(architecture, cost).totalMm2(), operations);
  }

  /** Return the architecture as a layer sees it at best. */
  private Architecture atBest(Architecture architecture, Layer layer) {
    Architecture nearest = NearestView.of(architecture, layer);
    boolean mayStay = weights.anyMayStay() && layer instanceof MacLayer mac && !mac.dynamicWeights();
    CellUse cells = nearest.cells();
    return mayStay ? nearest.with(new CellUse(cells.macros(), cells.weightsPerMultiplier(), true)) : nearest;
  }
}
