package org.imc.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.ide.contentassist.Completion;
import org.imc.dsl.ide.live.Analysis;
import org.imc.dsl.ide.live.LiveFile;
import org.imc.dsl.ide.live.ProjectCheck;
import org.imc.dsl.ide.live.Snapshot;
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

/** A project of 200 files, 20,000 lines. Targets: edit 200 ms, completion 100 ms. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = {"-Xmx512m", "-Dguice_bytecode_gen_option=DISABLED"})
public class WorkspaceBenchmark {

  private static final int FILES = 200;

  private final ProjectCheck projects = Services.get(ProjectCheck.class);
  private final Completion completion = Services.get(Completion.class);
  private final LiveFile live = Services.get(LiveFile.class);
  private List<SourceText> workspace = Texts.workspace(FILES);
  private SourceText file = workspace.get(FILES / 2);
  private Snapshot one = Texts.snapshot(file, workspace);
  private Snapshot other = Texts.snapshot(Texts.edited(file, "7"), workspace);
  private boolean turn;
  private int network;

  /** Open one of the files. */
  @Setup
  public void open() {
    network = file.text().indexOf("evaluate ") + "evaluate ".length();
    Texts.requireSound(live.analyse(one, CancelIndicator.NullImpl));
  }

  /** Parse, link and check all files, as a build from scratch does. */
  @Benchmark
  public Map<URI, List<Problem>> checkAll() {
    return projects.check(workspace, CancelIndicator.NullImpl);
  }

  /** Exchange one digit in one file; parse, link, check, and lower its study. */
  @Benchmark
  public Analysis editToDiagnostics() {
    turn = !turn;
    return live.analyse(turn ? other : one, CancelIndicator.NullImpl);
  }

  /** Complete the name of a network among those of all files. */
  @Benchmark
  public List<ContentAssistEntry> complete() {
    return live.read(one, model -> completion.propose(model, network, CancelIndicator.NullImpl));
  }
}
