package org.imc.dsl.ui.views;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Display;
import org.imc.dsl.chart.Drawing;
import org.imc.dsl.chart.Drawing.Box;
import org.imc.dsl.chart.Drawing.Paint;
import org.imc.dsl.chart.Drawing.Path;
import org.imc.dsl.chart.Drawing.Rgb;
import org.imc.dsl.chart.Drawing.Theme;
import org.imc.dsl.chart.Drawing.Words;

/** Paints a drawing in the colours of the current theme. */
final class DrawingPainter {

  private static final double POINTS_PER_INCH = 72;
  private static final int SELECTION_WIDTH = 3;

  private record Letters(double size, boolean bold) { }

  private final GC gc;
  private final Display display;
  private final ThemeColours colours;
  private final Map<Letters, Font> fonts = new HashMap<>();

  DrawingPainter(GC gc, Display display, ThemeColours colours) {
    this.gc = gc;
    this.display = display;
    this.colours = colours;
  }

  void paint(Drawing drawing, Optional<String> selected) {
    gc.setAntialias(SWT.ON);
    for (Drawing.Shape shape : drawing.shapes()) {
      switch (shape) {
        case Box box -> box(box, selected.isPresent() && box.link().equals(selected));
        case Path path -> path(path);
        case Words words -> words(words);
      }
    }
    gc.setFont(null);
    fonts.values().forEach(Font::dispose);
    fonts.clear();
  }

  private void box(Box box, boolean selected) {
    int x = (int) Math.round(box.x());
    int y = (int) Math.round(box.y());
    int width = (int) Math.round(box.x() + box.width()) - x;
    int height = (int) Math.round(box.y() + box.height()) - y;
    gc.setBackground(colour(box.fill()));
    gc.fillRectangle(x, y, width, height);
    gc.setForeground(colour(selected ? Theme.SELECTION : box.line()));
    gc.setLineWidth(selected ? SELECTION_WIDTH : 1);
    gc.drawRectangle(x, y, width, height);
    gc.setLineWidth(1);
  }

  private void path(Path path) {
    List<Double> points = path.points();
    gc.setForeground(colour(path.colour()));
    gc.setLineWidth((int) Math.max(1, Math.round(path.width())));
    gc.drawPolyline(points.stream().mapToInt(value -> (int) Math.round(value)).toArray());
    gc.setLineWidth(1);
  }

  private void words(Words words) {
    gc.setFont(fonts.computeIfAbsent(new Letters(words.size(), words.bold()), this::font));
    gc.setForeground(colour(words.colour()));
    Point extent = gc.textExtent(words.text());
    double left = switch (words.anchor()) {
      case START -> words.x();
      case MIDDLE -> words.x() - extent.x / 2.0;
      case END -> words.x() - extent.x;
    };
    var metrics = gc.getFontMetrics();
    int above = metrics.getAscent() + metrics.getLeading();
    gc.drawText(words.text(), (int) Math.round(left), (int) Math.round(words.y() - above), SWT.DRAW_TRANSPARENT);
  }

  private Font font(Letters letters) {
    FontData base = display.getSystemFont().getFontData()[0];
    int points = (int) Math.max(1, Math.round(letters.size() * POINTS_PER_INCH / display.getDPI().y));
    return new Font(display, new FontData(base.getName(), points, letters.bold() ? SWT.BOLD : SWT.NORMAL));
  }

  private Color colour(Paint paint) {
    return switch (paint) {
      case Rgb rgb -> new Color(rgb.value() >> 16 & 0xFF, rgb.value() >> 8 & 0xFF, rgb.value() & 0xFF);
      case Theme theme -> switch (theme) {
        case TEXT -> colours.text();
        case FAINT -> colours.faint();
        case LINE -> colours.line();
        case GROUND -> colours.ground();
        case SELECTION -> display.getSystemColor(SWT.COLOR_LIST_SELECTION);
      };
    };
  }
}
