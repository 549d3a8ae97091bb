package org.imc.dsl.lowering;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.imc.dsl.exploration.Designs;
import org.imc.dsl.exploration.Variant;
import org.imc.dsl.quantity.Quantities;
import org.imc.engine.explore.Design;
import org.imc.engine.explore.DesignSpace;
import org.imc.engine.explore.Exploration;
import org.imc.engine.explore.Limit;
import org.imc.engine.explore.Metric;
import org.imc.engine.workload.Network;
import org.imc.model.imc.ExploreDecl;
import org.imc.model.imc.LimitDecl;
import org.imc.model.imc.MetricKind;

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
    List<Metric> metrics = Stream.concat(exploration.getMinimised().stream(), exploration.getMaximised().stream())
        .map(ExploreLowering::metric).toList();
    var limits = new ArrayList<Limit>();
    exploration.getLimits().stream().filter(LimitDecl::isSetMetric).forEach(limit -> limits.add(limit(limit)));
    return new Exploration(exploration.getName(), new Space(Designs.of(exploration)), lowered, metrics, limits);
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

  private static Metric metric(MetricKind kind) {
    return switch (kind) {
      case ENERGY -> Metric.ENERGY;
      case LATENCY -> Metric.LATENCY;
      case EDP -> Metric.EDP;
      case AREA -> Metric.AREA;
      case EFFICIENCY -> Metric.EFFICIENCY;
      case THROUGHPUT -> Metric.THROUGHPUT;
      case DENSITY -> Metric.DENSITY;
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
