package org.imc.tests.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import org.imc.engine.Cancellation;
import org.imc.engine.ElementId;
import org.imc.engine.Engine;
import org.imc.engine.Progress;
import org.imc.engine.Study;
import org.imc.engine.explore.Appraiser;
import org.imc.engine.explore.Design;
import org.imc.engine.explore.DesignCost;
import org.imc.engine.explore.Exploration;
import org.imc.engine.explore.Journal;
import org.imc.engine.explore.Metric;
import org.imc.engine.explore.Outcome;
import org.imc.engine.explore.Outcome.Status;
import org.imc.engine.explore.ParetoFront;
import org.imc.engine.explore.Pricing;
import org.imc.engine.explore.Sweep;
import org.imc.engine.explore.SweepListener;
import org.imc.engine.explore.SweepPlan;
import org.imc.engine.result.Evaluation;
import org.imc.engine.workload.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A sweep leaves out designs, never a best one. */
class SweepTest {

  private static final Journal.Question Q = new Journal.Question("q", "");

  private static final String SIZES = """
      rows in 8 .. 64 step * 2
      columns in { 16, 32, 64 }
      adc resolution in 3 bit .. 6 bit
      macros in 1 .. 2
      """;

  @ParameterizedTest
  @ValueSource(strings = {
    "minimising energy", "minimising energy, area", "minimising energy, latency, area mapped for energy, latency",
    "minimising edp, area maximising throughput, density mapped for edp",
    "minimising energy ^ 0.7 * latency ^ 0.3", "minimising edp ^ 0.5 * area ^ 2, energy, latency * area",
    "maximising efficiency, density where area <= 0.4 mm2 where latency <= 100 us"
  })
  void theFrontIsThatOfPricingEverything(String asked) throws IOException {
    Exploration question = Question.of(SIZES + asked);
    Found all = Found.by(question, 2, true, null);
    Found found = Found.by(question);

    assertEquals(0, all.count(Status.BEATEN));
    assertTrue(found.count(Status.BEATEN) > 0, "no design was left out");
    List<Long> front = all.outcomes().stream()
        .filter(outcome -> outcome.status() == Status.PRICED)
        .filter(outcome -> all.outcomes().stream().noneMatch(other -> other.status() == Status.PRICED
            && beats(question.metrics(), other.cost().orElseThrow(), outcome.cost().orElseThrow())))
        .map(Outcome::index).toList();
    assertEquals(front, indices(all));
    assertEquals(front, indices(found));
    for (Outcome outcome : found.outcomes()) {
      if (outcome.status() == Status.PRICED) {
        assertEquals(all.outcomes().get((int) outcome.index()), outcome, "the same figures, bit by bit");
      }
    }
  }

