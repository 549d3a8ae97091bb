package org.imc.engine.certificate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.concurrent.CancellationException;
import org.imc.engine.Cancellation;
import org.imc.engine.Progress;
import org.imc.engine.Study;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.CellUse;
import org.imc.engine.certificate.Prices.Bill;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.mapping.MappingConstraint;
import org.imc.engine.result.LatencyBreakdown;
import org.imc.engine.result.LatencyBreakdown.PortLoad;
import org.imc.engine.result.SearchReport;
import org.imc.engine.workload.ElementwiseLayer;
import org.imc.engine.workload.Layer;
import org.imc.engine.workload.LoopBounds;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Precision;
import org.imc.engine.workload.Window;

/**
 * Check a certificate against the study that it is of, and believe nothing of it.
 *
 * <p>It computes the hashes anew, replays each mapping and compares every number to {@link OptimalityProof#TOLERANCE}, and
 * looks through the whole space for a cheaper mapping, with a limit on the work for each layer. What it cannot check to the
 * end it leaves open, and does not accept. How the search went (what it counted but the candidates) cannot be checked and
 * proves nothing.
 *
 * <p>Stateless and thread-safe.
 */
public final class CertificateChecker {

  /** Work for a layer, in steps of about a nanosecond, that is enough for layers of published networks. */
  public static final long USUAL_LIMIT = 20_000_000_000L;

  private final long limit;

  /** Create a checker that works so many steps, of about a nanosecond, on each layer. */
  public CertificateChecker(long limit) {
    this.limit = limit;
  }

  /**
   * Check a certificate.
   *
   * @throws CancellationException when cancelled
   */
  public Verdict check(Study study, Certificate certificate, Progress progress, Cancellation cancellation) {
    List<String> unknown = KnownFeatures.missing();
    if (!unknown.isEmpty()) {
      return new Verdict(List.of(), unknown, List.of());
    }
    var differences = new Differences();
    differences.compare("/objective", "The objective", study.objective().name(), certificate.objective().name());
    differences.compare("/network", "The network", study.network().name(), certificate.network());
    differences.compare("/architecture/name", "The architecture", study.architecture().name(), certificate.architecture());
    differences.compare("/architecture/sha256", "The hash of the architecture", ContentHash.of(study.architecture()),
        certificate.architectureHash());
    differences.compare("/activations", "Where outputs may live", study.activations().name(), certificate.activations().name());
    differences.compare("/weights/asked", "What is asked of the weights", WeightsClaim.asked(study.weights()),
        certificate.weights().asked());
    differences.compare("/space", "The space", Certificate.SPACE, certificate.space());
    List<Layer> layers = study.network().layers();
    differences.compare("/layers", "The number of layers", layers.size(), certificate.layers().size());
    if (!differences.isEmpty()) {
      return new Verdict(differences.below(""), List.of(), List.of()); // of another study
    }
    return checkLayers(study, certificate, progress, cancellation);
  }

  private Verdict checkLayers(Study study, Certificate certificate, Progress progress, Cancellation cancellation) {
    List<Layer> layers = study.network().layers();
    List<Discrepancy> found = new ArrayList<>();
    List<String> open = new ArrayList<>();
    List<Verdict.Proof> proofs = new ArrayList<>();
    var prices = new Prices(study.architecture());
    var claims = new Differences();
    var residence = new Residence(study, certificate.tensors(), claims);
    var stays = new Stays(study, certificate.weights(), claims);
    if (!claims.isEmpty()) {
      return new Verdict(claims.below(""), open, proofs); // what the layers see is not known
    }
    Map<Question, OptimalityProof> proven = new HashMap<>();
    for (int i = 0; i < layers.size(); i++) {
      var work = new Work(limit, cancellation);
      var check = new LayerCheck(study, residence, stays, i, prices, certificate.layers().get(i), work, proven);
      try {
        check.run();
      } catch (Work.LimitReached e) {
        open.add("Layer '%s': the cost is verified, but that it is optimal is not proven anew within %d steps."
            .formatted(layers.get(i).name(), limit));
      } catch (ArithmeticException e) {
        open.add("Layer '%s': a count exceeds 64 bits, so that nothing is proven.".formatted(layers.get(i).name()));
      }
      found.addAll(check.differences.below("/layers/" + i));
      check.proof.ifPresent(proofs::add);
      progress.report(i + 1, layers.size(), layers.get(i).name());
    }
    found.addAll(claims.below(""));
    return new Verdict(found, open, proofs);
  }

