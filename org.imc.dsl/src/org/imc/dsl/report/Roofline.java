package org.imc.dsl.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.imc.dsl.chart.Axis;
import org.imc.dsl.chart.Mark;
import org.imc.dsl.chart.Mark.Look;
import org.imc.dsl.chart.Mark.Shape;
import org.imc.dsl.chart.Palette;
import org.imc.dsl.chart.ScatterChart;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.MemoryPort;
import org.imc.engine.arch.Sharing;
import org.imc.engine.cost.MappingUse;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.result.LevelUse;

/**
 * The layers of a study below their roofs: throughput over operations per bit that moves through a memory, for each memory
 * outside the macros' rows and columns. The roofs are the macros' peak and what the ports of the memory carry.
 *
 * <p>Source: Williams, Waterman and Patterson, Roofline, CACM 2009; by memory level: Yang, Kurth and Williams, Hierarchical
 * roofline analysis, CCPE 2020.
 *
 * @param peakTops the level roof
 * @param memories the slopes
 * @param points the layers
 */
record Roofline(double peakTops, List<Memory> memories, List<Point> points) {

  private static final double HEIGHT = 420;

  private static final List<Shape> SHAPES = List.of(Shape.CIRCLE, Shape.DIAMOND, Shape.TRIANGLE);

  /**
   * A memory and its roof.
   *
   * @param name of the memory
   * @param gigabitsPerSecond what its ports carry at most, all of them and of all instances together
   */
  record Memory(String name, double gigabitsPerSecond) {

    /** Return the most that can be computed, TOPS. */
    double tops(double operationsPerBit) {
      return gigabitsPerSecond * operationsPerBit / 1000;
    }
  }

  /**
   * A layer at one memory.
   *
   * @param layer its name
   * @param memory which memory
   * @param operationsPerBit of what is read out of it and written into it
   * @param tops effective throughput
   */
  record Point(String layer, Memory memory, double operationsPerBit, double tops) { }

  /** Return the roofs of a study and the layers that compute. */
  static Roofline of(Evaluation evaluation) {
    Architecture architecture = evaluation.study().architecture();
    double periodNs = evaluation.macro().clockPeriodNs();
    var memories = new ArrayList<Memory>();
    var points = new ArrayList<Point>();
    for (MemoryLevel level : architecture.memories().levels()) {
      if (level.sharing() == Sharing.PER_MACRO || level.sharing() == Sharing.GLOBAL) {
        int instances = level.sharing() == Sharing.GLOBAL ? 1 : architecture.macros();
        double bits = level.ports().stream().mapToDouble(MemoryPort::bandwidthBitsPerCycle).sum();
        memories.add(new Memory(level.name(), instances * bits / periodNs));
      }
    }
    for (LayerEvaluation layer : evaluation.layers()) {
      if (layer.layer().macs() > 0) {
        MappingUse.of(layer).forEach(use -> memories.stream().filter(memory -> memory.name().equals(use.level()))
            .filter(memory -> bits(use) > 0)
            .forEach(memory -> points.add(point(layer, memory, bits(use)))));
      }
    }
    return new Roofline(architecture.macros() * evaluation.macro().tops(), memories, points);
  }

  private static Point point(LayerEvaluation layer, Memory memory, double bits) {
    double operations = 2.0 * layer.layer().macs();
    return new Point(layer.layer().name(), memory, operations / bits, operations / layer.latency().totalNs() / 1000);
  }

  private static double bits(LevelUse use) {
    return use.operands().stream().mapToDouble(operand -> (double) operand.readBits() + operand.writtenBits()).sum();
  }

  /** Return the chart. */
  ScatterChart chart() {
    Axis x = Axis.decades("operations per bit that moves through the memory",
        points.stream().mapToDouble(Point::operationsPerBit).toArray());
    Axis y = Axis.decades("TOPS", DoubleStream.concat(DoubleStream.of(peakTops), points.stream().mapToDouble(Point::tops)).toArray());
    List<Mark> marks = points.stream().map(point -> new Mark(point.operationsPerBit(), point.tops(), look(point.memory()), point.layer(),
        "%s, %s: %s TOPS, %s operations per bit".formatted(point.layer(), point.memory().name(), Figures.plain(point.tops()),
            Figures.plain(point.operationsPerBit())), memories.indexOf(point.memory()))).toList();
    return new ScatterChart("Roofline: throughput of each layer under the roofs of the macros and the memories", x, y, marks, legend(),
        roofs(x, y), HEIGHT);
  }

  private List<ScatterChart.Roof> roofs(Axis x, Axis y) {
    var roofs = new ArrayList<ScatterChart.Roof>();
    roofs.add(new ScatterChart.Roof(x.low(), peakTops, x.high(), peakTops, "#888888",
        "peak of the macros: %s TOPS".formatted(Figures.plain(peakTops))));
    for (Memory memory : memories) {
      double begin = Math.max(x.low(), y.low() / memory.tops(1));
      double end = Math.min(x.high(), peakTops / memory.tops(1));
      if (begin < end) {
        roofs.add(new ScatterChart.Roof(begin, memory.tops(begin), end, memory.tops(end), look(memory).color(), words(memory)));
      }
    }
    return roofs;
  }

  private static String words(Memory memory) {
    return "%s, %s Gbit/s".formatted(memory.name(), Figures.plain(memory.gigabitsPerSecond()));
  }

  private Look look(Memory memory) {
    int index = memories.indexOf(memory);
    String color = Palette.color(index);
    return new Look(SHAPES.get(index % SHAPES.size()), color, color, true, false);
  }

  private List<ScatterChart.Entry> legend() {
    var legend = new ArrayList<ScatterChart.Entry>();
    legend.add(new ScatterChart.Entry("Traffic of", List.of()));
    memories.forEach(memory -> legend.add(new ScatterChart.Entry(words(memory), List.of(look(memory)))));
    return legend;
  }
}
