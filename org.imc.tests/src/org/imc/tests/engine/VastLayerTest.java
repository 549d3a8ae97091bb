package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.imc.engine.Cancellation;
import org.imc.engine.Engine;
import org.imc.engine.Objective;
import org.imc.engine.Progress;
import org.imc.engine.arch.Architecture;
import org.imc.engine.arch.Sharing;
import org.imc.engine.cost.AccessCounts;
import org.imc.engine.mapping.ArrayAxis;
import org.imc.engine.mapping.Loop;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.Finding;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Operand;
import org.imc.engine.workload.Precision;
import org.junit.jupiter.api.Test;

/** Layers with sizes about 2^31: exact numbers or a finding, never a number that has wrapped. */
class VastLayerTest {

  private static final long[] VAST = {(1L << 31) - 1, 1L << 31, (1L << 31) + 11}; // a prime, a power of 2, a prime

  private static final Architecture CHIP = MapperProblem.architecture(MapperProblem.digital(32, 64, 2, 4, 4, 1), 2,
      MapperProblem.memory("ireg", 4, Sharing.PER_ROW, 0, 0.01, 4, Operand.INPUT),
      MapperProblem.memory("buffer", 1 << 16, Sharing.GLOBAL, 0.1, 0.2, 64, Operand.values()),
      MapperProblem.memory("dram", Long.MAX_VALUE, Sharing.GLOBAL, 3, 4, 32, Operand.values()));

  private static MacLayer layer(Object... dimsAndSizes) {
    long[] sizes = new long[LoopDim.values().length];
    Arrays.fill(sizes, 1);
    for (int i = 0; i < dimsAndSizes.length; i += 2) {
      sizes[((LoopDim) dimsAndSizes[i]).ordinal()] = (Long) dimsAndSizes[i + 1];
    }
    return MapperProblem.layer("vast", new Precision(4, 4, 12, 4), 1, 1, sizes);
  }

  /** Return whether a layer has a result, which is right, or else a finding that names it. */
  private static boolean isAnswered(MacLayer layer, Objective objective) {
    Evaluation evaluation = Engine.withThreads(1)
        .evaluate(MapperProblem.study(CHIP, objective, layer), Progress.NONE, Cancellation.NEVER);
    if (evaluation.layers().isEmpty()) {
      Finding finding = evaluation.findings().getFirst();
      assertTrue(Set.of("layer.too-large", "memory.too-small").contains(finding.code()), finding::toString);
      assertTrue(finding.message().contains("'vast'"), finding::message);
      return false;
    }
    checkCounts(layer, evaluation.layers().getFirst());
    return true;
  }

  private static void checkCounts(MacLayer layer, LayerEvaluation result) {
    List<Loop> loops = result.mapping().temporal().loops();
    BigInteger activations = loops.stream().map(loop -> BigInteger.valueOf(loop.size()))
        .reduce(BigInteger.ONE, BigInteger::multiply);
    assertEquals(activations.multiply(BigInteger.valueOf(4)), BigInteger.valueOf(result.latency().computeCycles()));
    BigInteger atOnce = BigInteger.ONE;
    for (ArrayAxis axis : ArrayAxis.values()) {
      atOnce = atOnce.multiply(BigInteger.valueOf(result.mapping().spatial().unrolling(axis)));
    }
    BigInteger macs = BigInteger.ONE;
    for (LoopDim dim : LoopDim.values()) {
      macs = macs.multiply(BigInteger.valueOf(layer.bounds().get(dim)));
    }
    assertTrue(activations.multiply(atOnce).compareTo(macs) >= 0, "every multiply-accumulate is done");
    for (AccessCounts.Traffic traffic : AccessCounts.of(CHIP, layer, result.mapping()).traffic()) {
      assertTrue(traffic.words() >= 0 && traffic.bits() >= traffic.words(), traffic::toString);
    }
    assertTrue(result.energy().totalPj() > 0 && Double.isFinite(result.energy().totalPj()));
    assertTrue(result.latency().totalCycles() >= result.latency().computeCycles());
    assertTrue(result.latency().parts().stream().allMatch(part -> part.value() > 0));
  }

  @Test
  void oneVastDimensionIsCountedExactly() {
    for (LoopDim dim : LoopDim.values()) {
      for (long size : VAST) {
        for (Objective objective : Objective.values()) {
          assertTrue(isAnswered(layer(dim, size), objective), () -> "%s %d for %s".formatted(dim, size, objective));
        }
      }
    }
  }

  @Test
  void twoVastDimensionsAreCountedExactlyOrReported() {
    for (LoopDim dim : LoopDim.values()) {
      for (LoopDim other : LoopDim.values()) {
        if (dim.compareTo(other) < 0) {
          isAnswered(layer(dim, VAST[0], other, VAST[1]), Objective.EDP);
        }
      }
    }
  }

  @Test
  void threeVastDimensionsAreReported() {
    assertTrue(!isAnswered(layer(LoopDim.K, VAST[0], LoopDim.C, VAST[0], LoopDim.B, VAST[0]), Objective.ENERGY));
  }
}
