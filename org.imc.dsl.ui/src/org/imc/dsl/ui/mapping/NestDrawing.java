package org.imc.dsl.ui.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.imc.dsl.chart.Drawing;
import org.imc.dsl.chart.Drawing.Anchor;
import org.imc.dsl.chart.Drawing.Box;
import org.imc.dsl.chart.Drawing.Rgb;
import org.imc.dsl.chart.Drawing.Shape;
import org.imc.dsl.chart.Drawing.Theme;
import org.imc.dsl.chart.Drawing.Words;
import org.imc.dsl.ui.views.Palette;
import org.imc.engine.mapping.ArrayAxis;
import org.imc.engine.mapping.Loop;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.result.LevelUse;
import org.imc.engine.workload.Operand;

/** Draws the loops of a mapping, the outermost on top, and beside each, by operand, the memory that keeps what it walks through. */
final class NestDrawing {

  static final double ROW = 22;
  static final double SIZE = 12;

  private static final double INDENT = 10;
  private static final double LOOPS = 210;
  private static final double CELL = 92;
  private static final double GAP = 6;
  private static final List<Operand> OPERANDS = List.of(Operand.INPUT, Operand.WEIGHT, Operand.OUTPUT);
  private static final Rgb CELLS = new Rgb(0x7BAFDE);

  private final List<Shape> shapes = new ArrayList<>();
  private final Mapping mapping;
  private final List<LevelUse> levels;
  private final double left;
  private final double top;

  /** Draw at a place. */
  NestDrawing(Mapping mapping, List<LevelUse> levels, double left, double top) {
    this.mapping = mapping;
    this.levels = levels;
    this.left = left;
    this.top = top;
  }

  /** Return how wide it is. */
  static double width() {
    return LOOPS + OPERANDS.size() * (CELL + GAP);
  }

  /** Return what is drawn. */
  List<Shape> shapes() {
    words(left, top + ROW - 7, "Loops in time", true, Theme.TEXT);
    for (int i = 0; i < OPERANDS.size(); i++) {
      Rgb colour = Palette.paint(Palette.operand(OPERANDS.get(i)));
      shapes.add(new Box(column(i), top + ROW - 3, CELL, 2, colour, colour, "", Optional.empty()));
      words(column(i), top + ROW - 7, OPERANDS.get(i).name().toLowerCase(Locale.ROOT) + "s in", true, Theme.TEXT);
    }
    List<Loop> loops = mapping.temporal().loops();
    double y = top + ROW + 4;
    for (int loop = loops.size() - 1; loop >= 0; loop--) {
      row(loop, loops.get(loop), loops.size() - 1 - loop, y);
      y += ROW;
    }
    if (loops.isEmpty()) {
      words(left, y + ROW - 7, "none: all at once", false, Theme.FAINT);
      y += ROW;
    }
    space(y + GAP);
    return shapes;
  }

  /** Return how high it is. */
  double height() {
    return (mapping.temporal().loops().size() + ArrayAxis.values().length + 3) * ROW;
  }

  private void row(int index, Loop loop, int depth, double y) {
    double indent = Math.min(depth * INDENT, LOOPS / 2);
    words(left + indent, y + ROW - 7, "for %s in 0 … %d".formatted(loop.dim(), loop.size() - 1), false, Theme.TEXT);
    for (int i = 0; i < OPERANDS.size(); i++) {
      int level = keeper(OPERANDS.get(i), index);
      Rgb colour = colour(level);
      String name = levels.get(level).level();
      shapes.add(new Box(column(i), y, CELL, ROW - 2, colour, colour,
          "%s walks through %ss kept in '%s'".formatted(loop.dim(), OPERANDS.get(i).name().toLowerCase(Locale.ROOT), name),
          Optional.of(name)));
      shapes.add(new Words(column(i) + CELL / 2, y + ROW - 8, fitting(name), SIZE - 1, false, Anchor.MIDDLE, Drawing.on(colour)));
    }
  }

  /** Return the first level, from the array outwards, that keeps what a loop walks through. */
  private int keeper(Operand operand, int loop) {
    int last = 0;
    for (int level = 0; level < levels.size(); level++) {
      var use = levels.get(level).of(operand);
      if (use.isPresent()) {
        last = level;
        if (use.get().loopsInside().size() > loop) {
          return level;
        }
      }
    }
    return last;
  }

  private void space(double y) {
    words(left, y + ROW - 7, "At once", true, Theme.TEXT);
    double line = y + ROW;
    for (ArrayAxis axis : ArrayAxis.values()) {
      List<Loop> loops = mapping.spatial().on(axis);
      words(left, line + ROW - 7, axis.name().toLowerCase(Locale.ROOT), false, Theme.FAINT);
      words(left + LOOPS / 2, line + ROW - 7,
          loops.isEmpty() ? "one" : loops.stream().map(Loop::toString).collect(Collectors.joining(", ")), false, Theme.TEXT);
      line += ROW;
    }
  }

  /** Return the colour of a level: the cells first, then the memories from the array outwards. */
  private Rgb colour(int level) {
    return level == 0 ? CELLS : Palette.paint(Palette.memory(level - 1, levels.size() - 1));
  }

  private static String fitting(String name) {
    int most = (int) (CELL / Drawing.width("m", SIZE - 1));
    return name.length() <= most ? name : name.substring(0, most - 1) + "…";
  }

  private double column(int operand) {
    return left + LOOPS + operand * (CELL + GAP);
  }

  private void words(double x, double y, String text, boolean bold, Theme colour) {
    shapes.add(new Words(x, y, text, SIZE, bold, Anchor.START, colour));
  }
}
