package org.imc.benchmarks;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.formatting2.SourceFormatter;
import org.imc.dsl.ide.contentassist.Completion;
import org.imc.dsl.ide.hover.Explanation;
import org.imc.dsl.ide.hover.Explanations;
import org.imc.dsl.ide.live.Analysis;
import org.imc.dsl.ide.live.LiveFile;
import org.imc.dsl.ide.live.Snapshot;
import org.imc.dsl.ide.live.SourceSets;
import org.imc.dsl.ide.live.SourceText;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One file of 5,000 lines, as in an editor. Targets: check 1 s, edit 200 ms, completion and hover 100 ms. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = {"-Xmx512m", "-Dguice_bytecode_gen_option=DISABLED"})
public class LargeFileBenchmark {

  private static final int LINES = 5_000;

  private final SourceSets sets = Services.get(SourceSets.class);
  private final StudyRunner runner = Services.get(StudyRunner.class);
  private final SourceFormatter formatter = Services.get(SourceFormatter.class);
  private final Completion completion = Services.get(Completion.class);
  private final Explanations explanations = Services.get(Explanations.class);
  private final LiveFile live = Services.get(LiveFile.class);
  private SourceText file = Texts.file(LINES);
  private Snapshot one = new Snapshot(file, List.of());
  private Snapshot other = new Snapshot(Texts.edited(file, "7"), List.of());
  private boolean turn;
  private int layer;
  private int number;

  /** Find the offsets to ask at, and open the file. */
  @Setup
  public void open() {
    layer = file.text().indexOf("from l5 {", file.text().length() / 2) + "from l5".length();
    number = file.text().indexOf("0.16 pJ/bit", file.text().length() / 2) + 1;
    Texts.requireSound(live.analyse(one, CancelIndicator.NullImpl));
  }

  /** Parse, link and check everything. */
  @Benchmark
  public List<Problem> check() {
    return runner.check(sets.load(List.of(file)).getFirst(), CancelIndicator.NullImpl);
  }

  /** Exchange one digit; parse, link, check, and lower all studies. */
  @Benchmark
  public Analysis editToDiagnostics() {
    turn = !turn;
    return live.analyse(turn ? other : one, CancelIndicator.NullImpl);
  }

  /** Complete the name of a layer in a network of sixty. */
  @Benchmark
  public List<ContentAssistEntry> complete() {
    return live.read(one, model -> completion.propose(model, layer, CancelIndicator.NullImpl));
  }

  /** Explain a quantity. */
  @Benchmark
  public Optional<Explanation> hover() {
    return live.read(one, model -> explanations.at(model, number));
  }

  /** Format everything. */
  @Benchmark
  public Optional<String> format() {
    return live.read(one, formatter::format);
  }
}
