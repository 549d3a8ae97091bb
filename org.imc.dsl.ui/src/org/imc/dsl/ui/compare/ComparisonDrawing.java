package org.imc.dsl.ui.compare;

import java.util.ArrayList;
import java.util.List;
import org.imc.dsl.chart.Drawing;
import org.imc.dsl.chart.Drawing.Anchor;
import org.imc.dsl.chart.Drawing.Paint;
import org.imc.dsl.chart.Drawing.Path;
import org.imc.dsl.chart.Drawing.Rgb;
import org.imc.dsl.chart.Drawing.Shape;
import org.imc.dsl.chart.Drawing.Theme;
import org.imc.dsl.chart.Drawing.Words;
import org.imc.dsl.ide.results.Comparison.Line;
import org.jspecify.annotations.Nullable;

/** Draws the table of a comparison for a file. */
final class ComparisonDrawing {

  private static final double MARGIN = 16;
  private static final double ROW = 20;
  private static final double TOP = 62;
  private static final double SIZE = 12;
  private static final double GAP = 28;
  private static final Rgb LESS = new Rgb(0x1965B0);
  private static final Rgb MORE = new Rgb(0xC05000);

  private ComparisonDrawing() { }

  /** Return the drawing of a comparison, as wide as what stands in it. */
  static Drawing of(ComparisonFigures figures, String title) {
    var shapes = new ArrayList<Shape>();
    shapes.add(new Words(MARGIN, 28, title, SIZE + 3, true, Anchor.START, Theme.TEXT));
    double[] ends = ends(figures);
    double width = Math.max(ends[ends.length - 1], MARGIN + Drawing.width(title, SIZE + 3)) + MARGIN;
    row(shapes, figures.titles(), ends, TOP - 8, true, null);
    line(shapes, TOP, width);
    double y = TOP;
    for (Line line : figures.lines()) {
      if (figures.isTotal(line)) {
        line(shapes, y + 4, width);
        y += 4;
      }
      row(shapes, figures.cells(line), ends, y + ROW - 6, figures.isTotal(line), line);
      y += ROW;
    }
    return new Drawing(title, width, y + MARGIN, shapes);
  }

  /** Return where the columns end; the names begin at the margin. */
  private static double[] ends(ComparisonFigures figures) {
    var ends = new double[ComparisonFigures.COLUMNS];
    double end = MARGIN - GAP;
    for (int column = 0; column < ends.length; column++) {
      double widest = Drawing.width(figures.titles().get(column), SIZE);
      for (Line line : figures.lines()) {
        widest = Math.max(widest, Drawing.width(figures.cells(line).get(column), SIZE));
      }
      end += GAP + widest;
      ends[column] = end;
    }
    return ends;
  }

  private static void row(List<Shape> shapes, List<String> cells, double[] ends, double y, boolean bold,
      @Nullable Line line) {
    for (int column = 0; column < cells.size(); column++) {
      shapes.add(column == 0
          ? new Words(MARGIN, y, cells.get(column), SIZE, bold, Anchor.START, Theme.TEXT)
          : new Words(ends[column], y, cells.get(column), SIZE, bold, Anchor.END, colour(line, column)));
    }
  }

  private static Paint colour(@Nullable Line line, int column) {
    return switch (line == null ? 0 : ComparisonFigures.direction(line, column)) {
      case -1 -> LESS;
      case 1 -> MORE;
      default -> Theme.TEXT;
    };
  }

  private static void line(List<Shape> shapes, double y, double width) {
    shapes.add(new Path(List.of(MARGIN, y, width - MARGIN, y), Theme.LINE, 1));
  }
}
