package org.imc.engine.explore;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * A figure by which designs are judged. Each rises, or each falls, with energy, latency and area alike: so the figure of
 * bounds bounds the figure.
 */
public sealed interface Metric {

  Metric ENERGY = Single.ENERGY;
  Metric LATENCY = Single.LATENCY;
  Metric EDP = Single.EDP;
  Metric AREA = Single.AREA;
  Metric EFFICIENCY = Single.EFFICIENCY;
  Metric THROUGHPUT = Single.THROUGHPUT;
  Metric DENSITY = Single.DENSITY;

  /** Return the word for it. */
  String label();

  /** Return its unit. */
  String unit();

  /** Return whether designs are better for more of it. */
  boolean moreIsBetter();

  /** Return the figure of a design, in its unit. */
  double of(DesignCost cost);

  /** Return the figure of a design such that less is better. */
  static double badness(Metric metric, DesignCost cost) {
    return metric.moreIsBetter() ? -metric.of(cost) : metric.of(cost);
  }

  /** A figure that the field has a word for. */
  enum Single implements Metric {
    ENERGY("energy", "pJ", false, DesignCost::energyPj),
    LATENCY("latency", "ns", false, DesignCost::latencyNs),
    EDP("edp", "pJ·ns", false, cost -> cost.energyPj() * cost.latencyNs()),
    AREA("area", "mm²", false, DesignCost::areaMm2),
    EFFICIENCY("efficiency", "TOPS/W", true, cost -> cost.operations() / cost.energyPj()),
    THROUGHPUT("throughput", "TOPS", true, cost -> cost.operations() / cost.latencyNs() / 1000),
    DENSITY("density", "TOPS/mm²", true, cost -> cost.operations() / cost.latencyNs() / 1000 / cost.areaMm2());

    private final String label;
    private final String unit;
    private final boolean moreIsBetter;
    private final ToDoubleFunction<DesignCost> figure;

    Single(String label, String unit, boolean moreIsBetter, ToDoubleFunction<DesignCost> figure) {
      this.label = label;
      this.unit = unit;
      this.moreIsBetter = moreIsBetter;
      this.figure = figure;
    }

    @Override
    public String label() {
      return label;
    }

    @Override
    public String unit() {
      return unit;
    }

    @Override
    public boolean moreIsBetter() {
      return moreIsBetter;
    }

    @Override
    public double of(DesignCost cost) {
      return figure.applyAsDouble(cost);
    }
  }

  /**
   * A weighted product of figures of which less is better: the product of f<sub>i</sub><sup>w<sub>i</sub></sup>. A percent
   * more of f<sub>i</sub> makes it about w<sub>i</sub> percent more, in whatever units they are, so the order of designs needs
   * no reference. It is the exponential of the weighted sum of the figures' logarithms.
   *
   * @param factors at least one, each figure once
   */
  record Product(List<Power> factors) implements Metric {

    /** With larger ones a product of all figures may exceed a {@code double}. */
    public static final double MOST = 4;

    /**
     * A figure with its weight.
     *
     * @param figure of which less is better
     * @param weight above 0, at most {@link #MOST}
     */
    public record Power(Single figure, double weight) {

      public Power {
        if (figure.moreIsBetter || !(weight > 0 && weight <= MOST)) {
          throw new IllegalArgumentException("A product cannot have '%s' to the power of %s. Maybe use a cost and a weight up to %s."
              .formatted(figure.label, weight, MOST));
        }
      }

      private String raised(String text, String exponent) {
        return weight == 1 ? text : text + exponent + new BigDecimal(Double.toString(weight)).stripTrailingZeros().toPlainString();
      }
    }

    public Product {
      factors = List.copyOf(factors);
      if (factors.isEmpty() || factors.stream().map(Power::figure).distinct().count() < factors.size()) {
        throw new IllegalArgumentException("A product of %s needs each figure once.".formatted(factors));
      }
    }

    @Override
    public String label() {
      return factors.stream().map(each -> each.raised(each.figure.label, " ^ ")).collect(Collectors.joining(" * "));
    }

    @Override
    public String unit() {
      return factors.stream().map(each -> each.raised(each.weight == 1 ? each.figure.unit : "(%s)".formatted(each.figure.unit), "^"))
          .collect(Collectors.joining("·"));
    }

    @Override
    public boolean moreIsBetter() {
      return false;
    }

    @Override
    public double of(DesignCost cost) {
      double product = 1;
      for (Power each : factors) {
        product *= Math.pow(each.figure.of(cost), each.weight);
      }
      return product;
    }
  }
}
