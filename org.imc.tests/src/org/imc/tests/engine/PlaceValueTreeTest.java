package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.imc.engine.cost.GateLibrary;
import org.imc.engine.cost.PlaceValueTree;
import org.junit.jupiter.api.Test;

class PlaceValueTreeTest {

  private static final GateLibrary GATES = GateLibrary.of(MacroPlan.digital(1, 1, 1).technology(), 0.9);

  @Test
  void powersOfTwoHaveThePublishedCountAlsoForFractionalWidths() {
    for (double width = 1; width <= 12; width += 0.5) {
      for (int depth = 1; depth <= 5; depth++) {
        int numbers = 1 << depth;
        double published = width * (numbers - 1) + numbers * (depth - 0.5);
        assertEquals(published, new PlaceValueTree(numbers, width).fullAdders(), 1e-9, numbers + " x " + width);
      }
    }
  }

  @Test
  void everyTreeHasTheAddersThatABlockByBlockWalkFinds() {
    for (int numbers = 1; numbers <= 40; numbers++) {
      assertEquals(walk(numbers, 5.5), new PlaceValueTree(numbers, 5.5).fullAdders(), 1e-9, numbers + " numbers");
    }
  }

  @Test
  void moreNumbersOrWiderNumbersTakeMoreAdders() {
    for (int numbers = 2; numbers <= 64; numbers++) {
      for (int width = 1; width <= 16; width++) {
        double adders = new PlaceValueTree(numbers, width).fullAdders();
        assertTrue(adders > new PlaceValueTree(numbers - 1, width).fullAdders(), numbers + " x " + width);
        assertTrue(new PlaceValueTree(numbers, width + 1).fullAdders() > adders, numbers + " x " + width);
      }
    }
  }

  @Test
  void oneNumberNeedsNoTree() {
    PlaceValueTree wire = new PlaceValueTree(1, 6);
    assertFalse(wire.isPresent());
    assertEquals(0, wire.fullAdders());
    assertEquals(6, wire.outputWidth());
    assertEquals(0, wire.delayNs(GATES, 5));
  }

  @Test
  void theSumIsAsWideAsTheNumbersAndTheirPlaces() {
    assertEquals(4.5 + 8, new PlaceValueTree(8, 4.5).outputWidth());
  }

  /** Merge neighbouring blocks; a block is how many numbers it holds. */
  private static double walk(int numbers, double width) {
    List<Integer> blocks = new ArrayList<>();
    for (int i = 0; i < numbers; i++) {
      blocks.add(1);
    }
    double adders = 0;
    while (blocks.size() > 1) {
      List<Integer> merged = new ArrayList<>();
      for (int i = 0; i + 1 < blocks.size(); i += 2) {
        int low = blocks.get(i);
        int high = blocks.get(i + 1);
        adders += low + (high == 1 ? width : width + high);
        merged.add(low + high);
      }
      if (blocks.size() % 2 == 1) {
        merged.add(blocks.getLast());
      }
      blocks = merged;
    }
    return adders;
  }
}
