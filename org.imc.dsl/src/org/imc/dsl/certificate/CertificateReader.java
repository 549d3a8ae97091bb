package org.imc.dsl.certificate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.imc.dsl.certificate.CertificateFile.Claim;
import org.imc.engine.Activations;
import org.imc.engine.Objective;
import org.imc.engine.arch.CellUse;
import org.imc.engine.certificate.Certificate;
import org.imc.engine.certificate.LayerCertificate;
import org.imc.engine.certificate.TensorClaim;
import org.imc.engine.certificate.WeightsClaim;
import org.imc.engine.mapping.ArrayAxis;
import org.imc.engine.mapping.Loop;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.mapping.SpatialMapping;
import org.imc.engine.mapping.TemporalMapping;
import org.imc.engine.result.Component;
import org.imc.engine.result.EnergyBreakdown;
import org.imc.engine.result.EnergyPart;
import org.imc.engine.result.LatencyBreakdown;
import org.imc.engine.result.LatencyBreakdown.Exchange;
import org.imc.engine.result.LatencyBreakdown.PortLoad;
import org.imc.engine.result.LowerBounds;
import org.imc.engine.result.SearchReport;
import org.imc.engine.result.Transfer;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.Operand;
import org.jspecify.annotations.Nullable;

/** Make the engine's certificates of JSON; the other way of {@code org.imc.dsl.report.CertificateReport}. */
final class CertificateReader {

  /** No file that people write holds more layers. */
  private static final int MAX_LAYERS = 100_000;

  /** Makes a value of the engine, which refuses what cannot be. */
  @FunctionalInterface
  private interface Maker<T> {
    T make() throws CertificateFault;
  }

