package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.imc.engine.Cancellation;
import org.imc.engine.ElementId;
import org.imc.engine.Engine;
import org.imc.engine.Objective;
import org.imc.engine.Progress;
import org.imc.engine.Study;
import org.imc.engine.certificate.Certificate;
import org.imc.engine.certificate.CertificateChecker;
import org.imc.engine.certificate.Discrepancy;
import org.imc.engine.certificate.Verdict;
import org.imc.engine.cost.LayerCost;
import org.imc.engine.cost.MemoryUse;
import org.imc.engine.mapping.ArrayAxis;
import org.imc.engine.mapping.Loop;
import org.imc.engine.mapping.LoopOrder;
import org.imc.engine.mapping.Mapping;
import org.imc.engine.mapping.MappingConstraint;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.workload.LoopBounds;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.Operand;
import org.junit.jupiter.api.Test;

/** The mapper's answer under a constraint against the least of all mappings that are as it asks, on random small problems. */
class MapperConstraintTest {

  private static final double TOLERANCE = 1e-12;
  private static final long MOST_MAPPINGS = 1500;
  private static final int PROBLEMS = 300;
  private static final int CONSTRAINTS = 4;
  private static final ElementId ASKED = new ElementId("asked");

  private static Evaluation evaluate(MapperProblem problem, Objective objective, MappingConstraint constraint) {
    return Engine.withThreads(1).evaluate(problem.study(objective, constraint), Progress.NONE, Cancellation.NEVER);
  }

  /** A mapping that fits, with its price. */
  private record Priced(Mapping mapping, LayerCost cost) {

    double value(Objective objective) {
      return MapperBruteForce.value(objective, cost.energy().totalPj(), cost.latency().totalCycles());
    }
  }

  /** Return all mappings that fit; none where there are too many to try them all. */
  private static List<Priced> priced(MapperProblem problem) {
    var every = new MapperBruteForce(problem, Objective.ENERGY);
    if (every.countMappings(MOST_MAPPINGS) > MOST_MAPPINGS) {
      return List.of();
    }
    List<Priced> all = new ArrayList<>();
    every.forEachMapping(mapping -> {
      if (MemoryUse.fits(problem.architecture(), problem.layer(), mapping)) {
        all.add(new Priced(mapping, LayerCost.of(problem.architecture(), problem.layer(), mapping)));
      }
    });
    return all;
  }

  @Test
  void theAnswerIsTheLeastOfAllMappingsThatAreAsAsked() {
    int problems = 0;
    int narrowed = 0;
    int empty = 0;
    for (long seed = 700_000; problems < PROBLEMS; seed++) {
      MapperProblem problem = MapperProblem.random(seed);
      List<Priced> all = priced(problem);
      if (all.isEmpty()) {
        continue;
      }
      problems++;
      var random = new Random(seed);
      for (int i = 0; i < CONSTRAINTS; i++) {
        MappingConstraint constraint = random(random, all);
        List<Priced> left = all.stream().filter(each -> isAsAsked(each.mapping(), constraint)).toList();
        for (Objective objective : Objective.values()) {
          check(evaluate(problem, objective, constraint), objective, left, seed);
        }
        narrowed += left.size() < all.size() ? 1 : 0;
        empty += left.isEmpty() ? 1 : 0;
      }
    }
    assertTrue(narrowed > 1000 && empty > 20, narrowed + " narrow the space, " + empty + " leave nothing");
  }

  private static void check(Evaluation evaluation, Objective objective, List<Priced> left, long seed) {
    if (left.isEmpty()) {
      assertTrue(evaluation.layers().isEmpty(), () -> "nothing is left in problem " + seed);
      assertEquals("mapping.empty", evaluation.findings().getFirst().code());
      assertEquals(ASKED, evaluation.findings().getFirst().element());
      return;
    }
    double least = left.stream().mapToDouble(each -> each.value(objective)).min().orElseThrow();
    LayerEvaluation layer = evaluation.layers().getFirst();
    double found = MapperBruteForce.value(objective, layer.energy().totalPj(), layer.latency().totalCycles());
    assertEquals(least, found, TOLERANCE * least, () -> "least %s in problem %d".formatted(objective, seed));
    assertTrue(layer.search().constrained() && layer.search().proven());
    assertTrue(layer.bounds().energyPj() <= layer.energy().totalPj());
    Verdict verdict = certify(evaluation.study(), evaluation);
    assertTrue(verdict.isAccepted(), () -> "%s of problem %d: %s".formatted(objective, seed, verdict));
  }

  private static Verdict certify(Study study, Evaluation evaluation) {
    return new CertificateChecker(CertificateChecker.USUAL_LIMIT)
        .check(study, Certificate.of(evaluation), Progress.NONE, Cancellation.NEVER);
  }

