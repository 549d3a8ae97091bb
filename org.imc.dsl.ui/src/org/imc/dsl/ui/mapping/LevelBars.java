package org.imc.dsl.ui.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.imc.dsl.chart.Drawing.Anchor;
import org.imc.dsl.chart.Drawing.Box;
import org.imc.dsl.chart.Drawing.Paint;
import org.imc.dsl.chart.Drawing.Shape;
import org.imc.dsl.chart.Drawing.Theme;
import org.imc.dsl.chart.Drawing.Words;
import org.imc.dsl.ide.results.TimeUse;
import org.imc.dsl.report.Figures;
import org.imc.dsl.ui.views.Palette;
import org.imc.engine.result.LatencyBreakdown;
import org.imc.engine.result.LevelUse;
import org.imc.engine.result.LevelUse.OperandUse;
import org.imc.engine.result.LevelUse.PortUse;

/** Draws a column of bars: level by level, how full it is and how much of each port's bandwidth is needed; or what the time is spent on. */
final class LevelBars {

  private static final double ROW = NestDrawing.ROW;
  private static final double SIZE = NestDrawing.SIZE;
  private static final double NAME = 136;
  private static final double BAR = 170;
  private static final double FIGURES = 220;
  private static final double SHARE = 64;

  private final List<Shape> shapes = new ArrayList<>();
  private final double left;
  private double y;

  /** Draw at a place. */
  LevelBars(double left, double top) {
    this.left = left;
    this.y = top;
  }

  /** Return how wide a column of levels is. */
  static double levelsWidth() {
    return NAME + BAR + FIGURES;
  }

  /** Return how wide a column of the time is. */
  static double timeWidth() {
    return NAME + BAR + SHARE;
  }

  /** Draw levels, and return what is drawn. */
  List<Shape> levels(List<LevelUse> levels, LatencyBreakdown latency) {
    heading("Capacity of one instance");
    levels.forEach(this::capacity);
    y += ROW / 3;
    heading("Bandwidth: needed, of what there is");
    levels.forEach(level -> level.ports().forEach(port -> bandwidth(level, port, latency)));
    return shapes;
  }

  /** Draw what the time is spent on, and return what is drawn. */
  List<Shape> time(LatencyBreakdown latency) {
    heading("Time: " + Figures.time(latency.totalNs()));
    for (TimeUse use : TimeUse.values()) {
      share(use.label(), use.cycles(latency) / latency.totalCycles(), Palette.paint(Palette.time(use)));
    }
    return shapes;
  }

  /** Return where the next line would be. */
  double bottom() {
    return y;
  }

  private void capacity(LevelUse level) {
    frame(level.level(), Optional.of(level.level()));
    double x = left + NAME;
    for (OperandUse use : level.operands()) {
      double length = Math.min(BAR, BAR * use.keptBits() / level.capacityBits());
      Paint colour = Palette.paint(Palette.operand(use.operand()));
      fill(x, Math.min(length, left + NAME + BAR - x), colour, "%ss: %s words, %s bit".formatted(
          use.operand().name().toLowerCase(Locale.ROOT), Figures.count(use.keptWords()), Figures.count(use.keptBits())));
      x += length;
    }
    figures("%s of %s bit · %s".formatted(
        Figures.count(level.keptBits()), Figures.count(level.capacityBits()), Figures.percent(level.capacityShare())));
  }

  private void bandwidth(LevelUse level, PortUse port, LatencyBreakdown latency) {
    String direction = port.direction().name().toLowerCase(Locale.ROOT).replace("_", "");
    frame(level.level() + " " + direction, Optional.of(level.level()));
    double share = port.neededBitsPerCycle() / port.availableBitsPerCycle();
    fill(left + NAME, BAR * Math.min(1, share), port.isTooSlow() ? Palette.paint(Palette.WAITING) : Palette.paint(Palette.COMPUTING),
        "busy %s of the time".formatted(Figures.percent(port.busyCycles() / latency.totalCycles())));
    figures("%s of %s bit/cycle%s".formatted(Figures.plain(port.neededBitsPerCycle()),
        Figures.plain(port.availableBitsPerCycle()), port.isTooSlow() ? " · the array waits" : ""));
  }

  private void share(String name, double share, Paint colour) {
    frame(name, Optional.empty());
    fill(left + NAME, BAR * share, colour, name);
    figures(Figures.percent(share));
  }

  private void heading(String text) {
    shapes.add(new Words(left, y + ROW - 7, text, SIZE, true, Anchor.START, Theme.TEXT));
    y += ROW;
  }

  private void frame(String name, Optional<String> link) {
    shapes.add(new Words(left, y + ROW - 7, name, SIZE, false, Anchor.START, Theme.TEXT));
    shapes.add(new Box(left + NAME, y + 4, BAR, ROW - 9, Theme.GROUND, Theme.LINE, "", link));
  }

  private void fill(double x, double length, Paint colour, String tip) {
    if (length > 0) {
      shapes.add(new Box(x, y + 4, length, ROW - 9, colour, colour, tip, Optional.empty()));
    }
  }

  private void figures(String text) {
    shapes.add(new Words(left + NAME + BAR + 8, y + ROW - 7, text, SIZE - 1, false, Anchor.START, Theme.FAINT));
    y += ROW;
  }
}
