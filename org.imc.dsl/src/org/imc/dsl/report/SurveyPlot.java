package org.imc.dsl.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.imc.dsl.chart.Axis;
import org.imc.dsl.chart.Mark;
import org.imc.dsl.chart.Mark.Look;
import org.imc.dsl.chart.Mark.Shape;
import org.imc.dsl.chart.ScatterChart;
import org.imc.dsl.chart.ScatterChart.Entry;
import org.imc.dsl.survey.Normalisation;
import org.imc.dsl.survey.SurveyOrder;
import org.imc.dsl.survey.SurveyRow;
import org.imc.model.imc.ComputeStyle;
import org.imc.model.imc.ScopeKind;
import org.jspecify.annotations.Nullable;

/** Plots of the survey: the energy efficiency of chips against something else. */
public enum SurveyPlot {
  DENSITY, NODE, YEAR, PRECISION;

  private static final List<Double> NODES_NM =
      List.of(4.0, 5.0, 7.0, 10.0, 12.0, 16.0, 22.0, 28.0, 40.0, 55.0, 65.0, 90.0, 130.0, 180.0);
  private static final List<Double> PRODUCTS =
      List.of(1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, 512.0, 1024.0);

  /** Points of one chip nearer than this, as a share of both values, are one: sources repeat each other. */
  private static final double SAME = 0.03;

  /** Moves analog marks to the left and digital ones to the right where an axis has few values, as a share of a value. */
  private static final double APART = 0.012;

  /** Return the plot of some rows; those that lack one of the figures are not in it. */
  public ScatterChart of(List<SurveyRow> rows, Normalisation normalisation) {
    List<SurveyRow> shown = distinct(rows.stream()
        .filter(row -> x(row, normalisation) > 0 && row.topsPerWatt(normalisation) > 0)
        .sorted(Comparator.comparing((SurveyRow row) -> row.chip().own()))
        .toList(), normalisation);
    Map<SurveyRow, Integer> ranks = ranks(shown, normalisation);
    List<Mark> marks = shown.stream().map(row -> mark(row, ranks.get(row), normalisation)).toList();
    return new ScatterChart(title(normalisation), axis(marks, normalisation),
        Axis.decades("Energy efficiency (%s)".formatted(normalisation.unit("TOPS/W")),
            marks.stream().mapToDouble(Mark::y).toArray()),
        marks, legend(shown));
  }

  private String title(Normalisation normalisation) {
    String against = switch (this) {
      case DENSITY -> "compute density";
      case NODE -> "technology node";
      case YEAR -> "year";
      case PRECISION -> "precision";
    };
    return "Published in-memory-computing chips: energy efficiency against %s, %s".formatted(against,
        normalisation == Normalisation.ONE_BIT ? "equivalents at 1 bit" : "as measured");
  }

  private Axis axis(List<Mark> marks, Normalisation normalisation) {
    double[] values = marks.stream().mapToDouble(Mark::x).toArray();
    return switch (this) {
      case DENSITY -> Axis.decades("Compute density (%s)".formatted(normalisation.unit("TOPS/mm²")), values);
      case NODE -> Axis.ratios("Technology node (nm)", values, NODES_NM);
      case YEAR -> Axis.whole("Year of publication", values);
      case PRECISION -> Axis.ratios("Activation width times weight width (bit²)", values, PRODUCTS);
    };
  }

  private double x(SurveyRow row, Normalisation normalisation) {
    return switch (this) {
      case DENSITY -> row.topsPerMm2(normalisation);
      case NODE -> row.chip().nodeNm();
      case YEAR -> row.chip().year();
      case PRECISION -> row.figures().precision();
    };
  }

  /** Return the rows without those that show a chip at a place where it is shown already. */
  private List<SurveyRow> distinct(List<SurveyRow> rows, Normalisation normalisation) {
    var shown = new ArrayList<SurveyRow>();
    for (SurveyRow row : rows) {
      boolean known = shown.stream().anyMatch(other -> other.chip().equals(row.chip())
          && near(row, other, each -> x(each, normalisation))
          && near(row, other, each -> each.topsPerWatt(normalisation)));
      if (!known) {
        shown.add(row);
      }
    }
    return shown;
  }

  private static boolean near(SurveyRow one, SurveyRow other, ToDoubleFunction<SurveyRow> figure) {
    return Math.abs(figure.applyAsDouble(one) / figure.applyAsDouble(other) - 1) < SAME;
  }

  /** Say which labels matter most: the user's own chips, then the best ones. A chip has one label. */
  private static Map<SurveyRow, Integer> ranks(List<SurveyRow> rows, Normalisation normalisation) {
    var ranks = new HashMap<SurveyRow, Integer>();
    List<SurveyRow> best = SurveyOrder.EFFICIENCY.of(SurveyOrder.EFFICIENCY.best(rows, normalisation), normalisation);
    best.forEach(row -> ranks.put(row, row.chip().own() ? 0 : 1 + ranks.size()));
    rows.forEach(row -> ranks.putIfAbsent(row, Integer.MAX_VALUE));
    return ranks;
  }

