package org.imc.tests.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.imc.engine.explore.Pace;
import org.junit.jupiter.api.Test;

/** More designs at once where they are quick, fewer where nothing is heard of them for long. */
class PaceTest {

  private final AtomicLong clock = new AtomicLong();

  /** Return how many designs are priced at once after each piece of work. */
  private List<Integer> atOnce(Pace pace, double... seconds) {
    List<Integer> all = new ArrayList<>();
    for (double each : seconds) {
      pace.time(() -> clock.addAndGet((long) (each * 1e9)));
      all.add(pace.atOnce());
    }
    return all;
  }

  @Test
  void itFollowsHowLongTheLastOnesTook() {
    var pace = new Pace(() -> 32, 200, clock::get);
    assertEquals(32, pace.atOnce());
    assertEquals(List.of(64, 128, 128, 128, 64), atOnce(pace, 0.1, 0.4, 0.6, 1.9, 2.1));
  }

  @Test
  void itStaysWithinItsBounds() {
    var pace = new Pace(() -> 32, 200, clock::get);
    assertEquals(List.of(64, 128, 200, 200), atOnce(pace, 0, 0, 0, 0));
    assertEquals(List.of(100, 50, 32, 32), atOnce(pace, 5, 5, 5, 5));
  }
}
