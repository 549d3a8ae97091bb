package org.imc.engine.mapper;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.imc.engine.ElementId;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.arch.MemoryHierarchy;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.Sharing;
import org.imc.engine.result.Finding;
import org.imc.engine.result.Finding.Severity;
import org.imc.engine.workload.Layer;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Operand;

/** Say why a layer has no mapping. */
final class Feasibility {

  /** A memory cannot hold what every mapping keeps in it. */
  static final String MEMORY_TOO_SMALL = "memory.too-small";
  /** A memory is shared in a way in which it cannot serve an operand. */
  static final String MEMORY_SHARING = "memory.sharing";
  /** A layer has wider operands than the macro. */
  static final String LAYER_PRECISION = "layer.precision";
  /** A count of a layer exceeds 64 bits. */
  static final String LAYER_TOO_LARGE = "layer.too-large";
  /** What is asked of a mapping leaves none. */
  static final String MAPPING_EMPTY = "mapping.empty";

  private Feasibility() { }

  /** Return what keeps every layer from being mapped onto an architecture. */
  static List<Finding> of(Architecture architecture) {
    List<Finding> findings = new ArrayList<>();
    MemoryHierarchy memories = architecture.memories();
    for (MemoryLevel level : memories.levels()) {
      Set<Operand> servable = switch (level.sharing()) {
        case PER_ROW -> EnumSet.of(Operand.INPUT);
        case PER_OUTPUT -> EnumSet.of(Operand.OUTPUT);
        case PER_MACRO, GLOBAL -> EnumSet.allOf(Operand.class);
      };
      for (Operand operand : level.serves()) {
        if (!servable.contains(operand)) {
          findings.add(error(MEMORY_SHARING, level.id(),
              "Memory '%s' stands once %s and cannot serve %s. Maybe place it once per macro."
                  .formatted(level.name(), words(level.sharing()), words(operand))));
        }
      }
    }
    for (Operand operand : Operand.values()) {
      addNarrowing(memories, operand, findings);
    }
    return findings;
  }

  private static void addNarrowing(MemoryHierarchy memories, Operand operand, List<Finding> findings) {
    int[] chain = memories.chain(operand);
    for (int i = 1; i < chain.length; i++) {
      MemoryLevel inner = memories.levels().get(chain[i - 1]);
      MemoryLevel outer = memories.levels().get(chain[i]);
      if (outer.sharing().compareTo(inner.sharing()) < 0) {
        findings.add(error(MEMORY_SHARING, outer.id(),
            "Memory '%s' stands once %s, but '%s', nearer to the array for %s, stands once %s. Maybe swap them."
                .formatted(outer.name(), words(outer.sharing()), inner.name(), words(operand), words(inner.sharing()))));
      }
    }
  }

  /** Return why the macro cannot compute a layer at all; empty if it can. */
  private static List<Finding> precision(Architecture architecture, MacLayer layer) {
    MacroGeometry geometry = architecture.macro().geometry();
    List<Finding> findings = new ArrayList<>();
    if (layer.precision().weightBits() > geometry.weightBits()) {
      findings.add(wide(architecture, layer, "weights", layer.precision().weightBits(), geometry.weightBits()));
    }
    if (layer.precision().inputBits() > geometry.activationBits()) {
      findings.add(wide(architecture, layer, "inputs", layer.precision().inputBits(), geometry.activationBits()));
    }
    return findings;
  }

  private static Finding wide(Architecture architecture, MacLayer layer, String what, int bits, int bound) {
    return error(LAYER_PRECISION, layer.id(),
        "Layer '%s' has %s of %d bits, but macro '%s' takes at most %d bits. Maybe use a macro with %d bits."
            .formatted(layer.name(), what, bits, architecture.macro().name(), bound, bits));
  }

  /**
   * Return why a layer has no mapping; empty exactly when it has one, which takes no search to know.
   *
   * @throws ArithmeticException when a count exceeds a {@code long}
   */
  static List<Finding> reasons(Architecture architecture, MacLayer layer) {
    layer.macs(); // countable
    List<Finding> findings = precision(architecture, layer);
    return findings.isEmpty()
        ? Shortage.of(architecture, layer).stream().map(shortage -> shortage.toFinding(architecture, layer)).toList()
        : findings;
  }

  /** Return that a layer is larger than the counts of this engine. */
  static Finding tooLarge(Layer layer) {
    return error(LAYER_TOO_LARGE, layer.id(),
        "Layer '%s' is too large: a count of its words or operations exceeds 64 bits. Maybe split the layer."
            .formatted(layer.name()));
  }

  private static Finding error(String code, ElementId element, String message) {
    return new Finding(Severity.ERROR, code, element, message);
  }

  static String words(Operand operand) {
    return operand.name().toLowerCase(Locale.ROOT) + "s";
  }

  private static String words(Sharing sharing) {
    return switch (sharing) {
      case PER_ROW -> "per row";
      case PER_OUTPUT -> "per output";
      case PER_MACRO -> "per macro";
      case GLOBAL -> "for all macros";
    };
  }
}
