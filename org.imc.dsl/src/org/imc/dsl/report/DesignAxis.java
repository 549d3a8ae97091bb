package org.imc.dsl.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.imc.engine.explore.DesignSpace;
import org.imc.engine.explore.Exploration;
import org.imc.engine.explore.Metric;

/**
 * An axis that designs are laid out on, from 0 at its low end to 1 at its high end: the values of a choice in the order of the
 * exploration, evenly spaced; or a figure, so that equal distances are equal ratios.
 */
public final class DesignAxis {

  /** More labels would touch each other. */
  private static final int MOST_TICKS = 9;

  /** Where an end of a range may lie off a value and still mean it: a pixel or two. */
  private static final double SLACK = 1e-6;

  /**
   * A place that is labelled.
   *
   * @param share from 0 to 1
   * @param label what stands there
   */
  public record Tick(double share, String label) { }

  /**
   * A part of an axis.
   *
   * @param from from 0 to 1
   * @param to at least as much
   */
  public record Span(double from, double to) { }

  /** What an axis is of. */
  private sealed interface Kind {

    /** Values of a column, in order. */
    record Choice(int column, List<String> values) implements Kind { }

    /** A figure with its bounds, in its unit. */
    record Figure(Metric metric, double low, double high) implements Kind { }
  }

  private final String title;
  private final Kind kind;
  private final List<Tick> ticks;
  private final ToDoubleFunction<Explored.Priced> share;

  private DesignAxis(String title, Kind kind, List<Tick> ticks, ToDoubleFunction<Explored.Priced> share) {
    this.title = title;
    this.kind = kind;
    this.ticks = List.copyOf(ticks);
    this.share = share;
  }

  /** Return the axes of some designs: a choice that all made alike has none, each figure that is asked for has one. */
  public static List<DesignAxis> of(Exploration exploration, List<Explored.Priced> designs) {
    var axes = new ArrayList<DesignAxis>();
    for (int column = 0; column < exploration.space().columns().size(); column++) {
      choice(exploration.space(), column, designs).ifPresent(axes::add);
    }
    if (!designs.isEmpty()) {
      exploration.metrics().forEach(metric -> axes.add(figure(metric, designs)));
    }
    return axes;
  }

  private static Optional<DesignAxis> choice(DesignSpace space, int column, List<Explored.Priced> designs) {
    Map<String, Long> examples = new HashMap<>();
    designs.forEach(each -> examples.merge(each.design().values().get(column), each.design().index(), Math::min));
    if (examples.size() < 2) {
      return Optional.empty();
    }
    List<String> values = examples.keySet().stream()
        .sorted(Comparator.comparing((String value) -> !value.isEmpty())
            .thenComparingInt(value -> position(space, examples.get(value), column))
            .thenComparing(examples::get))
        .toList();
    Map<String, Double> shares = new HashMap<>();
    values.forEach(value -> shares.put(value, shares.size() / (values.size() - 1.0)));
    int step = Math.ceilDiv(values.size() - 1, MOST_TICKS - 1);
    List<Tick> ticks = IntStream.range(0, values.size()).filter(i -> i % step == 0)
        .mapToObj(i -> new Tick(i / (values.size() - 1.0), values.get(i).isEmpty() ? Figures.NOTHING : values.get(i))).toList();
    return Optional.of(new DesignAxis(space.columns().get(column), new Kind.Choice(column, values), ticks,
        design -> shares.getOrDefault(design.design().values().get(column), 0.0)));
  }

  /** Return how many steps lead down from a design to the first value of a column; 0 where there are no steps. */
  private static int position(DesignSpace space, long design, int column) {
    int within = 0;
    int beyond = 1;
    while (space.neighbour(design, column, -beyond).isPresent()) {
      within = beyond;
      beyond *= 2;
    }
    while (beyond - within > 1) { // an axis may have 100,000 values: halve
      int middle = (within + beyond) >>> 1;
      if (space.neighbour(design, column, -middle).isPresent()) {
        within = middle;
      } else {
        beyond = middle;
      }
    }
    return within;
  }

