package org.imc.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.imc.benchmarks.MapperWork.ResNet18;
import org.imc.dsl.chart.Axis;
import org.imc.dsl.chart.Mark;
import org.imc.dsl.chart.ScatterChart;
import org.imc.engine.Budget;
import org.imc.engine.Cancellation;
import org.imc.engine.Engine;
import org.imc.engine.Objective;
import org.imc.engine.Progress;
import org.imc.engine.Study;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.SearchReport;
import org.imc.engine.workload.MacLayer;

/**
 * Measure the mapper: the layers of ResNet-18, the whole of it, and how the time grows with loops and memory levels. Prints
 * the tables of {@code docs/benchmarks.md}; with a file name, draws the growth into it.
 *
 * <p>Times are of the processor, so that they do not tell how busy the machine is, and include what the collector and the
 * compiler take meanwhile; each is the median of some runs after others.
 */
public final class MapperFigures {

  /** Processor time is counted in steps of so many ms: what takes less is drawn as one. */
  private static final double STEP_MS = 10;

  private static final int WARM_UP = 3;
  private static final int RUNS = 5;
  private static final int LEVELS = 3;
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final String[] COLORS = {"#0072b2", "#e69f00", "#009e73", "#cc79a7"};
  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private MapperFigures() { }

  /** A measured search. */
  private record Run(double millis, Evaluation answer) {

    SearchReport search() {
      return answer.layers().getFirst().search();
    }
  }

  /** Print the tables; draw the growth if a file is named. */
  public static void main(String[] arguments) throws IOException {
    layers();
    network();
    List<Mark> marks = growth();
    if (arguments.length > 0) {
      Files.writeString(Path.of(arguments[0]), chart(marks) + "\n");
    }
  }

  private static void layers() {
    print("| layer | unrollings | orderings | energy | EDP | one unrolling: energy | EDP |");
    print("|---|---:|---:|---:|---:|---:|---:|");
    for (ResNet18 shape : ResNet18.values()) {
      MacLayer layer = shape.layer();
      Run energy = run(MapperWork.free(layer, LEVELS, Objective.ENERGY), RUNS);
      Run edp = run(MapperWork.free(layer, LEVELS, Objective.EDP), RUNS);
      Run oneEnergy = run(MapperWork.unrolled(layer, LEVELS, Objective.ENERGY), RUNS);
      Run oneEdp = run(MapperWork.unrolled(layer, LEVELS, Objective.EDP), RUNS);
      print("| %s | %d | %.1e | %s | %s | %s | %s |", shape.name().toLowerCase(Locale.ROOT),
          edp.search().spatialCandidates(), edp.search().orderings(), millis(energy), millis(edp), millis(oneEnergy),
          millis(oneEdp));
    }
    print("");
  }

  private static void network() {
    for (Objective objective : List.of(Objective.ENERGY, Objective.EDP)) {
      Study study = MapperWork.resNet18(LEVELS, objective);
      Run warm = run(study, 1);
      long begin = System.nanoTime();
      Engine.withThreads(2).evaluate(study, Progress.NONE, Cancellation.NEVER);
      double wall = (System.nanoTime() - begin) / 1e6;
      double orderings = warm.answer().layers().stream().mapToDouble(layer -> layer.search().orderings()).sum();
      print("ResNet-18, %s: %s of processor time; %.0f ms on two threads, load average %.1f; %.1e orderings, %.1e a second",
          objective, millis(warm), wall, MACHINE.getSystemLoadAverage(), orderings, orderings / warm.millis() * 1e3);
    }
    print("");
  }

  private static List<Mark> growth() {
    long[][] sizes = { // K, C, OY, OX
        {64, 64, 14, 14}, {128, 64, 28, 28}, {128, 128, 56, 56}, {256, 256, 56, 56}, {512, 512, 56, 56}, {1024, 1024, 56, 56}};
    List<Mark> marks = new ArrayList<>();
    print("| layer (K x C x OY x OX, 3 x 3) | orderings | 2 levels: energy | EDP | 3: energy | EDP | 4: energy | EDP | 5: energy | EDP |");
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    for (long[] size : sizes) {
      MacLayer layer = MapperWork.layer("layer", size[0], size[1], size[2], size[3], 3, 3, 1);
      var row = new StringBuilder();
      double orderings = 0;
      for (int levels = 2; levels <= 5; levels++) {
        for (Objective objective : List.of(Objective.ENERGY, Objective.EDP)) {
          Run run = run(MapperWork.unrolled(layer, levels, objective), 1);
          orderings = run.search().orderings();
          row.append(" %s |".formatted(millis(run)));
          boolean edp = objective == Objective.EDP;
          String color = COLORS[levels - 2];
          marks.add(new Mark(orderings, Math.max(STEP_MS, run.millis()),
              new Mark.Look(edp ? Mark.Shape.DIAMOND : Mark.Shape.CIRCLE, color, color, edp, false), "",
              "%d levels, %s: %s".formatted(levels, objective, millis(run)), 0));
        }
      }
      print("| %d x %d x %d x %d | %.1e |%s", size[0], size[1], size[2], size[3], orderings, row);
    }
    return marks;
  }

  private static String chart(List<Mark> marks) {
    List<ScatterChart.Entry> legend = new ArrayList<>(List.of(new ScatterChart.Entry("Memory levels", List.of())));
    for (int levels = 2; levels <= 5; levels++) {
      String color = COLORS[levels - 2];
      legend.add(new ScatterChart.Entry(Integer.toString(levels), List.of(
          new Mark.Look(Mark.Shape.CIRCLE, color, color, false, false),
          new Mark.Look(Mark.Shape.DIAMOND, color, color, true, false))));
    }
    legend.add(new ScatterChart.Entry("Rings energy, diamonds EDP", List.of()));
    return new ScatterChart("Exact mapping of one unrolling: time by orderings and memory levels",
        Axis.decades("loop orderings", marks.stream().mapToDouble(Mark::x).toArray()),
        Axis.decades("processor time, ms", marks.stream().mapToDouble(Mark::y).toArray()), marks, legend).svg();
  }

  /** Return the median of some runs on one thread, after others; a search that takes too long is run once, and ended. */
  private static Run run(Study study, int runs) {
    Engine engine = Engine.withThreads(1).within(Budget.ofTime(LONGEST));
    Run first = once(engine, study);
    if (first.millis() > 5_000) {
      return first;
    }
    for (int i = 0; i < WARM_UP; i++) {
      once(engine, study);
    }
    Run[] all = new Run[runs];
    Arrays.setAll(all, i -> once(engine, study));
    Arrays.sort(all, (a, b) -> Double.compare(a.millis(), b.millis()));
    return all[all.length / 2];
  }

  private static Run once(Engine engine, Study study) {
    long begin = MACHINE.getProcessCpuTime();
    Evaluation answer = engine.evaluate(study, Progress.NONE, Cancellation.NEVER);
    return new Run((MACHINE.getProcessCpuTime() - begin) / 1e6, answer);
  }

  private static String millis(Run run) {
    String time = String.format(Locale.ROOT, run.millis() < 100 ? "%.1f ms" : "%.0f ms", run.millis());
    return run.answer().isProven() ? time : time + " (ended)";
  }

  private static void print(String text, Object... values) {
    System.out.println(values.length == 0 ? text : String.format(Locale.ROOT, text, values));
  }
}
