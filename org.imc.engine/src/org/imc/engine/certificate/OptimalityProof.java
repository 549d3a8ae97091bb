package org.imc.engine.certificate;

import java.util.Optional;
import java.util.OptionalDouble;
import org.imc.engine.Objective;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.mapping.MappingConstraint;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Operand;

/**
 * Look through the whole space for a mapping that is cheaper than a claimed one.
 *
 * <p>Every unrolling is closed by the first of four bounds that reaches the claim, each dearer than the one before, or else
 * by following every walk that may beat it ({@link OrderSearch}):
 * <ol>
 * <li>every tile crosses every cut once;
 * <li>likewise, but one operand alone has the innermost loops ({@link InnermostBound});
 * <li>every cut lies where it costs least among the tiles that fit its place;
 * <li>likewise, but the tiles of the cuts are nested.
 * </ol>
 */
final class OptimalityProof {

  /** Relative difference up to which a mapping counts as no cheaper, and a number as equal. */
  static final double TOLERANCE = 1e-9;

  private static final long NEST_STEPS = 1_000;

  private final Prices prices;
  private final Places places;
  private final MacLayer layer;
  private final Optional<MappingConstraint> constraint;
  private final Objective objective;
  private final double target;
  private final Work work;
  private final Compulsory compulsory;
  private long candidates;
  private long bounded;
  private long followed;
  private long labels;
  private Optional<Better> better = Optional.empty();

  /** A cheaper mapping. */
  record Better(Nest nest, double value) { }

  OptimalityProof(Prices prices, Places places, MacLayer layer, Optional<MappingConstraint> constraint, Objective objective,
      double claimed, Work work) {
    this.prices = prices;
    this.places = places;
    this.layer = layer;
    this.constraint = constraint;
    this.objective = objective;
    this.work = work;
    target = claimed * (1 - TOLERANCE);
    compulsory = new Compulsory(prices, places, new Nest(prices.architecture, layer, Nest.ones(), Nest.ones(), Nest.ones()));
  }

  /**
   * Look at every unrolling.
   *
   * @throws Work.LimitReached when it takes too much work; nothing is proven then
   * @throws ArithmeticException when a count exceeds a {@code long}
   */
  void run() throws Work.LimitReached {
    boolean rises = prices.rises(work);
    new UnrollingSpace(prices.architecture, layer, constraint, rises, work).forEach(this::consider);
    if (constraint.isPresent()) { // bounds are of the whole space, whatever is asked
      new UnrollingSpace(prices.architecture, layer, Optional.empty(), rises, work).forEach(this::bound);
    }
  }

  private void bound(Nest nest) throws Work.LimitReached {
    work.spend(NEST_STEPS);
    compulsory.consider(nest, new Tolls(nest, prices, objective));
  }

  private void consider(Nest nest) throws Work.LimitReached {
    bound(nest);
    candidates++;
    var tolls = new Tolls(nest, prices, objective);
    if (tolls.value(leastOnce(tolls)) >= target) { // and so for all its paddings: with more steps, nothing falls
      bounded++;
      return;
    }
    long before = followed;
    beat(nest);
    for (Nest padded : nest.padded()) {
      work.spend(NEST_STEPS);
      beat(padded);
    }
    bounded += followed == before ? 1 : 0;
  }

  private void beat(Nest nest) throws Work.LimitReached {
    OptionalDouble value = better.isEmpty() ? beating(new Tolls(nest, prices, objective)) : OptionalDouble.empty();
    if (value.isPresent()) {
      better = Optional.of(new Better(nest, value.getAsDouble()));
    }
  }

  private OptionalDouble beating(Tolls tolls) throws Work.LimitReached {
    if (!tolls.nest.canStay() || tolls.value(leastOnce(tolls)) >= target || new InnermostBound(tolls, places).value() >= target) {
      return OptionalDouble.empty();
    }
    var search = new OrderSearch(tolls, places, constraint, work);
    if (tolls.value(search.leastByCut()) >= target || tolls.value(search.leastByWalk()) >= target) {
      return OptionalDouble.empty();
    }
    followed++;
    OptionalDouble value = search.beating(target);
    labels += search.labels();
    return value;
  }

  private double[] leastOnce(Tolls tolls) {
    double[] sum = tolls.fixed(places);
    for (Operand operand : Operand.values()) {
      for (int cut = 0; cut < places.cuts(operand); cut++) {
        new Exchange(tolls, places, operand, cut).addLeast(sum);
      }
    }
    return sum;
  }

  /** Return what a mapping costs by the prices of this proof. */
  double price(Mapping mapping) {
    Nest nest = Nest.of(prices.architecture, layer, mapping);
    var replay = new NestReplay(nest, places, mapping.temporal());
    var tolls = new Tolls(nest, prices, objective);
    double[] sum = tolls.fixed(places);
    for (Operand operand : Operand.values()) {
      int unspoken = places.unspoken(operand);
      for (int cut = 0; cut < places.cuts(operand); cut++) {
        int loops = cut < unspoken ? 0 : mapping.temporal().cuts().get(operand).get(cut - unspoken);
        var exchange = new Exchange(tolls, places, operand, cut);
        exchange.add(exchange.amount(replay.inside(loops), replay.exchanges(operand, loops)), sum);
      }
    }
    return tolls.value(sum);
  }

  /** Return a cheaper mapping if there is one. */
  Optional<Better> better() {
    return better;
  }

  Compulsory compulsory() {
    return compulsory;
  }

  /** Return the account of this proof, for a layer of this name and what was claimed of it. */
  Verdict.Proof proof(String name, double gap) {
    return new Verdict.Proof(name, gap, candidates, bounded, labels, work.steps());
  }
}