  private Mark mark(SurveyRow row, int rank, Normalisation normalisation) {
    double x = x(row, normalisation);
    double apart = row.chip().style() == ComputeStyle.DIGITAL ? APART : -APART;
    double shift = switch (this) {
      case DENSITY -> 0;
      case YEAR -> 10 * apart;
      case NODE, PRECISION -> x * apart;
    };
    return new Mark(x + shift, row.topsPerWatt(normalisation), look(row), rank == Integer.MAX_VALUE ? "" : row.chip().name(),
        description(row, normalisation), rank);
  }

  private static String description(SurveyRow row, Normalisation normalisation) {
    return "%s (%s): %s, %s, %s".formatted(row.chip().name(), Words.of(row.figures().scope()),
        Figures.plain(row.topsPerWatt(normalisation)) + " " + normalisation.unit("TOPS/W"),
        Figures.plain(row.topsPerMm2(normalisation)) + " " + normalisation.unit("TOPS/mm²"),
        Figures.plain(row.chip().nodeNm()) + " nm");
  }

  private static Look look(SurveyRow row) {
    boolean macro = row.figures().scope() == ScopeKind.MACRO || row.figures().scope() == ScopeKind.ARRAY;
    return look(row.chip().style(), NodeClass.of(row.chip().nodeNm()), macro, row.chip().own());
  }

  /** Blue and orange are told apart by every kind of colour vision; the shapes differ too. */
  private static Look look(@Nullable ComputeStyle style, NodeClass node, boolean filled, boolean own) {
    if (style == null) {
      return new Look(Shape.TRIANGLE, node.neutral, "#333333", filled, own);
    }
    return style == ComputeStyle.ANALOG
        ? new Look(Shape.CIRCLE, node.analog, "#08306b", filled, own)
        : new Look(Shape.DIAMOND, node.digital, "#7f2704", filled, own);
  }

  private static List<Entry> legend(List<SurveyRow> rows) {
    Look analog = look(ComputeStyle.ANALOG, NodeClass.MIDDLE, true, false);
    var legend = new ArrayList<Entry>();
    legend.add(new Entry("Style", List.of()));
    legend.add(new Entry("analog", List.of(analog)));
    legend.add(new Entry("digital", List.of(look(ComputeStyle.DIGITAL, NodeClass.MIDDLE, true, false))));
    if (rows.stream().anyMatch(row -> row.chip().style() == null)) {
      legend.add(new Entry("not told", List.of(look(null, NodeClass.MIDDLE, true, false))));
    }
    legend.add(new Entry("Node", List.of()));
    for (NodeClass node : NodeClass.values()) {
      legend.add(new Entry(node.words,
          List.of(look(ComputeStyle.ANALOG, node, true, false), look(ComputeStyle.DIGITAL, node, true, false))));
    }
    legend.add(new Entry("Figures of", List.of()));
    legend.add(new Entry("macro or array", List.of(analog)));
    legend.add(new Entry("processor or system", List.of(look(ComputeStyle.ANALOG, NodeClass.MIDDLE, false, false))));
    if (rows.stream().anyMatch(row -> row.chip().own())) {
      legend.add(new Entry("Your chips", List.of()));
      legend.add(new Entry("larger, with a black line", List.of(look(ComputeStyle.ANALOG, NodeClass.MIDDLE, true, true))));
    }
    return legend;
  }

  /** Nodes of about one kind of technology, in darker shades the finer they are. */
  private enum NodeClass {
    FINEST("up to 7 nm", "#08306b", "#7f2704", "#222222"),
    FINE("8 to 16 nm", "#2171b5", "#d94801", "#555555"),
    MIDDLE("17 to 28 nm", "#6baed6", "#fd8d3c", "#888888"),
    COARSE("29 to 65 nm", "#bdd7e7", "#fdd0a2", "#bbbbbb"),
    COARSEST("above 65 nm", "#f3f8fd", "#fff5eb", "#f2f2f2");

    private static final double[] HIGHEST_NM = {7, 16, 28, 65};

    private final String words;
    private final String analog;
    private final String digital;
    private final String neutral;

    NodeClass(String words, String analog, String digital, String neutral) {
      this.words = words;
      this.analog = analog;
      this.digital = digital;
      this.neutral = neutral;
    }

    static NodeClass of(double nodeNm) {
      int index = 0;
      while (index < HIGHEST_NM.length && !(nodeNm <= HIGHEST_NM[index])) {
        index++;
      }
      return values()[index];
    }
  }
}