  @Test
  void aCertificateIsOfWhatWasAsked() {
    int rejected = 0;
    for (long seed = 760_000; rejected < 20; seed++) {
      MapperProblem problem = MapperProblem.random(seed);
      List<Priced> all = priced(problem);
      if (all.isEmpty()) {
        continue;
      }
      MappingConstraint constraint = random(new Random(seed), all);
      Study free = problem.study(Objective.EDP);
      Study narrow = problem.study(Objective.EDP, constraint);
      Verdict verdict = certify(narrow, evaluate(free));
      assertEquals(List.of("/layers/0/sha256"),
          verdict.discrepancies().stream().map(Discrepancy::pointer).toList(), "of another question");
      rejected++;
    }
  }

  private static Evaluation evaluate(Study study) {
    return Engine.withThreads(1).evaluate(study, Progress.NONE, Cancellation.NEVER);
  }

  @Test
  void aCompleteMappingIsPricedAsItIs() {
    int checked = 0;
    for (long seed = 800_000; checked < 200; seed++) {
      MapperProblem problem = MapperProblem.random(seed);
      if (new MapperBruteForce(problem, Objective.ENERGY).countMappings(MOST_MAPPINGS) <= MOST_MAPPINGS) {
        List<Priced> all = priced(problem);
        if (!all.isEmpty()) {
          Priced given = all.get(new Random(seed).nextInt(all.size()));
          LayerEvaluation layer =
              evaluate(problem, Objective.EDP, complete(given.mapping())).layers().getFirst();
          assertEquals(given.cost().energy(), layer.energy(), "problem " + seed);
          assertEquals(given.cost().latency(), layer.latency());
          assertEquals(1, layer.search().orderings());
          checked++;
        }
      }
    }
  }

  @Test
  void aFindingSaysWhichPartIsToBlame() {
    MapperProblem problem = MapperProblem.random(1);
    long k = problem.layer().bounds().get(LoopDim.K);
    var constraint = new MappingConstraint(ASKED, Map.of(ArrayAxis.COLUMNS, Map.of(LoopDim.K, k + 1)),
        Optional.empty(), Map.of());

    assertEquals(List.of("Nothing that fits is left of the mappings of layer 'l'. Maybe change or leave out 'columns'."),
        evaluate(problem, Objective.ENERGY, constraint).findings().stream().map(f -> f.message()).toList());
  }

  @Test
  void aConstraintKnowsWhatItAllows() {
    int allowed = 0;
    int others = 0;
    for (long seed = 900_000; seed < 900_100; seed++) {
      MapperProblem problem = MapperProblem.random(seed);
      if (new MapperBruteForce(problem, Objective.ENERGY).countMappings(MOST_MAPPINGS) <= MOST_MAPPINGS) {
        List<Priced> all = priced(problem);
        if (!all.isEmpty()) {
          MappingConstraint constraint = random(new Random(seed), all);
          for (Priced each : all) {
            assertEquals(isAsAsked(each.mapping(), constraint), constraint.allows(each.mapping()), "problem " + seed);
          }
          long as = all.stream().filter(each -> constraint.allows(each.mapping())).count();
          allowed += as;
          others += all.size() - as;
        }
      }
    }
    assertTrue(allowed > 100 && others > 100);
  }

  @Test
  void anOrderThatDoesNotDivideTheStepsHasNoBorders() {
    LoopBounds trips = LoopBounds.of(Map.of(LoopDim.OX, 12L, LoopDim.K, 4L));
    var open = new LoopOrder(List.of(new Loop(LoopDim.OX, 3)), true, List.of(new Loop(LoopDim.K, 2)));
    assertEquals(List.of(LoopBounds.of(Map.of(LoopDim.OX, 3L)), LoopBounds.of(Map.of(LoopDim.OX, 12L, LoopDim.K, 2L))),
        open.borders(trips).orElseThrow());
    assertFalse(new LoopOrder(List.of(new Loop(LoopDim.OX, 5)), true, List.of()).borders(trips).isPresent());
    assertFalse(new LoopOrder(List.of(new Loop(LoopDim.OX, 12)), false, List.of()).borders(trips).isPresent());
    assertFalse(new LoopOrder(List.of(new Loop(LoopDim.OX, 4)), true, List.of(new Loop(LoopDim.OX, 12)))
        .borders(trips).isPresent());
  }

  /** Return a constraint that asks for parts of one or more mappings; parts of several may contradict each other. */
  private static MappingConstraint random(Random random, List<Priced> all) {
    Mapping one = all.get(random.nextInt(all.size())).mapping();
    Mapping other = random.nextInt(3) > 0 ? one : all.get(random.nextInt(all.size())).mapping();
    Map<ArrayAxis, Map<LoopDim, Long>> unrollings = new EnumMap<>(ArrayAxis.class);
    for (ArrayAxis axis : ArrayAxis.values()) {
      int share = random.nextInt(4); // none, some, most, all
      Map<LoopDim, Long> fixed = new EnumMap<>(LoopDim.class);
      for (LoopDim dim : LoopDim.values()) {
        if (random.nextInt(3) < share) {
          fixed.put(dim, one.spatial().unrolling(axis, dim));
        }
      }
      unrollings.put(axis, fixed);
    }
    Map<Operand, Map<Integer, LoopBounds>> tiles = new EnumMap<>(Operand.class);
    for (Operand operand : Operand.values()) {
      Map<Integer, LoopBounds> of = new HashMap<>();
      List<Integer> cuts = other.temporal().cuts().get(operand);
      for (int i = 0; i < cuts.size(); i++) {
        if (random.nextInt(4) == 0) {
          of.put(i, MappingConstraint.relevant(other.temporal().below(cuts.get(i)), operand));
        }
      }
      tiles.put(operand, of);
    }
    return new MappingConstraint(ASKED, unrollings, order(random, one.temporal().loops()), tiles);
  }

