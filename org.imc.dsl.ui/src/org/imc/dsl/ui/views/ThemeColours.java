package org.imc.dsl.ui.views;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;

/**
 * The colours for what is painted inside a composite. A dark theme styles the composite, but not what the system calls the
 * colours of lists.
 *
 * @param ground behind everything
 * @param text of words that matter
 * @param faint of words that matter less
 * @param line of edges and grids
 */
public record ThemeColours(Color ground, Color text, Color faint, Color line) {

  private static final int MIDDLE = 128;

  /** Return the colours for what is painted inside a composite. */
  public static ThemeColours in(Composite composite) {
    Display display = composite.getDisplay();
    if (isDark(composite)) {
      return new ThemeColours(composite.getBackground(), new Color(0xE6, 0xE6, 0xE6), new Color(0xA8, 0xA8, 0xA8),
          new Color(0x6E, 0x6E, 0x6E));
    }
    return new ThemeColours(display.getSystemColor(SWT.COLOR_LIST_BACKGROUND), display.getSystemColor(SWT.COLOR_LIST_FOREGROUND),
        new Color(0x66, 0x66, 0x66), display.getSystemColor(SWT.COLOR_WIDGET_NORMAL_SHADOW));
  }

  /** Return whether a control has a dark ground. */
  public static boolean isDark(Control control) {
    Color ground = control.getBackground();
    return (ground.getRed() + ground.getGreen() + ground.getBlue()) / 3 < MIDDLE;
  }

  /** Colour a chart, now and whenever the theme of what it stands in has changed. */
  public static void follow(Chart chart) {
    apply(chart);
    chart.addPaintListener(event -> {
      Color words = chart.getAxisSet().getYAxis(0).getTitle().getForeground(); // the theme itself styles grounds only
      if (!words.equals(in(chart.getParent()).text())) {
        chart.getDisplay().asyncExec(() -> {
          if (!chart.isDisposed()) {
            apply(chart);
            chart.redraw();
          }
        });
      }
    });
  }

  /** Colour a chart's ground, axes and legend. */
  public static void apply(Chart chart) {
    ThemeColours colours = in(chart.getParent());
    chart.setBackground(colours.ground());
    chart.getPlotArea().setBackground(colours.ground());
    chart.getLegend().setBackground(colours.ground());
    chart.getLegend().setForeground(colours.text());
    for (IAxis axis : chart.getAxisSet().getAxes()) {
      axis.getTitle().setForeground(colours.text());
      axis.getTick().setForeground(colours.text());
      axis.getGrid().setForeground(colours.line());
    }
  }
}
