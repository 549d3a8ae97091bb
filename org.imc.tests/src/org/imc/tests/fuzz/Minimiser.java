package org.imc.tests.fuzz;

import java.time.Duration;
import java.util.function.Predicate;

/** Make a faulty text as short as time allows: leave out ever smaller pieces as long as the fault stays. */
final class Minimiser {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Minimiser() { }

  /**
   * Return a part of the text.
   *
   * @param text for which {@code faulty} holds
   * @param faulty whether the fault is in a text
   */
  static String minimise(String text, Predicate<String> faulty) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    String shortest = text;
    for (int piece = Math.max(1, text.length() / 2); piece >= 1 && System.nanoTime() < until; piece /= 2) {
      for (int at = 0; at < shortest.length() && System.nanoTime() < until;) {
        String shorter = shortest.substring(0, at) + shortest.substring(Math.min(shortest.length(), at + piece));
        if (faulty.test(shorter)) {
          shortest = shorter;
        } else {
          at += piece;
        }
      }
    }
    return shortest;
  }
}
