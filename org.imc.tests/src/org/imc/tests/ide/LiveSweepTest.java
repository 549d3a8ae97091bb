package org.imc.tests.ide;

import static org.imc.tests.ide.EditorServices.file;
import static org.imc.tests.ide.EditorServices.liveFile;
import static org.imc.tests.ide.EditorServices.snapshot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.ide.exploration.Brush;
import org.imc.dsl.ide.exploration.Explorations;
import org.imc.dsl.ide.exploration.FrozenExploration;
import org.imc.dsl.ide.exploration.LiveSweep;
import org.imc.dsl.ide.live.AskedExploration;
import org.imc.dsl.report.DesignAxis;
import org.imc.dsl.report.DesignRange;
import org.imc.dsl.report.Explored;
import org.imc.engine.Cancellation;
import org.imc.engine.explore.Metric;
import org.imc.engine.explore.ParetoFront;
import org.imc.engine.explore.SweepListener.State;
import org.imc.engine.explore.SweepPlan;
import org.imc.tests.language.Language;
import org.junit.jupiter.api.Test;

/** Explorations that are seen while they run, and the axes they are brushed on. */
class LiveSweepTest {

  private static final String TEXT = """
      import imc.technology.cmos28

      digital macro D { technology cmos28 rows 32 columns 32 weight 8 bit activation 8 bit serial 1 bit }
      analog macro A { technology cmos28 rows 32 columns 32 weight 8 bit activation 8 bit dac 1 bit adc { resolution 5 bit } }
      architecture Digital {
        macro D
        memory buffer { kind sram size 2 KiB serves inputs, outputs port readwrite 64 bit/cycle }
        memory dram { kind lpddr4 size 1 MiB serves weights, inputs, outputs port readwrite 32 bit/cycle }
      }
      architecture Analog extends Digital { macro A }
      network Tiny { weight 8 bit activation 8 bit input x 40 dense f from x { units 20 } }
      explore Sizes {
        networks Tiny
        architectures Digital, Analog
        rows in { 64, 8, 16 }
        adc resolution in 4 bit .. 5 bit
        memory buffer size in { 512 bit, 2 KiB }
        minimising energy, latency
      }
      """;

  private static FrozenExploration frozen(String text) {
    return Language.get(Explorations.class).of(snapshot(text), "Sizes", CancelIndicator.NullImpl).orElseThrow();
  }

  private static LiveSweep sweep(boolean everything) {
    return new LiveSweep(frozen(TEXT), new SweepPlan(2, OptionalLong.empty(), everything));
  }

  @Test
  void whatIsFoundIsSeenBatchByBatchAndAtTheEndIsTheAnswer() {
    LiveSweep sweep = sweep(true);
    assertEquals(List.of(), sweep.found().designs());
    assertEquals(Optional.empty(), sweep.progress());
    var seen = new ArrayList<Integer>();
    var states = new ArrayList<State>();
    sweep.run(state -> {
      states.add(state);
      seen.add(sweep.found().designs().size());
      assertFalse(sweep.isComplete());
    }, Cancellation.NEVER);
    assertEquals(List.of(16, 18), seen, "batches of 16");
    assertTrue(sweep.isComplete());
    assertTrue(sweep.progress().orElseThrow().startsWith("Sizes: 18 of 18 designs, "), sweep.progress().orElseThrow());
    LiveSweep.Found found = sweep.found();
    assertEquals(LongStream.range(0, 18).boxed().toList(), found.designs().stream().map(each -> each.design().index()).toList());
    Explored explored = sweep.explored();
    assertEquals(explored.result().front().stream().map(ParetoFront.Entry::index).collect(Collectors.toSet()), found.front());
    assertEquals(states.getLast().front(), found.front().size());
  }

  @Test
  void whatWasFoundBeforeItWasStoppedStays() {
    LiveSweep sweep = sweep(true);
    var stopped = new boolean[1];
    assertThrows(CancellationException.class, () -> sweep.run(state -> stopped[0] = true, () -> stopped[0]));
    assertFalse(sweep.isComplete());
    assertEquals(16, sweep.found().designs().size());
    assertEquals(16, sweep.explored().sample().size());
    assertEquals(sweep.found().front().size(), sweep.explored().result().front().size());
  }

  @Test
  void aDesignIsWrittenAndItsNeighboursArePriced() {
    LiveSweep sweep = sweep(true);
    sweep.run(state -> { }, Cancellation.NEVER);
    assertTrue(sweep.question().text(0).contains("Digital_0 extends Digital"), sweep.question().text(0));
    Explored.Priced middle = sweep.found().designs().get(2); // 8 rows
    assertEquals(List.of("Digital", "8", "", "512 bit"), middle.design().values());
    assertEquals(List.of("64", "16", "2 KiB"), sweep.sensitivity(middle, Cancellation.NEVER).steps().stream()
        .map(step -> step.neighbour().values().get(step.column())).toList());
  }

