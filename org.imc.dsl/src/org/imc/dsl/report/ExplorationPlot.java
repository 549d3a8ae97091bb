package org.imc.dsl.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.imc.dsl.chart.Mark;
import org.imc.dsl.chart.ScatterChart;
import org.imc.engine.explore.Exploration;
import org.imc.engine.explore.Metric;
import org.imc.engine.explore.ParetoFront;

/** Plot the priced designs of an exploration by two figures, those of the front larger and with their numbers. */
public final class ExplorationPlot {

  /** Told apart by every kind of colour vision, and by shape. */
  private static final List<Mark.Look> LOOKS = List.of(
      new Mark.Look(Mark.Shape.CIRCLE, "#6baed6", "#08306b", true, false),
      new Mark.Look(Mark.Shape.DIAMOND, "#fd8d3c", "#7f2704", true, false),
      new Mark.Look(Mark.Shape.TRIANGLE, "#888888", "#222222", true, false),
      new Mark.Look(Mark.Shape.CIRCLE, "#ffffff", "#08306b", false, false),
      new Mark.Look(Mark.Shape.DIAMOND, "#ffffff", "#7f2704", false, false),
      new Mark.Look(Mark.Shape.TRIANGLE, "#ffffff", "#222222", false, false));

  private ExplorationPlot() { }

  static ScatterChart of(Explored explored) {
    Exploration exploration = explored.result().exploration();
    return of(explored, across(exploration), exploration.metrics().getFirst());
  }

  /** Return the figure to the right where nobody chose one: the second that is asked for, or what the first costs. */
  public static Metric across(Exploration exploration) {
    Metric first = exploration.metrics().getFirst();
    return exploration.metrics().size() > 1 ? exploration.metrics().get(1) : first == Metric.AREA ? Metric.ENERGY : Metric.AREA;
  }

  /** Plot designs by two figures. */
  public static ScatterChart of(Explored explored, Metric x, Metric y) {
    Exploration exploration = explored.result().exploration();
    List<String> names = explored.sample().stream().map(priced -> priced.design().values().getFirst()).distinct().toList();
    Set<Long> front = explored.result().front().stream().map(ParetoFront.Entry::index).collect(Collectors.toSet());
    var across = PlotScale.of(x, explored.sample());
    var up = PlotScale.of(y, explored.sample());
    var marks = new ArrayList<Mark>();
    for (boolean best : new boolean[] {false, true}) { // the front lies over the others
      for (Explored.Priced priced : explored.sample()) {
        if (front.contains(priced.design().index()) == best) {
          Mark.Look look = look(names.indexOf(priced.design().values().getFirst()), best);
          marks.add(new Mark(across.of(priced), up.of(priced), look,
              best ? Long.toString(priced.design().index()) : "", DesignWords.of(exploration, priced), best ? 0 : 1));
        }
      }
    }
    return new ScatterChart("%s: %s".formatted(exploration.name(), ExplorationText.asked(exploration)),
        across.axis(explored.sample()), up.axis(explored.sample()), marks, legend(names));
  }

  private static Mark.Look look(int architecture, boolean best) {
    Mark.Look look = LOOKS.get(architecture % LOOKS.size());
    return best ? new Mark.Look(look.shape(), look.color(), look.line(), look.filled(), true) : look;
  }

  private static List<ScatterChart.Entry> legend(List<String> names) {
    var legend = new ArrayList<ScatterChart.Entry>();
    legend.add(new ScatterChart.Entry("Architecture", List.of()));
    for (int i = 0; i < names.size(); i++) {
      legend.add(new ScatterChart.Entry(names.get(i), List.of(look(i, false))));
    }
    legend.add(new ScatterChart.Entry("Front", List.of()));
    legend.add(new ScatterChart.Entry("larger, with its number", List.of(look(0, true))));
    return legend;
  }
}
