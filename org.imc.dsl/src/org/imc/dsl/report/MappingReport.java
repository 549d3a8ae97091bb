package org.imc.dsl.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.engine.Activations;
import org.imc.engine.Study;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.cost.MemoryUse;
import org.imc.engine.mapping.ArrayAxis;
import org.imc.engine.mapping.Loop;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.mapping.MappingConstraint;
import org.imc.engine.result.LatencyBreakdown;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.workload.LoopBounds;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Operand;

/**
 * Write mappings in the language, complete: evaluated again, they give the same figures to the last bit. Comments say what
 * each memory holds, and how long its busiest port is.
 */
final class MappingReport {

  private static final String NONE = "none";

  private final StringBuilder text = new StringBuilder();
  private final Set<String> names = new HashSet<>();

  /** Return the mappings of one or more studies, and the questions that use them. */
  String render(List<StudyResult> results) {
    List<String> questions = new ArrayList<>();
    for (StudyResult result : results) {
      Study study = result.evaluation().study();
      String name = freeName("%s_on_%s_%s".formatted(
          study.network().name(), study.architecture().name(), word(study.objective())).replace("^", ""));
      String network = study.network().id().value();
      String architecture = study.architecture().id().value();
      text.append("mapping %s for %s on %s {\n".formatted(name, network, architecture));
      for (LayerEvaluation layer : result.evaluation().layers()) {
        if (layer.layer() instanceof MacLayer mac && layer.mapping() != null) {
          layer(layer.architecture(), mac, layer.mapping(), layer, study.weights().anyMayStay());
        }
      }
      text.append("}\n\n");
      questions.add("evaluate %s on %s minimising %s with %s%s\n".formatted(network, architecture,
          word(study.objective()), name,
          study.activations() == Activations.PLACED ? "" : " activations " + word(study.activations())));
    }
    questions.forEach(text::append);
    return text.toString();
  }

  private String freeName(String wanted) {
    String name = wanted;
    for (int number = 2; !names.add(name); number++) {
      name = wanted + "_" + number;
    }
    return name;
  }

  private void layer(Architecture architecture, MacLayer layer, Mapping mapping, LayerEvaluation cost, boolean anyStay) {
    text.append("  layer %s { // %s in %s\n".formatted(layerName(layer.name()),
        Figures.energy(cost.energy().totalPj()), Figures.time(cost.latency().totalNs())));
    for (ArrayAxis axis : ArrayAxis.values()) {
      line(word(axis), loops(mapping.spatial().on(axis)));
    }
    line("loops", loops(mapping.temporal().loops()));
    if (architecture.cells().resident()) {
      line("weights", "resident"); // which are all in the cells, and nowhere else
    } else {
      line("cells", tile(mapping, Operand.WEIGHT, 0));
      if (anyStay && !layer.dynamicWeights()) {
        line("weights", "reloaded");
      }
    }
    List<Long> bits = MemoryUse.bits(architecture, layer, mapping);
    for (int level = 0; level < bits.size(); level++) {
      memory(architecture, mapping, level, bits.get(level), cost.latency());
    }
    text.append("  }\n");
  }

  private void memory(Architecture architecture, Mapping mapping, int level, long bits, LatencyBreakdown latency) {
    MemoryLevel memory = architecture.memories().levels().get(level);
    String tiles = Stream.of(Operand.values())
        .flatMap(operand -> held(architecture, mapping, level, operand).stream())
        .collect(Collectors.joining(" "));
    double busy = latency.ports().stream().filter(port -> port.level().equals(memory.name()))
        .mapToDouble(LatencyBreakdown.PortLoad::cycles).max().orElse(0);
    String use = "holds %d of %d bits, busy %s of the time".formatted(
        bits, memory.capacityBits(), Figures.percent(busy / latency.totalCycles()));
    text.append(tiles.isEmpty()
        ? "    // memory %s %s\n".formatted(memory.name(), use)
        : "    memory %s { %s } // %s\n".formatted(memory.name(), tiles, use));
  }

  /** Return what a memory holds of an operand, unless it is the last one and holds it whole. */
  private static List<String> held(Architecture architecture, Mapping mapping, int level, Operand operand) {
    int[] chain = architecture.memories().chain(operand);
    boolean isNowhere = operand == Operand.WEIGHT && architecture.cells().resident();
    for (int i = 0; i < chain.length - 1 && !isNowhere; i++) {
      if (chain[i] == level) {
        int cut = operand == Operand.WEIGHT ? i + 1 : i; // the cells come first
        return List.of(Words.of(operand) + "s " + tile(mapping, operand, cut));
      }
    }
    return List.of();
  }

  private static String tile(Mapping mapping, Operand operand, int cut) {
    LoopBounds tile = MappingConstraint.relevant(
        mapping.temporal().below(mapping.temporal().cuts().get(operand).get(cut)), operand);
    return loops(Stream.of(LoopDim.values()).filter(dim -> tile.get(dim) > 1)
        .map(dim -> new Loop(dim, tile.get(dim))).toList());
  }

  private void line(String word, String loops) {
    text.append("    %s %s\n".formatted(word, loops));
  }

  private static String loops(List<Loop> loops) {
    return loops.isEmpty() ? NONE : loops.stream().map(Loop::toString).collect(Collectors.joining(", "));
  }

  /** Return the name of a layer as it is written; in quotes where it has the number of a repetition. */
  private static String layerName(String name) {
    boolean numbered = Stream.of(name.split("\\.")).anyMatch(part -> Character.isDigit(part.charAt(0)));
    return numbered ? '"' + name + '"' : name;
  }

  private static String word(Enum<?> literal) {
    return literal.name().toLowerCase(Locale.ROOT);
  }
}