  private static Optional<LoopOrder> order(Random random, List<Loop> loops) {
    int from = random.nextInt(loops.size() + 1);
    int to = from + random.nextInt(loops.size() - from + 1);
    return switch (random.nextInt(4)) {
      case 0 -> Optional.of(new LoopOrder(merged(loops), false, List.of()));
      case 1 -> Optional.of(new LoopOrder(merged(loops.subList(0, from)), true, merged(loops.subList(to, loops.size()))));
      default -> Optional.empty();
    };
  }

  private static List<Loop> merged(List<Loop> loops) {
    List<Loop> merged = new ArrayList<>();
    for (Loop loop : loops) {
      if (!merged.isEmpty() && merged.getLast().dim() == loop.dim()) {
        merged.set(merged.size() - 1, new Loop(loop.dim(), merged.getLast().size() * loop.size()));
      } else {
        merged.add(loop);
      }
    }
    return merged;
  }

  private static MappingConstraint complete(Mapping mapping) {
    Map<ArrayAxis, Map<LoopDim, Long>> unrollings = new EnumMap<>(ArrayAxis.class);
    for (ArrayAxis axis : ArrayAxis.values()) {
      unrollings.put(axis, new EnumMap<>(LoopDim.class));
      for (LoopDim dim : LoopDim.values()) {
        unrollings.get(axis).put(dim, mapping.spatial().unrolling(axis, dim));
      }
    }
    Map<Operand, Map<Integer, LoopBounds>> tiles = new EnumMap<>(Operand.class);
    mapping.temporal().cuts().forEach((operand, cuts) -> {
      tiles.put(operand, new HashMap<>());
      for (int i = 0; i < cuts.size(); i++) {
        tiles.get(operand).put(i, MappingConstraint.relevant(mapping.temporal().below(cuts.get(i)), operand));
      }
    });
    return new MappingConstraint(
        ASKED, unrollings, Optional.of(new LoopOrder(mapping.temporal().loops(), false, List.of())), tiles);
  }

  /** The same as {@link MappingConstraint#allows}, told once more for loops that are all prime. */
  private static boolean isAsAsked(Mapping mapping, MappingConstraint constraint) {
    for (ArrayAxis axis : ArrayAxis.values()) {
      for (LoopDim dim : LoopDim.values()) {
        long unrolled = mapping.spatial().on(axis).stream().filter(loop -> loop.dim() == dim)
            .mapToLong(Loop::size).sum();
        if (constraint.unrolling(axis, dim).filter(asked -> asked != Math.max(1, unrolled)).isPresent()) {
          return false;
        }
      }
    }
    for (Operand operand : Operand.values()) {
      List<Integer> cuts = mapping.temporal().cuts().get(operand);
      for (int i = 0; i < cuts.size(); i++) {
        List<Loop> below = mapping.temporal().loops().subList(0, cuts.get(i));
        if (constraint.tile(operand, i).filter(tile -> !isTile(below, tile, operand)).isPresent()) {
          return false;
        }
      }
    }
    return constraint.order().filter(order -> !follows(mapping.temporal().loops(), order)).isEmpty();
  }

  private static boolean isTile(List<Loop> below, LoopBounds tile, Operand operand) {
    for (LoopDim dim : LoopDim.values()) {
      long product = 1;
      for (Loop loop : below) {
        product *= loop.dim() == dim && dim.isRelevantTo(operand) ? loop.size() : 1;
      }
      if (product != tile.get(dim)) {
        return false;
      }
    }
    return true;
  }

  private static boolean follows(List<Loop> primes, LoopOrder order) {
    int inside = consumed(primes, order.innermost());
    int outside = consumed(primes.reversed(), order.outermost().reversed());
    return inside >= 0 && outside >= 0
        && (order.open() ? inside + outside <= primes.size() : inside == primes.size());
  }

  /** Return how many primes make up some loops; -1 when they do not. */
  private static int consumed(List<Loop> primes, List<Loop> loops) {
    int next = 0;
    for (Loop loop : loops) {
      long product = 1;
      while (product < loop.size() && next < primes.size() && primes.get(next).dim() == loop.dim()) {
        product *= primes.get(next++).size();
      }
      if (product != loop.size()) {
        return -1;
      }
    }
    return next;
  }
}
