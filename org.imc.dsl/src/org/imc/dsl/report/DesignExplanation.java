package org.imc.dsl.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.imc.engine.Engine;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.MemoryPort;
import org.imc.engine.cost.ChipExplanation;
import org.imc.engine.cost.EnergyExplanation;
import org.imc.engine.cost.MacroExplanation.Part;
import org.imc.engine.cost.MacroExplanation.Quantity;
import org.imc.engine.result.LatencyBreakdown;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.result.NamedPart;
import org.imc.engine.result.Transfer.Direction;

/** Where the figures of a chip, of a memory and of a mapped layer come from, as text; those of macros are {@link ExplanationReport}'s. */
public final class DesignExplanation {

  private static final String OF_LATENCY =
      "fill + drain + max(compute + access + weight write + waits, overlapped writes, busiest port)";

  private static final double UM2_PER_MM2 = 1e6;

  private final Architecture architecture;
  private final List<String> lines = new ArrayList<>();

  private DesignExplanation(Architecture architecture) {
    this.architecture = architecture;
  }

  /** What can be explained. */
  public enum Figure { ENERGY, LATENCY, AREA }

  /** Explain figures of a chip. */
  public static String ofArchitecture(Architecture architecture, List<Figure> figures) {
    var text = new DesignExplanation(architecture);
    text.lines.add("Architecture %s: %d x macro %s, %s".formatted(architecture.id(), architecture.macros(),
        architecture.macro().name(), architecture.memories().levels().stream()
            .map(level -> "memory " + level.name()).collect(Collectors.joining(", "))));
    figures.forEach(text::addOfChip);
    return text.text();
  }

  private void addOfChip(Figure figure) {
    lines.add("");
    switch (figure) {
      case ENERGY -> {
        List<Part> parts = ChipExplanation.ofMacros(architecture, Quantity.ENERGY);
        lines.add("Energy: %s a cycle of all macros at their peak".formatted(Figures.energy(total(parts))));
        add(parts, figure);
        lines.add("Beside it, for each bit that goes through a memory");
        architecture.memories().levels().forEach(this::addBits);
      }
      case LATENCY -> {
        lines.add("Clock period: %s; a layer takes as many as its mapping says".formatted(
            Figures.time(Engine.macroCost(architecture.macro()).clockPeriodNs())));
        add(ChipExplanation.ofMacros(architecture, Quantity.CLOCK), figure);
        lines.add("Beside it, for each bit that goes through a memory");
        architecture.memories().levels().forEach(this::addPorts);
      }
      case AREA -> {
        List<Part> parts = ChipExplanation.area(architecture);
        lines.add("Area: " + Figures.area(total(parts)));
        add(parts, figure);
      }
    }
  }

  /**
   * Explain figures of a memory.
   *
   * @param sources what says its figures, where they are not its own
   */
  public static String ofMemory(Architecture architecture, MemoryLevel level, List<Figure> figures, List<String> sources) {
    var text = new DesignExplanation(architecture);
    text.lines.add("Memory %s of architecture %s: %d bit for each %s".formatted(
        level.name(), architecture.id(), level.capacityBits(), Words.of(level.sharing())));
    for (Figure figure : figures) {
      text.lines.add("");
      switch (figure) {
        case ENERGY -> {
          text.lines.add("Energy of a bit");
          text.addBits(level);
        }
        case LATENCY -> {
          text.lines.add("Time of a bit, in cycles of the macro's clock");
          text.addPorts(level);
        }
        case AREA -> {
          Part part = ChipExplanation.area(architecture, level);
          text.lines.add("Area: " + Figures.area(part.value()));
          text.add(List.of(part), figure);
        }
      }
    }
    sources.forEach(source -> text.lines.add("Source: " + source.strip().replaceAll("\\s+", " ")));
    return text.text();
  }

  /** Explain figures of a layer as it is mapped; {@link Figure#AREA} is none. */
  public static String ofLayer(String study, LayerEvaluation layer, List<Figure> figures) {
    var text = new DesignExplanation(layer.architecture());
    text.lines.add("Layer %s of %s".formatted(layer.layer().name(), study));
    for (Figure figure : figures) {
      text.lines.add("");
      switch (figure) {
        case ENERGY -> {
          text.lines.add("Energy: " + Figures.energy(layer.energy().totalPj()));
          text.add(EnergyExplanation.of(layer.architecture(), layer.energy()), figure);
        }
        case LATENCY -> text.addLatency(layer.latency());
        case AREA -> throw new IllegalArgumentException("A layer has no area.");
      }
    }
    return text.text();
  }

  private void addLatency(LatencyBreakdown latency) {
    double total = latency.totalCycles();
    lines.add("Latency: %s cycles, %s".formatted(Figures.count(total), Figures.time(latency.totalNs())));
    for (NamedPart part : latency.parts()) {
      lines.add("  %s: %s cycles, %s".formatted(part.name(), Figures.count(part.value()), Figures.percent(part.value() / total)));
    }
    lines.add("  formula: " + OF_LATENCY);
    lines.add("  busiest port: %s cycles, overlapped writes: %s cycles, a cycle: %s".formatted(
        Figures.count(latency.busiestPortCycles()), Figures.count(latency.overlappedWriteCycles()),
        Figures.time(latency.clockPeriodNs())));
  }

  private void addBits(MemoryLevel level) {
    for (Direction direction : Direction.values()) {
      Part bit = ChipExplanation.bit(level, direction);
      lines.add("  %s %s: %s, of %s, %s".formatted(level.name(), Words.of(direction), Figures.energy(bit.value()),
          bit.provenance().source(), bit.provenance().range()));
    }
  }

  private void addPorts(MemoryLevel level) {
    for (MemoryPort port : level.ports()) {
      lines.add("  %s port %s: 1 / %s = %s cycles".formatted(level.name(), Words.of(port.direction()),
          Figures.count(port.bandwidthBitsPerCycle()), Figures.significant(1 / port.bandwidthBitsPerCycle(), 3)));
    }
  }

  private void add(List<Part> parts, Figure figure) {
    lines.addAll(switch (figure) {
      case ENERGY -> PartText.of(parts, architecture.macro(), Figures::energy);
      case LATENCY -> PartText.of(parts, architecture.macro(), Figures::time);
      case AREA -> PartText.of(parts, architecture.macro(), Figures::area, DesignExplanation::um2);
    });
  }

  private static String um2(double mm2) {
    return Figures.plain(mm2 * UM2_PER_MM2) + " µm²";
  }

  private static double total(List<Part> parts) {
    return parts.stream().mapToDouble(Part::value).sum();
  }

  private String text() {
    return String.join("\n", lines) + "\n";
  }
}
