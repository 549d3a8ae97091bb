package org.imc.tests.fuzz;

import java.util.List;
import java.util.Random;

/** Random choices that one seed repeats. */
final class Dice {

  private final Random random;

  Dice(long seed) {
    random = new Random(seed * 0x9E3779B97F4A7C15L); // neighbouring seeds begin alike otherwise
  }

  /** Return a number from 0 up to, and without, a bound of at least 1. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Return a number between two others, both of them included. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  /** Return true once in so many times. */
  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  /** Return one of several. */
  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Return one of several. */
  @SafeVarargs
  final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
