package org.imc.dsl.ui.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.imc.dsl.chart.Drawing;
import org.imc.dsl.chart.Drawing.Anchor;
import org.imc.dsl.chart.Drawing.Box;
import org.imc.dsl.chart.Drawing.Path;
import org.imc.dsl.chart.Drawing.Rgb;
import org.imc.dsl.chart.Drawing.Shape;
import org.imc.dsl.chart.Drawing.Theme;
import org.imc.dsl.chart.Drawing.Words;
import org.imc.dsl.ide.results.ElementCost;
import org.imc.dsl.report.Figures;
import org.imc.dsl.ui.views.Palette;
import org.imc.engine.ElementId;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.result.Evaluation;
import org.imc.engine.workload.Operand;

/** Draws an architecture: boxes as large as one share of theirs, as dark as another, and the ways of the operands. */
final class ArchitectureDrawing {

  private static final String MACROS = "\0macros"; // no memory has such a name
  private static final double LEAST_WIDTH = 150;
  private static final double LEAST_HEIGHT = 74;
  private static final double GROWTH = 0.8;
  private static final double LINE = 15;
  private static final double SIZE = 11;
  private static final double LEGEND = 30;
  private static final Rgb DARKEST = new Rgb(0x1965B0);

  /** By what boxes are sized or coloured. */
  enum Measure {
    AREA, ENERGY;

    double of(ElementCost cost) {
      return this == AREA ? cost.areaShare() : cost.energyShare();
    }

    Measure other() {
      return this == AREA ? ENERGY : AREA;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Evaluation evaluation;
  private final Measure size;
  private final Map<ElementId, ElementCost> costs;
  private final ArchitectureGraph graph = new ArchitectureGraph();
  private final List<Shape> shapes = new ArrayList<>();

  private ArchitectureDrawing(Evaluation evaluation, Measure size) {
    this.evaluation = evaluation;
    this.size = size;
    this.costs = ElementCost.of(evaluation);
  }

  /**
   * Return the drawing of an evaluated architecture.
   *
   * @param size by what boxes are sized; they are coloured by the other
   */
  static Drawing of(Evaluation evaluation, Measure size) {
    return new ArchitectureDrawing(evaluation, size).draw();
  }

  private Drawing draw() {
    Architecture architecture = evaluation.study().architecture();
    add(MACROS, architecture.macro().id());
    architecture.memories().levels().forEach(level -> add(level.name(), level.id()));
    for (Operand operand : Operand.values()) {
      String from = MACROS;
      for (int level : architecture.memories().chain(operand)) {
        String to = architecture.memories().levels().get(level).name();
        graph.connect(from, to, operand);
        from = to;
      }
    }
    graph.layOut();
    for (ArchitectureGraph.Way way : graph.ways()) {
      shapes.add(new Path(way.points(), Palette.paint(Palette.operand(way.operand())), 2));
    }
    macros(architecture);
    architecture.memories().levels().forEach(this::memory);
    double width = Math.max(graph.width(), legend());
    return new Drawing("Architecture " + architecture.name(), width, graph.height() + LEGEND, shapes);
  }

  private void add(String name, ElementId id) {
    double scale = 1 + GROWTH * Math.sqrt(size.of(costs.get(id)));
    graph.add(name, LEAST_WIDTH * scale, LEAST_HEIGHT * scale);
  }

  private void macros(Architecture architecture) {
    MacroGeometry geometry = architecture.macro().geometry();
    box(MACROS, architecture.macro().id(),
        architecture.macro().name() + (architecture.macros() > 1 ? " x " + architecture.macros() : ""),
        "%d x %d cells, %d x %d bit".formatted(
            geometry.rows(), geometry.columns(), geometry.activationBits(), geometry.weightBits()));
  }

  private void memory(MemoryLevel level) {
    String sharing = switch (level.sharing()) {
      case PER_ROW -> ", one a row";
      case PER_OUTPUT -> ", one an output";
      case PER_MACRO -> ", one a macro";
      case GLOBAL -> "";
    };
    box(level.name(), level.id(), level.name(), capacity(level.capacityBits()) + sharing);
  }

  /** Return bits as people write them: {@code 64 KiB}, {@code 24 bit}. */
  static String capacity(long bits) {
    String[] units = {"B", "KiB", "MiB", "GiB"};
    if (bits < 1024 || bits % 8 != 0) {
      return bits + " bit";
    }
    double bytes = bits / 8.0;
    int unit = 0;
    while (bytes >= 1024 && unit < units.length - 1) {
      bytes /= 1024;
      unit++;
    }
    return Figures.plain(bytes).replaceAll("\\.0+$", "") + " " + units[unit];
  }

  private void box(String node, ElementId id, String title, String subtitle) {
    ArchitectureGraph.Place place = graph.place(node);
    ElementCost cost = costs.get(id);
    Rgb fill = tint(size.other().of(cost));
    var ink = Drawing.on(fill);
    String energy = "%s (%s)".formatted(Figures.energy(cost.energyPj()), Figures.percent(cost.energyShare()));
    String area = cost.areaMm2() > 0
        ? "%s (%s)".formatted(Figures.area(cost.areaMm2()), Figures.percent(cost.areaShare())) : "no area given";
    shapes.add(new Box(place.x(), place.y(), place.width(), place.height(), fill, Theme.LINE,
        "%s: %s, %s".formatted(title, energy, area), Optional.of(id.value())));
    double x = place.x() + place.width() / 2;
    double y = place.y() + place.height() / 2 - 1.5 * LINE + SIZE - 2;
    shapes.add(new Words(x, y, title, SIZE + 1, true, Anchor.MIDDLE, ink));
    shapes.add(new Words(x, y + LINE, subtitle, SIZE - 1, false, Anchor.MIDDLE, ink));
    shapes.add(new Words(x, y + 2 * LINE, energy, SIZE - 1, false, Anchor.MIDDLE, ink));
    shapes.add(new Words(x, y + 3 * LINE, area, SIZE - 1, false, Anchor.MIDDLE, ink));
  }

  /** Return the colour for a share: white for none, dark for all. */
  private static Rgb tint(double share) {
    double part = 0.06 + 0.94 * Math.sqrt(Math.clamp(share, 0, 1));
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int dark = DARKEST.value() >> shift & 0xFF;
      mixed |= (int) Math.round(255 + (dark - 255) * part) << shift;
    }
    return new Rgb(mixed);
  }

  private double legend() {
    double x = 16;
    double y = graph.height() + LEGEND / 2;
    for (Operand operand : List.of(Operand.INPUT, Operand.WEIGHT, Operand.OUTPUT)) {
      String word = operand.name().toLowerCase(Locale.ROOT) + "s";
      shapes.add(new Path(List.of(x, y - 4, x + 18, y - 4), Palette.paint(Palette.operand(operand)), 2));
      shapes.add(new Words(x + 24, y, word, SIZE, false, Anchor.START, Theme.TEXT));
      x += 40 + Drawing.width(word, SIZE);
    }
    String words = "larger: more %s; darker: more %s".formatted(size.word(), size.other().word());
    shapes.add(new Words(x + 12, y, words, SIZE, false, Anchor.START, Theme.FAINT));
    return x + 28 + Drawing.width(words, SIZE);
  }
}
