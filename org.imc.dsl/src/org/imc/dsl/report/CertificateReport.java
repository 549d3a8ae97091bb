package org.imc.dsl.report;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.dsl.lowering.SourceMap;
import org.imc.engine.certificate.Certificate;
import org.imc.engine.certificate.LayerCertificate;
import org.imc.engine.certificate.TensorClaim;
import org.imc.engine.certificate.WeightsClaim;
import org.imc.engine.mapping.ArrayAxis;
import org.imc.engine.mapping.Loop;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.result.LatencyBreakdown;
import org.imc.engine.result.LatencyBreakdown.PortLoad;
import org.imc.engine.result.SearchReport;
import org.imc.engine.workload.Operand;

/**
 * Write certificates, as {@code docs/schema/certificate-3.json} describes them.
 *
 * <p>Units stand in the names; numbers read back as the same doubles; fields come in a fixed order.
 */
public final class CertificateReport {

  /** What the document says it is. */
  public static final String FORMAT = "imc-certificate";

  /** Goes up with every change: a checker must know all that it checks. */
  public static final int VERSION = 3;

  private final Sources sources;

  /** Say how a file is called from the folder of the certificate, if it lies in it or below. */
  @FunctionalInterface
  public interface Sources {
    /** Return the relative path, with slashes. */
    Optional<String> of(URI file);
  }

  /** Create a report that calls sources so. */
  public CertificateReport(Sources sources) {
    this.sources = sources;
  }

  /** Return the certificates of complete results as one JSON document. */
  public String render(List<StudyResult> results) {
    return JsonReport.document(json -> {
      json.field("format", FORMAT);
      json.field("version", VERSION);
      json.list("studies", results, result -> study(json, result));
    });
  }

  private void study(JsonFields json, StudyResult result) throws IOException {
    Certificate certificate = Certificate.of(result.evaluation());
    Optional<String> file = result.lowered().sources().place(result.lowered().study().id())
        .map(SourceMap.Place::file).flatMap(sources::of);
    json.field("file", file);
    json.field("title", result.lowered().title());
    json.field("objective", Words.of(certificate.objective()));
    json.field("network", certificate.network());
    json.object("architecture", () -> {
      json.field("name", certificate.architecture());
      json.field("sha256", certificate.architectureHash());
    });
    json.field("space", certificate.space());
    json.field("activations", Words.of(certificate.activations()));
    json.list("tensors", certificate.tensors(), (TensorClaim tensor) -> {
      json.field("layer", tensor.layer());
      json.field("memory", tensor.memory());
    });
    json.object("weights", () -> weights(json, certificate.weights()));
    json.list("layers", certificate.layers(), layer -> layer(json, layer));
  }

  private static void weights(JsonFields json, WeightsClaim weights) throws IOException {
    json.field("asked", weights.asked());
    json.list("residents", weights.residents(), (WeightsClaim.Resident resident) -> {
      json.field("layer", resident.layer());
      json.numbers("macros", resident.macros());
      json.field("weightsPerMultiplier", resident.weightsPerMultiplier());
      json.field("loadPj", resident.loadPj());
      json.field("loadCycles", resident.loadCycles());
    });
    if (weights.others().isEmpty()) {
      json.nothing("others");
    } else {
      json.object("others", () -> {
        json.field("macros", weights.others().get().macros());
        json.field("weightsPerMultiplier", weights.others().get().weightsPerMultiplier());
      });
    }
  }

  private static void layer(JsonFields json, LayerCertificate layer) throws IOException {
    json.field("name", layer.layer());
    json.field("sha256", layer.hash());
    Mapping mapping = layer.mapping();
    if (mapping == null) {
      json.nothing("mapping");
    } else {
      json.object("mapping", () -> mapping(json, mapping));
    }
    json.object("energy", () -> json.energy(layer.energy()));
    json.object("latency", () -> latency(json, layer.latency()));
    json.object("bounds", () -> {
      json.field("energyPj", layer.bounds().energyPj());
      json.field("latencyCycles", layer.bounds().latencyCycles());
    });
    SearchReport search = layer.search();
    if (search == null) {
      json.nothing("search");
    } else {
      json.object("search", () -> search(json, search));
    }
  }

  private static void mapping(JsonFields json, Mapping mapping) throws IOException {
    json.object("spatial", () -> {
      for (ArrayAxis axis : ArrayAxis.values()) {
        json.list(Words.of(axis), mapping.spatial().on(axis), loop -> loop(json, loop));
      }
    });
    json.list("temporal", mapping.temporal().loops(), loop -> loop(json, loop));
    json.object("cuts", () -> {
      for (Operand operand : Operand.values()) {
        json.numbers(Words.of(operand), mapping.temporal().cuts().get(operand));
      }
    });
  }

  private static void loop(JsonFields json, Loop loop) throws IOException {
    json.field("dim", loop.dim().name());
    json.field("size", loop.size());
  }

  private static void latency(JsonFields json, LatencyBreakdown latency) throws IOException {
    json.field("totalCycles", latency.totalCycles());
    json.field("computeCycles", latency.computeCycles());
    json.field("accessCycles", latency.accessCycles());
    json.field("weightWriteCycles", latency.weightWriteCycles());
    json.field("overlappedWriteCycles", latency.overlappedWriteCycles());
    json.exchanges(latency.exchanges());
    json.list("ports", latency.ports(), (PortLoad load) -> {
      json.field("level", load.level());
      json.field("port", load.port());
      json.field("busyCycles", load.cycles());
      json.field("endCycles", load.endCycles());
    });
    json.field("clockPeriodNs", latency.clockPeriodNs());
  }

  private static void search(JsonFields json, SearchReport search) throws IOException {
    json.field("proven", search.proven());
    json.field("gap", search.gap());
    json.field("constrained", search.constrained());
    json.field("spatialCandidates", search.spatialCandidates());
    json.field("spatialSearched", search.spatialSearched());
    json.field("spatialClosedByBound", search.spatialCandidates() - search.spatialSearched());
    json.field("orderings", search.orderings());
    json.field("labels", search.labels());
  }
}
