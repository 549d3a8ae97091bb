package org.imc.dsl.ui.exploration;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtchart.Chart;
import org.imc.dsl.report.DesignWords;
import org.imc.dsl.report.Explored;
import org.imc.dsl.ui.views.ThemeColours;
import org.jspecify.annotations.Nullable;

/** A plot of designs, which says what is under the mouse and tells what is clicked on. */
abstract class DesignChart {

  private final Chart chart;
  private @Nullable DesignSelection shown;
  private boolean grey;

  DesignChart(Composite parent) {
    chart = new Chart(parent, SWT.NONE);
    chart.getTitle().setVisible(false);
    chart.getLegend().setVisible(false); // the plots share one
    ThemeColours.apply(chart);
    chart.getPlotArea().addMouseMoveListener(event -> chart.getPlotArea().setToolTipText(tip(event.x, event.y)));
  }

  final Chart chart() {
    return chart;
  }

  /** Return what is shown. */
  final @Nullable DesignSelection shown() {
    return shown;
  }

  /** Show designs; grey while they are those of an older text. */
  final void show(DesignSelection next, boolean outdated) {
    shown = next;
    grey = outdated;
    draw();
  }

  /** Draw what is shown anew. */
  final void draw() {
    if (shown != null) {
      chart.suspendUpdate(true); // else each change lays out all of it
      Series.clear(chart);
      draw(shown, grey);
      ThemeColours.apply(chart);
      chart.suspendUpdate(false);
      chart.redraw();
    }
  }

  /** Add series of designs to the empty chart. */
  abstract void draw(DesignSelection designs, boolean outdated);

  /** Return the shown design nearest to a place of the plot, if one is near. */
  abstract Optional<Explored.Priced> at(int x, int y);

  /** Call somebody with the design that is clicked, and with that which is double-clicked. */
  final void onClick(Consumer<Explored.Priced> selecting, Consumer<Explored.Priced> opening) {
    var plot = chart.getPlotArea().getControl();
    plot.addListener(SWT.MouseDown, event -> at(event.x, event.y).filter(design -> event.button == 1).ifPresent(selecting));
    plot.addListener(SWT.MouseDoubleClick, event -> at(event.x, event.y).filter(design -> event.button == 1).ifPresent(opening));
  }

  private @Nullable String tip(int x, int y) {
    return at(x, y).flatMap(design -> Optional.ofNullable(shown).map(now -> DesignWords.of(now.exploration(), design))).orElse(null);
  }
}