  /** Says what dominance is a second time, in plain words. */
  private static boolean beats(List<Metric> metrics, DesignCost one, DesignCost other) {
    boolean neverWorse = metrics.stream().allMatch(metric -> metric.moreIsBetter()
        ? metric.of(one) >= metric.of(other) : metric.of(one) <= metric.of(other));
    return neverWorse && metrics.stream().anyMatch(metric -> metric.of(one) != metric.of(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"energy", "latency", "edp"})
  void aDesignCostsWhatTheEngineSaysOfItsStudiesToTheLastBit(String objective) throws IOException {
    Exploration question = Question.of(SIZES + "memory buffer size in { 1 KiB, 2 KiB } minimising energy, area mapped for " + objective);
    Found found = Found.by(question, 2, true, null);
    int priced = 0;
    for (Outcome outcome : found.outcomes()) {
      if (outcome.status() == Status.PRICED) {
        assertAsAlone(question, outcome);
        priced++;
      }
    }
    assertTrue(priced > 100, "only %d designs".formatted(priced));
  }

  /** Fails unless a design costs what it does when nothing is known of any other. */
  private static void assertAsAlone(Exploration question, Outcome priced) {
    Design design = question.space().design(priced.index());
    double energyPj = 0;
    double latencyNs = 0;
    for (Network network : question.networks()) {
      Evaluation evaluation = Engine.withThreads(1).evaluate(
          new Study(new ElementId("s"), network, design.architecture().orElseThrow(), design.mappedFor()),
          Progress.NONE, Cancellation.NEVER);
      energyPj += evaluation.energy().totalPj();
      latencyNs += evaluation.latencyNs();
    }
    assertEquals(energyPj, priced.cost().orElseThrow().energyPj(), () -> design.values().toString());
    assertEquals(latencyNs, priced.cost().orElseThrow().latencyNs(), () -> design.values().toString());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void outcomesDoNotDependOnTheNumberOfThreads(boolean everything) throws IOException {
    Exploration question = Question.of(SIZES + "minimising energy, area maximising density");
    List<Outcome> ofOne = Found.by(question, 1, everything, null).outcomes();
    assertEquals(question.space().size(), ofOne.size());
    assertEquals(ofOne, Found.by(question, 5, everything, null).outcomes());
  }

  @ParameterizedTest
  @CsvSource({"false, 100, 5000", "true, 40, 1"})
  void outcomesAndJournalDoNotDependOnHowManyAreAppraisedAtOnce(boolean everything, int priced, int bounded, @TempDir Path folder)
      throws IOException {
    Exploration question = Question.of("""
        rows in { 8, 16 }
        columns in { 16, 20, 32 }
        memory buffer read in 0.01 pJ/bit .. 1.75 pJ/bit step 0.01 pJ/bit
        memory buffer write in { 0.1 pJ/bit, 0.2 pJ/bit }
        minimising energy, area
        where area <= 0.2 mm2
        """);
    assertTrue(question.space().size() > 4096, "there is more than one block");
    var plan = new SweepPlan(1, OptionalLong.of(everything ? 200 : question.space().size()), everything);
    var here = new ArrayList<Outcome>();
    var there = new ArrayList<Outcome>();
    var elsewhere = new Elsewhere(question, priced, bounded);
    try (Journal one = Journal.begin(folder.resolve("here"), Q); Journal other = Journal.begin(folder.resolve("there"), Q)) {
      Sweep.run(question, plan, one, adding(here), Cancellation.NEVER);
      Sweep.run(question, plan, other, adding(there), elsewhere);
    }
    assertEquals(here, there);
    assertEquals(sorted(folder.resolve("here")), sorted(folder.resolve("there")));
    assertTrue(elsewhere.most > 16, "no more than a batch was priced at once");
  }

  /** Two blocks, of which the second is appraised while the first still is. */
  @Test
  void aJournalOfManyAppraisedAtOnceCanBeBrokenOffAnywhere(@TempDir Path folder) throws IOException {
    Exploration question = Question.ofText(Question.CHIPS + """
        explore Sizes {
          networks Tiny architectures Digital
          rows in { 8, 16 }
          memory buffer read in 0.001 pJ/bit .. 2.2 pJ/bit step 0.001 pJ/bit
          minimising energy, area
        }
        """);
    assertTrue(question.space().size() > 4096, "there is more than one block");
    var plan = new SweepPlan(1, OptionalLong.empty(), true);
    var whole = new ArrayList<Outcome>();
    Path path = folder.resolve("whole");
    try (Journal journal = Journal.begin(path, Q)) {
      Sweep.run(question, plan, journal, adding(whole), new Elsewhere(question, 3000, 5000));
    }
    List<String> lines = Files.readAllLines(path);
    for (int kept : new int[] {2000, 4000, 4150, lines.size() - 1}) {
      Path broken = Files.write(folder.resolve("broken" + kept), lines.subList(0, kept));
      var resumed = new ArrayList<Outcome>();
      try (Journal journal = Journal.resume(broken, Q)) {
        Sweep.run(question, plan, journal, adding(resumed), Cancellation.NEVER);
      }
      assertEquals(whole, resumed);
      assertEquals(lines.subList(0, kept), Files.readAllLines(broken).subList(0, kept), "nothing is lost");
      assertEquals(sorted(path), sorted(broken), "none is there twice");
    }
  }

  private static SweepListener adding(List<Outcome> outcomes) {
    return new SweepListener() {
      @Override
      public void outcome(Design design, Outcome outcome) {
        outcomes.add(outcome);
      }
    };
  }

  private static List<String> sorted(Path journal) throws IOException {
    return Files.readAllLines(journal).stream().sorted().toList();
  }

  /** Appraises many designs at once, the last first. */
  private static final class Elsewhere implements Appraiser {

    private final Pricing pricing;
    private final int priced;
    private final int bounded;
    private int most;

    Elsewhere(Exploration question, int priced, int bounded) {
      pricing = new Pricing(question);
      this.priced = priced;
      this.bounded = bounded;
    }

    @Override
    public int boundedAtOnce() {
      return bounded;
    }

    @Override
    public int pricedAtOnce() {
      return priced;
    }

    @Override
    public void bound(List<Design> designs, Answers answers) {
      for (int i = designs.size() - 1; i >= 0; i--) {
        answers.take(i, pricing.bound(designs.get(i)));
      }
    }

    @Override
    public void price(List<Design> designs, Answers answers) {
      most = Math.max(most, designs.size());
      for (int i = designs.size() - 1; i >= 0; i--) {
        answers.take(i, pricing.price(designs.get(i), Cancellation.NEVER));
      }
    }

    @Override
    public void close() { }
  }

  @Test
  void designsThatContradictThemselvesAreLeftOutWithTheReason() throws IOException {
    Exploration question = Question.of("columns in { 20, 32 } where rows * columns <= 1024 rows in { 32, 64 } minimising energy");
    Found found = Found.by(question);
    assertEquals(List.of(Status.IMPOSSIBLE, Status.IMPOSSIBLE), found.outcomes().subList(0, 2).stream().map(Outcome::status).toList());
    assertEquals("20 columns do not hold whole weights of 8 bits. Maybe use 24 columns.", found.outcomes().get(0).reason());
    assertEquals("It does not meet 'where rows * columns <= 1024'.", found.outcomes().get(3).reason());
  }

  @Test
  void aDesignOnWhichALayerDoesNotFitIsImpossible() throws IOException {
    Exploration question = Question.of("memory dram size in { 1 bit, 1 MiB } minimising energy");
    Outcome small = Found.by(question).outcomes().get(0);
    assertEquals(Status.IMPOSSIBLE, small.status());
    assertTrue(small.reason().contains("dram"), small.reason());
  }

  @Test
  void aConditionOnAFigureExcludesWithWords() throws IOException {
    Exploration question = Question.of("rows in { 8, 64 } where area <= 0.001 mm2 minimising energy");
    Found found = Found.by(question);
    assertEquals(found.outcomes().size(), found.count(Status.EXCLUDED));
    assertEquals("area exceeds 0.001 mm²", found.outcomes().get(0).reason());
    assertEquals(List.of(), found.result().front());
  }

  @Test
  void aLimitLooksAtDesignsEvenlySpread() throws IOException {
    Exploration question = Question.of("rows in 1 .. 50 minimising energy");
    var seen = new ArrayList<Long>();
    Sweep.run(question, new SweepPlan(1, OptionalLong.of(10), false), null, new SweepListener() {
      @Override
      public void outcome(Design design, Outcome outcome) {
        seen.add(outcome.index());
      }
    }, Cancellation.NEVER);
    assertEquals(LongStream.range(0, 10).map(i -> 10 * i).boxed().toList(), seen);
  }

  @Test
  void aCancelledSweepTellsNothing() {
    Exploration question = Question.of(SIZES + "minimising energy");
    assertThrows(CancellationException.class, () -> Sweep.run(question, new SweepPlan(2, OptionalLong.empty(), false), null,
        SweepListener.NONE, () -> true));
  }

  @Test
  void equalDesignsStandSideBySideOnAFront() {
    var front = new ParetoFront(List.of(Metric.ENERGY, Metric.AREA));
    assertTrue(front.add(0, new DesignCost(1, 1, 2, 1)));
    assertTrue(front.add(1, new DesignCost(1, 5, 2, 1)));
    assertFalse(front.add(2, new DesignCost(1, 1, 3, 1)));
    assertTrue(front.add(3, new DesignCost(0.5, 1, 2, 1)));
    assertEquals(List.of(3L), front.entries().stream().map(ParetoFront.Entry::index).toList());
    assertTrue(front.beatsAll(new DesignCost(0.6, 0, 2, 1)));
    assertFalse(front.beatsAll(new DesignCost(0.5, 0, 2, 1)), "it may be as good");
  }

  private static List<Long> indices(Found found) {
    return found.result().front().stream().map(ParetoFront.Entry::index).toList();
  }
}
