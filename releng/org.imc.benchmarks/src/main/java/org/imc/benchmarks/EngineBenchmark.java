package org.imc.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.emf.common.util.URI;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.ide.live.SourceSets;
import org.imc.dsl.ide.live.SourceText;
import org.imc.engine.Cancellation;
import org.imc.engine.Engine;
import org.imc.engine.Progress;
import org.imc.engine.Study;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.MacroCost;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** ResNet-8 on the published digital chip of the library, every layer mapped optimally. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(value = 1, jvmArgsAppend = {"-Xmx512m", "-Dguice_bytecode_gen_option=DISABLED"})
public class EngineBenchmark {

  private final Study energy = study("energy");
  private final Study edp = study("edp");

  private static Study study(String objective) {
    var text = new SourceText(URI.createURI("memory:/question.imc"), """
        import imc.network.ResNet8
        import imc.chip.GuoISSCC2023
        evaluate ResNet8 on GuoISSCC2023 minimising %s
        """.formatted(objective));
    var files = Services.get(SourceSets.class).load(List.of(text));
    return Services.get(StudyRunner.class).lower(files.getFirst()).getFirst().study();
  }

  /** Price one macro. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  public MacroCost macroCost() {
    return Engine.macroCost(energy.architecture().macro());
  }

  /** Map all layers for the least energy, on one thread. */
  @Benchmark
  public Evaluation energyOnOneThread() {
    return Engine.withThreads(1).evaluate(energy, Progress.NONE, Cancellation.NEVER);
  }

  /** Map all layers for the least energy-delay product, on one thread. */
  @Benchmark
  public Evaluation edpOnOneThread() {
    return Engine.withThreads(1).evaluate(edp, Progress.NONE, Cancellation.NEVER);
  }
}