  private static <T> T made(LocatedJson json, Maker<T> maker) throws CertificateFault {
    try {
      T value = maker.make();
      json.finish();
      return value;
    } catch (IllegalArgumentException e) {
      throw json.fault("'%s' cannot be. %s".formatted(json.place().pointer(), e.getMessage()));
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  List<Claim> claims(LocatedJson studies) throws CertificateFault {
    List<Claim> claims = new ArrayList<>();
    for (LocatedJson study : studies.list()) {
      claims.add(made(study, () -> claim(study)));
    }
    return claims;
  }

  private Claim claim(LocatedJson json) throws CertificateFault {
    LocatedJson architecture = json.field("architecture");
    List<LayerCertificate> layers = new ArrayList<>();
    List<LocatedJson> all = json.field("layers").list();
    if (all.size() > MAX_LAYERS) {
      throw json.field("layers").fault("There are %d layers, more than the %d that a certificate may have."
          .formatted(all.size(), MAX_LAYERS));
    }
    List<TensorClaim> tensors = new ArrayList<>();
    for (LocatedJson tensor : json.field("tensors").list()) {
      LocatedJson memory = tensor.field("memory");
      tensors.add(made(tensor, () -> new TensorClaim(tensor.field("layer").text(),
          memory.isNull() ? Optional.empty() : Optional.of(memory.text()))));
    }
    LocatedJson weights = json.field("weights");
    for (LocatedJson layer : all) {
      layers.add(made(layer, () -> layer(layer)));
    }
    var certificate = new Certificate(json.field("objective").oneOf(Objective.values(), CertificateReader::word),
        json.field("network").text(), architecture.field("name").text(), architecture.field("sha256").text(),
        json.field("space").text(), json.field("activations").oneOf(Activations.values(), CertificateReader::word), tensors,
        layers, made(weights, () -> weights(weights)));
    architecture.finish();
    LocatedJson file = json.field("file");
    return new Claim(file.isNull() ? "" : file.text(), json.field("title").text(), certificate, json.place().pointer());
  }

  private WeightsClaim weights(LocatedJson json) throws CertificateFault {
    List<WeightsClaim.Resident> residents = new ArrayList<>();
    for (LocatedJson resident : json.field("residents").list()) {
      residents.add(made(resident, () -> resident(resident)));
    }
    LocatedJson others = json.field("others");
    Optional<CellUse> cells = others.isNull() ? Optional.empty() : Optional.of(made(others, () -> new CellUse(
        small(others.field("macros")), small(others.field("weightsPerMultiplier")), false)));
    return new WeightsClaim(json.field("asked").text(), residents, cells);
  }

  private static WeightsClaim.Resident resident(LocatedJson json) throws CertificateFault {
    List<Integer> macros = new ArrayList<>();
    for (LocatedJson macro : json.field("macros").list()) {
      macros.add(small(macro));
    }
    return new WeightsClaim.Resident(json.field("layer").text(), macros, small(json.field("weightsPerMultiplier")),
        json.field("loadPj").number(), json.field("loadCycles").number());
  }

  /** Return a whole number that is not used beyond a bound far below what an {@code int} holds. */
  private static int small(LocatedJson json) throws CertificateFault {
    return (int) Math.min(Integer.MAX_VALUE, Math.max(-1, json.whole()));
  }

  private LayerCertificate layer(LocatedJson json) throws CertificateFault {
    LocatedJson energy = json.field("energy");
    LocatedJson latency = json.field("latency");
    LocatedJson bounds = json.field("bounds");
    List<EnergyPart> parts = new ArrayList<>();
    for (LocatedJson part : energy.field("parts").list()) {
      parts.add(made(part, () -> part(part)));
    }
    double energyPj = energy.field("totalPj").number();
    energy.finish();
    double latencyCycles = latency.field("totalCycles").number();
    return new LayerCertificate(json.field("name").text(), json.field("sha256").text(), mapping(json.field("mapping")),
        new EnergyBreakdown(parts), energyPj, made(latency, () -> latency(latency)), latencyCycles,
        made(bounds, () -> new LowerBounds(bounds.field("energyPj").number(), bounds.field("latencyCycles").number())),
        search(json.field("search")));
  }

  private EnergyPart part(LocatedJson json) throws CertificateFault {
    Component component = json.field("component").oneOf(Component.values(), CertificateReader::word);
    Transfer transfer = !json.has("level") ? null : new Transfer(json.field("level").text(),
        json.field("operand").oneOf(Operand.values(), CertificateReader::word),
        json.field("direction").oneOf(Transfer.Direction.values(), CertificateReader::word));
    return new EnergyPart(component, transfer, json.field("energyPj").number());
  }

  private LatencyBreakdown latency(LocatedJson json) throws CertificateFault {
    List<PortLoad> ports = new ArrayList<>();
    for (LocatedJson port : json.field("ports").list()) {
      ports.add(made(port, () -> new PortLoad(port.field("level").text(), small(port.field("port")),
          port.field("busyCycles").number(), port.field("endCycles").number())));
    }
    return new LatencyBreakdown(json.field("computeCycles").whole(), json.field("accessCycles").number(),
        json.field("weightWriteCycles").whole(),
        json.field("overlappedWriteCycles").whole(), exchanges(json.field("exchanges")), ports,
        json.field("clockPeriodNs").number());
  }

  private List<Exchange> exchanges(LocatedJson json) throws CertificateFault {
    List<Exchange> exchanges = new ArrayList<>();
    for (LocatedJson each : json.list()) {
      exchanges.add(made(each, () -> new Exchange(each.field("place").text(),
          each.field("operand").oneOf(Operand.values(), CertificateReader::word), each.field("endCycles").number(),
          each.field("waitCycles").number())));
    }
    return exchanges;
  }

  private @Nullable Mapping mapping(LocatedJson json) throws CertificateFault {
    if (json.isNull()) {
      return null;
    }
    LocatedJson spatial = json.field("spatial");
    LocatedJson cuts = json.field("cuts");
    var unrolled = new EnumMap<ArrayAxis, List<Loop>>(ArrayAxis.class);
    for (ArrayAxis axis : ArrayAxis.values()) {
      unrolled.put(axis, loops(spatial.field(word(axis))));
    }
    spatial.finish();
    Map<Operand, List<Integer>> all = new EnumMap<>(Operand.class);
    for (Operand operand : Operand.values()) {
      List<Integer> of = new ArrayList<>();
      for (LocatedJson cut : cuts.field(word(operand)).list()) {
        of.add(small(cut));
      }
      all.put(operand, of);
    }
    List<Loop> loops = loops(json.field("temporal"));
    TemporalMapping temporal = made(cuts, () -> new TemporalMapping(loops, all));
    json.finish();
    return new Mapping(new SpatialMapping(unrolled.get(ArrayAxis.COLUMNS), unrolled.get(ArrayAxis.ROWS),
        unrolled.get(ArrayAxis.MACROS)), temporal);
  }

  private List<Loop> loops(LocatedJson json) throws CertificateFault {
    List<Loop> loops = new ArrayList<>();
    for (LocatedJson loop : json.list()) {
      loops.add(made(loop, () -> new Loop(
          loop.field("dim").oneOf(LoopDim.values(), LoopDim::name), loop.field("size").whole())));
    }
    return loops;
  }

  private @Nullable SearchReport search(LocatedJson json) throws CertificateFault {
    return json.isNull() ? null : made(json, () -> {
      long candidates = json.field("spatialCandidates").whole();
      long searched = json.field("spatialSearched").whole();
      long closed = json.field("spatialClosedByBound").whole();
      if (searched + closed != candidates) {
        throw json.field("spatialClosedByBound").fault("'%s/spatialClosedByBound' is %d, but should be %d."
            .formatted(json.place().pointer(), closed, candidates - searched));
      }
      double gap = json.field("gap").number();
      if (json.field("proven").truth() != (gap == 0)) {
        throw json.field("proven").fault("'%s/proven' must be %s, since the gap is %s."
            .formatted(json.place().pointer(), gap == 0, gap));
      }
      return new SearchReport(gap, json.field("constrained").truth(), candidates, searched,
          json.field("orderings").number(), json.field("labels").whole());
    });
  }
}