  /** What is asked of a proof; layers that ask the same share one. */
  private record Question(LoopBounds bounds, Window window, Precision precision, Optional<MappingConstraint> constraint,
      Architecture seen, double claimed, double gap) { }

  /** One layer. */
  private static final class LayerCheck {

    private final Study study;
    private final Residence residence;
    private final Stays stays;
    private final int number;
    private final Prices prices;
    private final Layer layer;
    private final Optional<MappingConstraint> constraint;
    private final LayerCertificate claim;
    private final Work work;
    private final Map<Question, OptimalityProof> proven;
    private final Differences differences = new Differences();
    private Optional<Verdict.Proof> proof = Optional.empty();

    LayerCheck(Study study, Residence residence, Stays stays, int number, Prices prices, LayerCertificate claim, Work work,
        Map<Question, OptimalityProof> proven) {
      this.study = study;
      this.residence = residence;
      this.stays = stays;
      this.number = number;
      this.prices = prices;
      layer = study.network().layers().get(number);
      constraint = study.constraint(layer.name());
      this.claim = claim;
      this.work = work;
      this.proven = proven;
    }

    void run() throws Work.LimitReached {
      differences.compare("/name", "The layer", layer.name(), claim.layer());
      differences.compare("/sha256", "The hash of the layer", Certificate.hash(study, layer), claim.hash());
      if (!differences.isEmpty()) {
        return; // another layer
      }
      Optional<Architecture> seen = residence.seen(number, differences);
      if (seen.isPresent()) {
        run(seen.get().with(stays.cells(layer)));
      }
    }

    private void run(Architecture seen) throws Work.LimitReached {
      Mapping mapping = claim.mapping();
      SearchReport search = claim.search();
      switch (layer) {
        case ElementwiseLayer elementwise when mapping == null && search == null -> check(elementwise);
        case ElementwiseLayer elementwise -> differences.add(mapping == null ? "/search" : "/mapping",
            "What is said of a layer that is not mapped", "null", "an object");
        case MacLayer mac when mapping != null && search != null -> check(mac, seen, mapping, search);
        case MacLayer mac -> differences.add(mapping == null ? "/mapping" : "/search",
            "What is said of a layer that is mapped", "an object", "null");
      }
    }

    private void check(ElementwiseLayer elementwise) {
      Bill bill = prices.bill(elementwise, residence.found(number, elementwise), residence.brought(number));
      compare(bill);
      differences.compare("/bounds/energyPj", "The bound of the energy in pJ", bill.totalPj(), claim.bounds().energyPj());
      differences.compare("/bounds/latencyCycles", "The bound of the latency in cycles", bill.totalCycles(),
          claim.bounds().latencyCycles());
    }

    private void check(MacLayer mac, Architecture seen, Mapping mapping, SearchReport search) throws Work.LimitReached {
      var places = new Places(seen);
      var shape = new MappingCheck(seen, mac, mapping, places, differences);
      shape.checkShape();
      if (!differences.isEmpty()) {
        return; // no loop nest of this layer
      }
      Prices prices = this.prices.on(seen);
      Nest nest = Nest.of(seen, mac, mapping);
      var replay = new NestReplay(nest, places, mapping.temporal());
      shape.checkRoom(nest, replay);
      Bill bill = prices.bill(nest, replay);
      compare(bill);
      if (seen.cells().resident()) {
        checkLoad(mac, seen, mapping, bill);
      }
      constraint.filter(asked -> !asked.allows(mapping)).ifPresent(asked ->
          differences.add("/mapping", "The mapping", "as the study asks", "another"));
      differences.compare("/search/constrained", "Whether the space was narrowed",
          Boolean.toString(constraint.isPresent()), Boolean.toString(search.constrained()));
      if (differences.isEmpty()) {
        prove(mac, prices, mapping, bill, search);
      }
    }

    private void checkLoad(MacLayer mac, Architecture seen, Mapping mapping, Bill staying) {
      Architecture loading = seen.with(new CellUse(seen.cells().macros(), seen.cells().weightsPerMultiplier(), false));
      Nest nest = Nest.of(loading, mac, mapping);
      Bill bill = prices.on(loading).bill(nest, new NestReplay(nest, new Places(loading), mapping.temporal()));
      stays.checkLoad(layer, bill, staying);
    }

