package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.imc.engine.cost.AdderTree;
import org.imc.engine.cost.CarrySaveTree;
import org.imc.engine.cost.GateLibrary;
import org.imc.engine.cost.SumTree.Activity;
import org.junit.jupiter.api.Test;

/** The counts of a carry-save tree against a tree that is built bit by bit and adds real numbers. */
class CarrySaveTreeTest {

  private static final GateLibrary GATES = GateLibrary.of(MacroPlan.digital(4, 32, 1).technology(), MacroPlan.SUPPLY_V);

  /** A wire: its value, and the least number of inputs in use at which it is in use. */
  private record Bit(boolean value, int from) { }

  /** A tree of any shape, built adder by adder. */
  private static final class Built {

    private final List<List<Bit>> places;
    private final List<int[]> adders = new ArrayList<>(); // for each, from how many inputs on it is half and fully active
    private int levels;
    private int halfAdders;
    private int lastAdderBits;

    Built(List<List<Bit>> places) {
      this.places = places;
    }

    void compress() {
      int highest = places.stream().mapToInt(List::size).max().orElseThrow();
      List<Integer> heights = new ArrayList<>(List.of(2));
      while (heights.getLast() < highest) {
        heights.add(heights.getLast() * 3 / 2);
      }
      for (int height : heights.reversed()) {
        if (height < highest) {
          level(height);
          levels++;
        }
      }
    }

    private void level(int height) {
      List<Bit> carries = List.of();
      for (List<Bit> place : places) {
        place.sort(Comparator.comparingInt(Bit::from));
        List<Bit> sums = new ArrayList<>();
        List<Bit> next = new ArrayList<>();
        while (place.size() + sums.size() + carries.size() > height) {
          int operands = place.size() + sums.size() + carries.size() == height + 1 ? 2 : 3;
          halfAdders += operands == 2 ? 1 : 0;
          List<Bit> taken = place.subList(0, operands);
          add(List.copyOf(taken), sums, next);
          taken.clear();
        }
        place.addAll(sums);
        place.addAll(carries);
        carries = next;
      }
      assertTrue(carries.stream().noneMatch(Bit::value), "a carry out of the sum");
    }

    private void add(List<Bit> operands, List<Bit> sums, List<Bit> carries) {
      int[] from = operands.stream().mapToInt(Bit::from).sorted().toArray();
      long ones = operands.stream().filter(Bit::value).count();
      sums.add(new Bit(ones % 2 == 1, from[0]));
      carries.add(new Bit(ones > 1, from[1]));
      adders.add(from);
    }

    long sum() {
      List<Bit> carry = new ArrayList<>();
      long sum = 0;
      for (int place = 0; place < places.size(); place++) {
        List<Bit> operands = new ArrayList<>(places.get(place));
        operands.addAll(carry);
        carry = new ArrayList<>();
        List<Bit> result = new ArrayList<>(operands);
        if (operands.size() > 1) {
          result = new ArrayList<>();
          add(operands, result, carry);
          lastAdderBits++;
        }
        sum += result.stream().anyMatch(Bit::value) ? 1L << place : 0;
      }
      return sum;
    }

    Activity activity(int used) {
      long full = adders.stream().filter(from -> from[1] <= used).count();
      return new Activity(full, adders.stream().filter(from -> from[0] <= used && from[1] > used).count());
    }
  }

  private static Built build(int width, long[] numbers, int outputWidth) {
    List<List<Bit>> places = new ArrayList<>();
    for (int place = 0; place < outputWidth; place++) {
      places.add(new ArrayList<>());
      for (int i = 0; i < numbers.length && place < width; i++) {
        places.get(place).add(new Bit((numbers[i] >> place & 1) == 1, i + 1));
      }
    }
    return new Built(places);
  }

  @Test
  void everyTreeHasTheAddersOfOneThatIsBuiltBitByBitAndAddsRight() {
    var random = new Random(7);
    for (int width : new int[] {1, 2, 4, 8, 9}) {
      for (int inputs = 1; inputs <= 70; inputs++) {
        long[] numbers = random.longs(inputs, 0, 1L << width).toArray();
        numbers[0] = (1L << width) - 1;
        var tree = new CarrySaveTree(inputs, width);
        Built built = build(width, numbers, tree.outputWidth());
        built.compress();
        long expected = 0;
        for (long number : numbers) {
          expected += number;
        }
        String which = inputs + " x " + width;
        assertEquals(expected, built.sum(), which);
        assertEquals(built.adders.size(), tree.fullAdders(), which);
        assertEquals(built.levels, tree.levels(), which);
        assertEquals(built.lastAdderBits, tree.lastAdderBits(), which);
        for (int used = 0; used <= inputs; used++) {
          assertEquals(built.activity(used), tree.activity(used), used + " of " + which);
        }
      }
    }
  }

  @Test
  void theLargestSumOfEveryTreeFits() {
    for (int inputs = 1; inputs <= 300; inputs++) {
      long[] numbers = new long[inputs];
      Arrays.fill(numbers, 15);
      Built built = build(4, numbers, new CarrySaveTree(inputs, 4).outputWidth());
      built.compress();
      assertEquals(15L * inputs, built.sum());
    }
  }

  /** Dadda's multiplier of 8 x 8 bits: 35 full and 7 half adders in four levels, and a last adder of 14 bits. */
  @Test
  void theBuiltTreeIsDaddas() {
    List<List<Bit>> places = new ArrayList<>();
    for (int place = 0; place < 16; place++) {
      places.add(new ArrayList<>());
      for (int row = 0; row < 8; row++) {
        if (place >= row && place < row + 8) {
          places.get(place).add(new Bit(true, row + 1));
        }
      }
    }
    var multiplier = new Built(places);
    multiplier.compress();
    assertEquals(4, multiplier.levels);
    assertEquals(7, multiplier.halfAdders);
    assertEquals(35, multiplier.adders.size() - multiplier.halfAdders);
    assertEquals(255 * 255, multiplier.sum());
    assertEquals(14, multiplier.lastAdderBits);
  }

  @Test
  void twoInputsAreOneRippleCarryAdderAndOneIsAWire() {
    assertEquals(new AdderTree(2, 8).fullAdders(), new CarrySaveTree(2, 8).fullAdders());
    assertEquals(new AdderTree(2, 8).delayNs(GATES), new CarrySaveTree(2, 8).delayNs(GATES), 1e-12);
    assertEquals(0, new CarrySaveTree(1, 8).fullAdders());
    assertEquals(0, new CarrySaveTree(1, 8).delayNs(GATES));
  }

  @Test
  void theDelayIsALevelOfSumsEachAndTheLastAdder() {
    var tree = new CarrySaveTree(32, 8); // heights 28, 19, 13, 9, 6, 4, 3, 2
    assertEquals(8, tree.levels());
    double gateDelays = 8 * 4.8 + 4.4 + (tree.lastAdderBits() - 1) * 2;
    assertEquals(gateDelays * MacroPlan.GATE_NS, tree.delayNs(GATES), 1e-12);
  }

  @Test
  void moreInputsInUseNeverCostLess() {
    for (int inputs = 2; inputs <= 300; inputs++) {
      var tree = new CarrySaveTree(inputs, 8);
      for (int used = 1; used <= inputs; used++) {
        assertTrue(tree.activity(used).energyPj(GATES) >= tree.activity(used - 1).energyPj(GATES), used + " of " + inputs);
      }
    }
  }
}
