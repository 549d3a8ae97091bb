package org.imc.dsl.ide.results;

import java.util.StringJoiner;
import org.imc.dsl.report.Figures;

/** Say how much more or less something costs than before. */
public final class Change {

  /** Less than what is written is no news. */
  private static final double LEAST = 0.0005;

  private static final String MINUS = "−";

  private Change() { }

  /** Return words such as {@code −8.0 %}; {@code ±0 %} where nothing worth telling has changed. */
  public static String of(double before, double after) {
    if (!(before > 0) || !Double.isFinite(before) || !Double.isFinite(after)) {
      return Figures.NOTHING;
    }
    double share = after / before - 1;
    if (Math.abs(share) < LEAST) {
      return "±0 %";
    }
    return (share < 0 ? MINUS : "+") + Figures.fixed(100 * Math.abs(share), 1) + " %";
  }

  /** Return words for both, such as {@code −8.0 % energy, +2.1 % time}; empty where nothing has changed. */
  public static String of(double energyBefore, double energyAfter, double timeBefore, double timeAfter) {
    var words = new StringJoiner(", ");
    add(words, energyBefore, energyAfter, "energy");
    add(words, timeBefore, timeAfter, "time");
    return words.toString();
  }

  private static void add(StringJoiner words, double before, double after, String what) {
    if (before > 0 && Math.abs(after / before - 1) >= LEAST) {
      words.add(of(before, after) + " " + what);
    }
  }
}