    private void compare(Bill bill) {
      differences.compare("/energy/parts", "/energyPj", " pJ", bill.energyPj(), claim.energy().parts().stream()
          .map(part -> new Differences.Part(part.label(), part.pj())).toList());
      differences.compare("/energy/totalPj", "The energy in pJ", bill.totalPj(), claim.energyPj());
      LatencyBreakdown latency = claim.latency();
      differences.compare("/latency/computeCycles", "The number of cycles in which the array computes",
          bill.computeCycles(), latency.computeCycles());
      differences.compare("/latency/accessCycles", "The number of cycles in which the array waits for its nearest memories",
          bill.accessCycles(), latency.accessCycles());
      differences.compare("/latency/weightWriteCycles", "The number of cycles in which weights are written",
          bill.weightWriteCycles(), latency.weightWriteCycles());
      differences.compare("/latency/overlappedWriteCycles", "The number of cycles in which weights are written beside computing",
          bill.overlappedWriteCycles(), latency.overlappedWriteCycles());
      differences.compareExchanges("/latency/exchanges", bill.turns(), latency.exchanges());
      differences.compare("/latency/ports", "/busyCycles", " cycles", bill.ports(), ports(latency, PortLoad::cycles));
      differences.compare("/latency/ports", "/endCycles", " cycles at the ends", bill.portEnds(),
          ports(latency, PortLoad::endCycles));
      differences.compare("/latency/clockPeriodNs", "The clock period in ns", prices.clockPeriodNs, latency.clockPeriodNs());
      differences.compare("/latency/totalCycles", "The latency in cycles", bill.totalCycles(), claim.latencyCycles());
    }

    private static List<Differences.Part> ports(LatencyBreakdown latency, ToDoubleFunction<PortLoad> cycles) {
      return latency.ports().stream()
          .map(load -> new Differences.Part(Prices.portLabel(load.level(), load.port()), cycles.applyAsDouble(load)))
          .toList();
    }

    private void prove(MacLayer mac, Prices prices, Mapping mapping, Bill bill, SearchReport search)
        throws Work.LimitReached {
      double claimed = Tolls.value(study.objective(), bill.totalPj(), bill.totalCycles());
      OptimalityProof proving = proving(mac, prices, mapping, claimed, search.gap());
      proving.better().ifPresent(better -> refute(claimed, better.value(), search.gap()));
      Compulsory bounds = proving.compulsory();
      differences.compare("/bounds/energyPj", "The bound of the energy in pJ",
          Math.min(bounds.leastPj(), bill.totalPj()), claim.bounds().energyPj());
      differences.compare("/bounds/latencyCycles", "The bound of the latency in cycles",
          Math.min(bounds.leastCycles(), bill.totalCycles()), claim.bounds().latencyCycles());
      differences.compare("/search/spatialCandidates", "The number of spatial mappings",
          proving.proof(mac.name(), search.gap()).candidates(), search.spatialCandidates());
      if (search.spatialSearched() < 1 || search.spatialSearched() > search.spatialCandidates()) {
        differences.add("/search/spatialSearched", "The number of spatial mappings searched",
            "1 to " + search.spatialCandidates(), search.spatialSearched());
      }
      proof = differences.isEmpty() ? Optional.of(proving.proof(mac.name(), search.gap())) : Optional.empty();
    }

    private void refute(double claimed, double better, double gap) {
      if (gap == 0) {
        differences.add("/mapping", "The %s of a mapping, which is to be least,".formatted(study.objective().name()),
            "at most %s".formatted(better), claimed);
      } else {
        differences.add("/search/gap", "How much more than the least the %s can be, as a share,".formatted(
            study.objective().name()), "at least %s".formatted(claimed / better - 1), gap);
      }
    }

    private OptimalityProof proving(MacLayer mac, Prices prices, Mapping mapping, double claimed, double gap)
        throws Work.LimitReached {
      var question = new Question(
          mac.bounds(), mac.window(), mac.precision(), constraint, prices.architecture, claimed, gap);
      OptimalityProof known = proven.get(question);
      if (known != null) {
        return known;
      }
      var proving = new OptimalityProof(
          prices, new Places(prices.architecture), mac, constraint, study.objective(), claimed / (1 + gap), work);
      double priced = proving.price(mapping);
      if (Math.abs(priced - claimed) > OptimalityProof.TOLERANCE * claimed) {
        throw new IllegalStateException("The proof prices a mapping at %s and its replay at %s.".formatted(priced, claimed));
      }
      proving.run();
      proven.put(question, proving);
      return proving;
    }
  }
}
