package org.imc.dsl.lowering;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.imc.dsl.exploration.Designs;
import org.imc.dsl.exploration.Variant;
import org.imc.dsl.quantity.Quantities;
import org.imc.engine.Weights;
import org.imc.engine.explore.Design;
import org.imc.engine.explore.DesignSpace;
import org.imc.engine.explore.Exploration;
import org.imc.engine.explore.Limit;
import org.imc.engine.explore.Metric;
import org.imc.engine.workload.Network;
import org.imc.model.imc.CostDecl;
import org.imc.model.imc.ExploreDecl;
import org.imc.model.imc.LimitDecl;
import org.imc.model.imc.MetricKind;
import org.imc.model.imc.WeightsKind;

/**
 * Turn checked explorations into the engine's. Designs are lowered when they are asked for: the space holds on to the
 * model, which must stay as it is meanwhile.
 */
public class ExploreLowering {

  @Inject private Places.Factory places;

  /**
   * Lower an exploration.
   *
   * @param exploration without errors, in itself and in all that it refers to
   */
  public Exploration lower(ExploreDecl exploration) {
    var networks = new NetworkLowering(places.create());
    List<Network> lowered = exploration.getNetworks().stream().map(networks::lower).toList();
    var metrics = new ArrayList<Metric>();
    exploration.getMinimised().forEach(cost -> metrics.add(metric(cost)));
    exploration.getMaximised().forEach(kind -> metrics.add(metric(kind)));
    var limits = new ArrayList<Limit>();
    exploration.getLimits().stream().filter(LimitDecl::isSetMetric).forEach(limit -> limits.add(limit(limit)));
    return new Exploration(exploration.getName(), new Space(Designs.of(exploration)), lowered, metrics, limits,
        exploration.getWeights() == WeightsKind.RESIDENT ? Weights.RESIDENT : Weights.RELOADED);
  }

  private static Metric metric(CostDecl cost) {
    List<Metric.Product.Power> factors = cost.getFactors().stream().map(factor -> new Metric.Product.Power(
        metric(factor.getMetric()), factor.getExponent() == null ? 1 : factor.getExponent().doubleValue())).toList();
    boolean isPlain = factors.size() == 1 && factors.getFirst().weight() == 1;
    return isPlain ? factors.getFirst().figure() : new Metric.Product(factors);
  }

  private static Limit limit(LimitDecl limit) {
    double bound = ofMetric(limit.getMetric(), Quantities.value(limit.getBound()));
    return switch (limit.getComparison()) {
      case AT_MOST -> new Limit(metric(limit.getMetric()), Double.NEGATIVE_INFINITY, bound);
      case AT_LEAST -> new Limit(metric(limit.getMetric()), bound, Double.POSITIVE_INFINITY);
      case EQUAL -> new Limit(metric(limit.getMetric()), bound, bound);
    };
  }

  /** Return a bound in the unit of the engine's figure; only areas differ, which the language has in µm². */
  private static double ofMetric(MetricKind metric, double canonical) {
    return metric == MetricKind.AREA ? canonical / Quantities.UM2_PER_MM2 : canonical;
  }

  private static Metric.Single metric(MetricKind kind) {
    return switch (kind) {
      case ENERGY -> Metric.Single.ENERGY;
      case LATENCY -> Metric.Single.LATENCY;
      case EDP -> Metric.Single.EDP;
      case AREA -> Metric.Single.AREA;
      case EFFICIENCY -> Metric.Single.EFFICIENCY;
      case THROUGHPUT -> Metric.Single.THROUGHPUT;
      case DENSITY -> Metric.Single.DENSITY;
    };
  }

  /** The designs of an exploration, lowered one by one. */
  private record Space(Designs designs) implements DesignSpace {

    @Override
    public List<String> columns() {
      return designs.columns();
    }

    @Override
    public long size() {
      return designs.size();
    }

    @Override
    public Design design(long index) {
      return new Design(index, designs.values(index), Lowering.objective(designs.mappedFor(index)), () -> make(index));
    }

    private Design.Made make(long index) {
      try {
        Variant variant = designs.variant(index);
        Optional<LimitDecl> unmet = designs.unmet(variant);
        return unmet.isPresent()
            ? new Design.Made(Optional.empty(), "It does not meet '%s'.".formatted(Designs.words(unmet.get())))
            : new Design.Made(Optional.of(new ArchitectureLowering(Places.nowhere()).lower(variant.architecture())), "");
      } catch (IllegalArgumentException | ArithmeticException e) { // the engine's values refuse what contradicts itself
        return new Design.Made(Optional.empty(), e.getMessage());
      }
    }

    @Override
    public OptionalLong neighbour(long index, int column, int steps) {
      return designs.neighbour(index, column, steps);
    }
  }
}
