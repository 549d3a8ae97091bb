package org.imc.dsl.ui.exploration;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swtchart.Chart;

/** What the colours and shapes of both plots mean, in one line: there is little height for a legend in each. */
final class SeriesLegend {

  private record Entry(String series, Label mark) { }

  private final List<Entry> entries = new ArrayList<>();

  SeriesLegend(Composite parent) {
    var line = new Composite(parent, SWT.NONE);
    var layout = new RowLayout(SWT.HORIZONTAL);
    layout.marginTop = 0;
    layout.marginBottom = 0;
    line.setLayout(layout);
    add(line, "\u25CF", Series.OTHERS);
    add(line, "\u25C6", Series.FRONT);
    add(line, "\u25A0", Series.SELECTED);
  }

  private void add(Composite line, String shape, String series) {
    var mark = new Label(line, SWT.NONE);
    mark.setText(shape);
    new Label(line, SWT.NONE).setText(series);
    entries.add(new Entry(series, mark));
  }

  /** Show the colours of a plot. */
  void show(Chart chart, boolean outdated) {
    entries.forEach(entry -> entry.mark().setForeground(Series.colour(entry.series(), chart, outdated)));
  }
}
