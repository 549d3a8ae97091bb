package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.imc.engine.cost.AdderTree;
import org.imc.engine.cost.GateLibrary;
import org.imc.engine.cost.SumTree.Activity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdderTreeTest {

  private static final GateLibrary GATES = GateLibrary.of(MacroPlan.digital(1, 1, 1).technology(), 0.9);

  @Test
  void aTreeOf32InputsOf8BitsHas274FullAdders() {
    assertEquals(274, new AdderTree(32, 8).fullAdders());
    assertEquals(13, new AdderTree(32, 8).outputWidth());
  }

  @Test
  void powersOfTwoHaveThePublishedCount() {
    for (int width = 1; width <= 16; width++) {
      for (int depth = 0; depth <= 12; depth++) {
        long inputs = 1L << depth;
        long published = inputs * (width + 1) - (width + depth + 1);
        assertEquals(published, new AdderTree((int) inputs, width).fullAdders(), inputs + " x " + width);
      }
    }
  }

  @ParameterizedTest(name = "{0} of {1} inputs in use: {2} full, {3} half")
  @CsvSource({"8, 32, 60, 23", "16, 32, 131, 12", "9, 32, 71, 39", "27, 64, 231, 31", "128, 256, 1136, 15",
      "640, 1024, 5743, 31", "0, 32, 0, 0", "32, 32, 274, 0", "99, 32, 274, 0"})
  void aPartlyUsedTreeSwitchesThePublishedAdders(long used, int inputs, long full, long half) {
    assertEquals(new Activity(full, half), new AdderTree(inputs, 8).activity(used));
  }

  @Test
  void everyTreeSwitchesWhatAnAdderByAdderWalkFinds() {
    for (int width : new int[] {1, 4, 8}) {
      for (int inputs = 1; inputs <= 70; inputs++) {
        for (int used = 0; used <= inputs; used++) {
          assertEquals(walk(inputs, width, used), new AdderTree(inputs, width).activity(used),
              used + " of " + inputs + " x " + width);
        }
      }
    }
  }

  @Test
  void aTreeOf1152InputsAddsEveryInputOnceAndIsNotWiderThanTheNextPowerOfTwo() {
    AdderTree tree = new AdderTree(1152, 8);
    assertEquals(19, tree.outputWidth());
    assertTrue(tree.fullAdders() > new AdderTree(1024, 8).fullAdders());
    assertTrue(tree.fullAdders() < new AdderTree(2048, 8).fullAdders());
  }

  @Test
  void moreInputsOrWiderInputsTakeMoreAddersAndMoreUseMoreEnergy() {
    for (int inputs = 2; inputs <= 300; inputs++) {
      for (int width = 1; width <= 9; width++) {
        AdderTree tree = new AdderTree(inputs, width);
        assertTrue(tree.fullAdders() > new AdderTree(inputs - 1, width).fullAdders(), inputs + " x " + width);
        assertTrue(new AdderTree(inputs, width + 1).fullAdders() > tree.fullAdders(), inputs + " x " + width);
        assertTrue(new AdderTree(inputs, width + 1).delayNs(GATES) > tree.delayNs(GATES), inputs + " x " + width);
        assertTrue(tree.delayNs(GATES) >= new AdderTree(inputs - 1, width).delayNs(GATES), inputs + " x " + width);
        for (int used = 1; used <= inputs; used++) {
          assertTrue(energyPj(tree, used) > energyPj(tree, used - 1), used + " of " + inputs + " x " + width);
        }
      }
    }
  }

  @Test
  void aTreeOfOneInputIsAWire() {
    AdderTree wire = new AdderTree(1, 8);
    assertEquals(0, wire.fullAdders());
    assertEquals(8, wire.outputWidth());
    assertEquals(0, wire.delayNs(GATES));
    assertEquals(0, wire.areaMm2(GATES));
  }

  @Test
  void theDelayOf32InputsOf8BitsIsThePublishedOne() {
    assertEquals(2.17968, new AdderTree(32, 8).delayNs(GATES), 1e-12);
  }

  @Test
  void aTreeWithoutInputsIsRefused() {
    var e = assertThrows(IllegalArgumentException.class, () -> new AdderTree(0, 8));
    assertEquals("An adder tree of 0 inputs of 8 bits cannot be. Both must be at least 1.", e.getMessage());
  }

  private static double energyPj(AdderTree tree, int used) {
    return tree.activity(used).energyPj(GATES);
  }

  /** Add pair after pair: a number is active or rests, and one without a partner waits at the width of its stage. */
  private static Activity walk(int inputs, int width, int used) {
    List<Boolean> numbers = new ArrayList<>();
    for (int i = 0; i < inputs; i++) {
      numbers.add(i < used);
    }
    long full = 0;
    long half = 0;
    for (int bits = width; numbers.size() > 1; bits++) {
      List<Boolean> sums = new ArrayList<>();
      for (int i = 0; i + 1 < numbers.size(); i += 2) {
        boolean first = numbers.get(i);
        boolean second = numbers.get(i + 1);
        full += first && second ? bits : 0;
        half += first ^ second ? bits : 0;
        sums.add(first || second);
      }
      if (numbers.size() % 2 == 1) {
        sums.add(numbers.getLast());
      }
      numbers = sums;
    }
    return new Activity(full, half);
  }
}