  private static DesignAxis figure(Metric metric, List<Explored.Priced> designs) {
    double low = designs.stream().mapToDouble(each -> metric.of(each.cost())).min().orElse(1);
    double high = designs.stream().mapToDouble(each -> metric.of(each.cost())).max().orElse(1);
    PlotScale scale = PlotScale.of(metric, designs);
    List<Tick> ticks = scale.axis(designs).ticks().stream()
        .filter(tick -> tick * scale.perUnit() >= low && tick * scale.perUnit() <= high)
        .map(tick -> new Tick(logarithmic(tick * scale.perUnit(), low, high),
            BigDecimal.valueOf(tick).stripTrailingZeros().toPlainString())).toList();
    if (ticks.size() < 2) {
      ticks = List.of(new Tick(0, Figures.plain(low / scale.perUnit())), new Tick(1, Figures.plain(high / scale.perUnit())));
    }
    return new DesignAxis("%s [%s]".formatted(metric.label(), scale.unit()), new Kind.Figure(metric, low, high), ticks,
        design -> logarithmic(metric.of(design.cost()), low, high));
  }

  private static double logarithmic(double value, double low, double high) {
    return high > low ? Math.log(value / low) / Math.log(high / low) : 0.5;
  }

  /** Return what it shows, with its unit. */
  public String title() {
    return title;
  }

  /** Return the places that are labelled, upwards. */
  public List<Tick> ticks() {
    return ticks;
  }

  /** Return where a design lies. */
  public double share(Explored.Priced design) {
    return share.applyAsDouble(design);
  }

  /** Return what lies between two places. */
  public DesignRange range(double from, double to) {
    return switch (kind) {
      case Kind.Choice choice -> new DesignRange.Values(choice.column, IntStream.range(0, choice.values.size())
          .filter(i -> i / (choice.values.size() - 1.0) >= from - SLACK && i / (choice.values.size() - 1.0) <= to + SLACK)
          .mapToObj(choice.values::get).collect(Collectors.toSet()));
      case Kind.Figure figure -> new DesignRange.Figures(figure.metric,
          from <= 0 ? figure.low : figure.low * Math.pow(figure.high / figure.low, from),
          to >= 1 ? figure.high : figure.low * Math.pow(figure.high / figure.low, to));
    };
  }

  /** Return whether a range is one of this axis. */
  public boolean isOf(DesignRange range) {
    return switch (range) {
      case DesignRange.Values values -> kind instanceof Kind.Choice choice && choice.column == values.column();
      case DesignRange.Figures figures -> kind instanceof Kind.Figure figure && figure.metric.equals(figures.metric());
    };
  }

  /** Return where a range of this axis begins and ends. */
  public Span span(DesignRange range) {
    return switch (range) {
      case DesignRange.Values values when kind instanceof Kind.Choice choice -> {
        var places = IntStream.range(0, choice.values.size()).filter(i -> values.kept().contains(choice.values.get(i)))
            .mapToDouble(i -> i / (choice.values.size() - 1.0)).summaryStatistics();
        yield new Span(places.getMin(), places.getMax());
      }
      case DesignRange.Figures figures when kind instanceof Kind.Figure figure -> new Span(
          Math.clamp(logarithmic(figures.low(), figure.low, figure.high), 0, 1),
          Math.clamp(logarithmic(figures.high(), figure.low, figure.high), 0, 1));
      default -> throw new IllegalArgumentException("The range is not of axis '%s'.".formatted(title));
    };
  }

  /** Return how far apart neighbouring places are: two values, or a twentieth of the range of a figure. */
  public double step() {
    return kind instanceof Kind.Choice choice ? 1 / (choice.values.size() - 1.0) : 0.05;
  }
}