  @Test
  void axesFollowTheOrderOfTheExploration() {
    LiveSweep sweep = sweep(true);
    sweep.run(state -> { }, Cancellation.NEVER);
    List<DesignAxis> axes = DesignAxis.of(sweep.question().exploration(), sweep.found().designs());
    assertEquals(6, axes.size());
    assertEquals(List.of("architecture", "rows", "adc resolution"), axes.stream().map(DesignAxis::title).limit(3).toList());
    assertEquals(List.of("64", "8", "16"), labels(axes.get(1)));
    assertEquals(List.of("–", "4 bit", "5 bit"), labels(axes.get(2)), "a digital macro has no converter");
    assertEquals(List.of("512 bit", "2 KiB"), labels(axes.get(3)));
    assertTrue(axes.get(4).title().matches("energy \\[[pnµm]J]"), axes.get(4).title());
    DesignAxis energy = axes.get(4);
    assertEquals(0, sweep.found().designs().stream().mapToDouble(energy::share).min().orElseThrow());
    assertEquals(1, sweep.found().designs().stream().mapToDouble(energy::share).max().orElseThrow(), 1e-12);
  }

  private static List<String> labels(DesignAxis axis) {
    return axis.ticks().stream().map(DesignAxis.Tick::label).toList();
  }

  @Test
  void rangesKeepWhatLiesInAllOfThem() {
    LiveSweep sweep = sweep(true);
    sweep.run(state -> { }, Cancellation.NEVER);
    List<Explored.Priced> designs = sweep.found().designs();
    List<DesignAxis> axes = DesignAxis.of(sweep.question().exploration(), designs);
    DesignAxis rows = axes.get(1);
    DesignRange some = rows.range(0.4, 1);
    assertEquals(new DesignRange.Values(1, Set.of("8", "16")), some);
    assertEquals(new DesignAxis.Span(0.5, 1), rows.span(some));
    Brush brush = Brush.NONE.with(rows, rows.range(0, 0)).with(rows, some);
    assertEquals(12, designs.stream().filter(brush::keeps).count(), "one range for an axis");
    DesignAxis energy = axes.get(4);
    var lower = (DesignRange.Figures) energy.range(0, 0.5);
    assertEquals(Metric.ENERGY, lower.metric());
    assertEquals(0.5, energy.span(lower).to(), 1e-12);
    double[] energies = designs.stream().mapToDouble(each -> each.cost().energyPj()).sorted().toArray();
    assertEquals(energies[0], lower.low());
    assertEquals(Math.sqrt(energies[0] * energies[17]), lower.high(), lower.high() * 1e-12, "equal distances are equal ratios");
    Brush both = brush.with(energy, lower);
    assertEquals(designs.stream().filter(each -> !each.design().values().get(1).equals("64") && each.cost().energyPj() <= lower.high())
        .toList(), designs.stream().filter(both::keeps).toList());
    assertEquals(12, designs.stream().filter(both.without(energy)::keeps).count());
    assertThrows(IllegalArgumentException.class, () -> rows.span(lower));
  }

  @Test
  void theFingerprintIsThatOfWhatIsAskedAndNothingElse() {
    String before = asked(TEXT).fingerprint();
    assertEquals(before, frozen(TEXT).fingerprint());
    assertEquals(before, asked("// read me\n" + TEXT.replace("explore Sizes {", "explore Sizes { /* of arrays */\n")).fingerprint());
    assertEquals(before, asked(TEXT + "network Other { weight 8 bit activation 8 bit input x 4 dense f from x { units 2 } }\n")
        .fingerprint());
    assertNotEquals(before, asked(TEXT.replace("units 20", "units 21")).fingerprint(), "a network that it names");
    assertNotEquals(before, asked(TEXT.replace("size 1 MiB", "size 2 MiB")).fingerprint(), "what an architecture of it extends");
    assertNotEquals(before, asked(TEXT.replace("8, 16", "8, 32")).fingerprint(), "its own words");
    String main = "import other.Far\n" + TEXT.replace("networks Tiny", "networks Far");
    String far = "package other\nnetwork Far { weight 8 bit activation 8 bit input x 4 dense f from x { units 2 } }";
    assertNotEquals(
        liveFile().analyse(snapshot(main, file("b.imc", far)), CancelIndicator.NullImpl).explorations().getFirst().fingerprint(),
        liveFile().analyse(snapshot(main, file("b.imc", far.replace("units 2", "units 3"))), CancelIndicator.NullImpl)
            .explorations().getFirst().fingerprint(), "a network of another file");
  }

  @Test
  void explorationsAreCountedAndKeptBackByErrors() {
    AskedExploration asked = asked(TEXT);
    assertEquals("Sizes", asked.name());
    assertEquals(18, asked.designs());
    String broken = TEXT.replace("rows in", "rows inn");
    assertEquals(List.of(), liveFile().analyse(snapshot(broken), CancelIndicator.NullImpl).explorations());
    assertEquals(Optional.empty(), Language.get(Explorations.class).of(snapshot(broken), "Sizes", CancelIndicator.NullImpl));
    assertEquals(Optional.empty(), Language.get(Explorations.class).of(snapshot(TEXT), "Other", CancelIndicator.NullImpl));
  }

  private static AskedExploration asked(String text) {
    return liveFile().analyse(snapshot(text), CancelIndicator.NullImpl).explorations().getFirst();
  }
}
