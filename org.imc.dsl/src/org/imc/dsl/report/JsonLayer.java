package org.imc.dsl.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.imc.engine.arch.MemoryHierarchy;
import org.imc.engine.cost.MappingUse;
import org.imc.engine.mapping.ArrayAxis;
import org.imc.engine.mapping.Loop;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.result.LatencyBreakdown;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.result.LevelUse;
import org.imc.engine.result.SearchReport;
import org.imc.engine.workload.ElementwiseLayer;
import org.imc.engine.workload.Layer;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Operand;

/** Write what one layer is, how it runs and what it costs. */
final class JsonLayer {

  private final JsonFields json;

  JsonLayer(JsonFields json) {
    this.json = json;
  }

  void fields(LayerEvaluation evaluation) throws IOException {
    layer(evaluation.layer());
    json.field("spatialUtilization", evaluation.spatialUtilization());
    json.field("topsPerWatt", evaluation.topsPerWatt());
    json.object("energy", () -> json.energy(evaluation.energy()));
    json.object("latency", () -> latency(evaluation.latency()));
    json.object("bounds", () -> {
      json.field("energyPj", evaluation.bounds().energyPj());
      json.field("latencyCycles", evaluation.bounds().latencyCycles());
    });
    Mapping mapping = evaluation.mapping();
    if (mapping == null) {
      json.nothing("mapping");
    } else {
      json.object("mapping", () -> mapping(evaluation.architecture().memories(), mapping));
    }
    json.list("levels", MappingUse.of(evaluation), this::level);
    SearchReport search = evaluation.search();
    if (search == null) {
      json.nothing("search");
    } else {
      json.object("search", () -> search(search));
    }
  }

  private void layer(Layer layer) throws IOException {
    json.field("id", layer.id().value());
    json.field("name", layer.name());
    json.field("operation", layer.operation());
    json.words("reads", layer.predecessors());
    json.field("macs", layer.macs());
    json.object("precision", () -> {
      json.field("weightBits", layer.precision().weightBits());
      json.field("inputBits", layer.precision().inputBits());
      json.field("partialSumBits", layer.precision().partialSumBits());
      json.field("outputBits", layer.precision().outputBits());
    });
    switch (layer) {
      case MacLayer mac -> json.object("loopBounds", () -> {
        for (LoopDim dim : LoopDim.values()) {
          json.field(dim.name(), mac.bounds().get(dim));
        }
      });
      case ElementwiseLayer moved -> {
        json.field("inputElements", moved.inputElements());
        json.field("outputElements", moved.outputElements());
      }
    }
  }

  private void latency(LatencyBreakdown latency) throws IOException {
    json.field("totalCycles", latency.totalCycles());
    json.field("totalNs", latency.totalNs());
    json.field("computeCycles", latency.computeCycles());
    json.field("accessCycles", latency.accessCycles());
    json.field("weightWriteCycles", latency.weightWriteCycles());
    json.field("overlappedWriteCycles", latency.overlappedWriteCycles());
    json.field("waitCycles", latency.waitCycles());
    json.field("fillCycles", latency.fillCycles());
    json.field("drainCycles", latency.drainCycles());
    json.field("stallCycles", latency.stallCycles());
    json.exchanges(latency.exchanges());
    json.list("ports", latency.ports(), (LatencyBreakdown.PortLoad load) -> {
      json.field("level", load.level());
      json.field("port", load.port());
      json.field("busyCycles", load.cycles());
      json.field("endCycles", load.endCycles());
    });
  }

  private void mapping(MemoryHierarchy memories, Mapping mapping) throws IOException {
    json.object("spatial", () -> {
      for (ArrayAxis axis : ArrayAxis.values()) {
        json.list(Words.of(axis), mapping.spatial().on(axis), this::loop);
      }
    });
    json.list("temporal", mapping.temporal().loops(), this::loop);
    json.object("cuts", () -> {
      for (Operand operand : Operand.values()) {
        json.object(Words.of(operand), () -> {
          json.words("levels", chain(memories, operand));
          json.numbers("loopsInside", mapping.temporal().cuts().get(operand));
        });
      }
    });
  }

  private static List<String> chain(MemoryHierarchy memories, Operand operand) {
    var chain = new ArrayList<String>();
    if (operand == Operand.WEIGHT) {
      chain.add(LevelUse.CELLS);
    }
    for (int level : memories.chain(operand)) {
      chain.add(memories.levels().get(level).name());
    }
    return chain;
  }

  private void loop(Loop loop) throws IOException {
    json.field("dim", loop.dim().name());
    json.field("size", loop.size());
  }

  private void level(LevelUse level) throws IOException {
    json.field("level", level.level());
    json.field("instances", level.instances());
    json.field("capacityBits", level.capacityBits());
    json.field("keptBits", level.keptBits());
    json.list("operands", level.operands(), (LevelUse.OperandUse use) -> {
      json.field("operand", Words.of(use.operand()));
      json.list("loopsInside", use.loopsInside(), this::loop);
      json.field("keptWords", use.keptWords());
      json.field("keptBits", use.keptBits());
      json.field("readWords", use.readWords());
      json.field("readBits", use.readBits());
      json.field("writtenWords", use.writtenWords());
      json.field("writtenBits", use.writtenBits());
    });
    json.list("ports", level.ports(), (LevelUse.PortUse use) -> {
      json.field("port", use.port());
      json.field("direction", Words.of(use.direction()));
      json.field("busyCycles", use.busyCycles());
      json.field("neededBitsPerCycle", use.neededBitsPerCycle());
      json.field("availableBitsPerCycle", use.availableBitsPerCycle());
    });
  }

  private void search(SearchReport search) throws IOException {
    json.field("proven", search.proven());
    json.field("gap", search.gap());
    json.field("constrained", search.constrained());
    json.field("spatialCandidates", search.spatialCandidates());
    json.field("spatialSearched", search.spatialSearched());
    json.field("orderings", search.orderings());
    json.field("labels", search.labels());
  }
}
