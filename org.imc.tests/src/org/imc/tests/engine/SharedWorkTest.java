package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.imc.engine.Cancellation;
import org.imc.engine.ElementId;
import org.imc.engine.Engine;
import org.imc.engine.Objective;
import org.imc.engine.Progress;
import org.imc.engine.Study;
import org.imc.engine.arch.Adc;
import org.imc.engine.arch.AnalogMacro;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.Macro;
import org.imc.engine.arch.MacroModel;
import org.imc.engine.mapper.SharedWork;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.result.LowerBounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Searches that share work answer as those that do not. */
class SharedWorkTest {

  /** Return what is found of each layer, but for how long it was searched. */
  private static List<LayerEvaluation> evaluate(Engine engine, Study study) {
    return engine.evaluate(study, Progress.NONE, Cancellation.NEVER).layers().stream()
        .map(layer -> with(layer.bounds(), layer)).toList();
  }

  private static LayerEvaluation with(LowerBounds bounds, LayerEvaluation layer) {
    return new LayerEvaluation(layer.layer(), layer.architecture(), layer.mapping(), layer.energy(), layer.latency(),
        layer.spatialUtilization(), bounds, null);
  }

  /** Return layers as they are, with bounds that are true, but may say less than those that all candidates give. */
  private static List<LayerEvaluation> withCoarserBounds(List<LayerEvaluation> layers, List<LayerEvaluation> bounded) {
    List<LayerEvaluation> all = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      LowerBounds coarser = bounded.get(i).bounds();
      assertTrue(coarser.energyPj() <= layers.get(i).bounds().energyPj() * (1 + 1e-9), coarser + " of " + layers.get(i));
      assertTrue(coarser.latencyCycles() <= layers.get(i).bounds().latencyCycles(), coarser + " of " + layers.get(i));
      all.add(with(coarser, layers.get(i)));
    }
    return all;
  }

  /** Return the problem on chips that differ in macros, converters, energies and memories, as the designs of a sweep do. */
  private static List<Study> variants(MapperProblem problem, Objective objective) {
    List<Study> all = new ArrayList<>();
    for (int macros = 1; macros <= 2; macros++) {
      for (Macro macro : macros(problem.architecture().macro())) {
        var chip = new Architecture(problem.architecture().id(), "a", macro, macros, problem.architecture().memories());
        var variant = new MapperProblem(chip, problem.layer());
        all.add(variant.study(objective));
        all.add(variant.leaking(0.3).study(objective));
        all.add(variant.doubleBuffered().study(objective));
      }
    }
    return all;
  }

  private static List<Macro> macros(Macro macro) {
    List<Macro> all = new ArrayList<>(List.of(macro));
    for (int bits = 3; bits <= 5; bits++) {
      all.add(new AnalogMacro(new ElementId("m"), "m", MapperProblem.TECHNOLOGY, macro.geometry(), 0.9,
          OptionalDouble.empty(), MacroModel.STANDARD, new Adc(bits, 1)));
    }
    return all;
  }

  @ParameterizedTest
  @EnumSource
  void designsThatShareWorkAreMappedAsEachByItself(Objective objective) {
    var sharing = Engine.withThreads(1).sharing(new SharedWork());
    var ofCostsAlone = Engine.withThreads(1).sharing(SharedWork.ofCostsAlone());
    int mapped = 0;
    for (long seed = 0; seed < 60; seed++) {
      for (Study study : variants(MapperProblem.random(seed, 6), objective)) {
        List<LayerEvaluation> alone = evaluate(Engine.withThreads(1), study);
        assertEquals(alone, evaluate(sharing, study), "seed %d".formatted(seed));
        List<LayerEvaluation> priced = evaluate(ofCostsAlone, study);
        assertEquals(withCoarserBounds(alone, priced), priced, "seed %d".formatted(seed));
        mapped += alone.size();
      }
    }
    assertTrue(mapped > 500, "only %d layers have a mapping".formatted(mapped));
  }

  @Test
  void threadsMayShareWork() {
    var shared = new SharedWork();
    List<Study> studies = variants(MapperProblem.random(11, 6), Objective.EDP);
    List<List<LayerEvaluation>> alone = studies.stream().map(study -> evaluate(Engine.withThreads(1), study)).toList();
    IntStream.range(0, 8 * studies.size()).parallel().forEach(i -> {
      int k = i % studies.size();
      assertEquals(alone.get(k), evaluate(Engine.withThreads(2).sharing(shared), studies.get(k)));
    });
  }
}
