package org.imc.engine.certificate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.imc.engine.Study;
import org.imc.engine.Weights;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.CellUse;
import org.imc.engine.arch.MacroGeometry;
import org.imc.engine.arch.MemoryHierarchy;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.arch.MemoryPort;
import org.imc.engine.mapping.LoopOrder;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.mapping.MappingConstraint;
import org.imc.engine.mapping.SpatialMapping;
import org.imc.engine.mapping.TemporalMapping;
import org.imc.engine.result.LatencyBreakdown;
import org.imc.engine.workload.ElementwiseLayer;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Network;
import org.imc.engine.workload.Precision;
import org.imc.engine.workload.Window;

/**
 * What the checker knows to take into account. It refuses studies that can say more: whoever gives one of these records
 * another component decides here what it means to a certificate.
 */
public final class KnownFeatures {

  private static final Map<Class<? extends Record>, Set<String>> KNOWN = new LinkedHashMap<>();

  static {
    know(Study.class, "id", "network", "architecture", "objective", "constraints", "activations", "weights");
    know(Weights.class, "free", "resident", "reloaded");
    know(Network.class, "id", "name", "layers");
    know(MacLayer.class, "id", "name", "operation", "bounds", "window", "precision", "dynamicWeights", "predecessors");
    know(ElementwiseLayer.class,
        "id", "name", "operation", "inputElements", "outputElements", "precision", "predecessors");
    know(Window.class, "strideY", "strideX", "dilationY", "dilationX", "inputHeight", "inputWidth");
    know(Precision.class, "weightBits", "inputBits", "partialSumBits", "outputBits");
    know(Architecture.class, "id", "name", "macro", "macros", "memories", "cells");
    know(CellUse.class, "macros", "weightsPerMultiplier", "resident");
    know(MacroGeometry.class, "rows", "columns", "cellsPerMultiplier", "weightBits", "activationBits", "bitsPerCycle",
        "columnsPerReadOut", "inputsAtOnce", "pingPong");
    know(MemoryHierarchy.class, "levels");
    know(MemoryLevel.class, "id", "name", "capacityBits", "serves", "sharing", "ports", "readPjPerBit", "writePjPerBit",
        "areaMm2", "leakageMw", "doubleBuffered");
    know(MappingConstraint.class, "id", "unrollings", "order", "tiles");
    know(LoopOrder.class, "innermost", "open", "outermost");
    know(MemoryPort.class, "direction", "bandwidthBitsPerCycle");
    know(Mapping.class, "spatial", "temporal");
    know(SpatialMapping.class, "columns", "rows", "macros");
    know(TemporalMapping.class, "loops", "cuts");
    know(LatencyBreakdown.class, "computeCycles", "accessCycles", "weightWriteCycles", "overlappedWriteCycles", "exchanges",
        "ports", "clockPeriodNs");
    know(LatencyBreakdown.Exchange.class, "place", "operand", "endCycles", "waitCycles");
    know(LatencyBreakdown.PortLoad.class, "level", "port", "cycles", "endCycles");
  }

  private KnownFeatures() { }

  private static void know(Class<? extends Record> type, String... components) {
    KNOWN.put(type, Set.of(components));
  }

  /** Return what the checker does not know, in words; empty when it knows all. */
  static List<String> missing() {
    List<String> missing = new ArrayList<>();
    KNOWN.forEach((type, known) -> missing.addAll(missing(type, known)));
    return missing;
  }

  /** Return the components of a record that are not among the known ones, in words. */
  public static List<String> missing(Class<? extends Record> type, Set<String> known) {
    return Stream.of(type.getRecordComponents())
        .filter(component -> !known.contains(component.getName()))
        .map(component -> "'%s' of %s is a feature that this checker does not know".formatted(
            component.getName(), type.getSimpleName()))
        .toList();
  }
}
