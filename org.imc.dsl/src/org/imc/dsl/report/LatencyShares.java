package org.imc.dsl.report;

import java.util.List;
import org.imc.engine.result.LatencyBreakdown;

/** Say in a line where the time of some layers goes. */
final class LatencyShares {

  private double computing;
  private double writing;
  private double waiting;
  private double ends;

  static String of(List<LatencyBreakdown> latencies) {
    var shares = new LatencyShares();
    latencies.forEach(shares::add);
    return shares.line();
  }

  private void add(LatencyBreakdown latency) {
    computing += latency.computeCycles();
    writing += latency.weightWriteCycles();
    waiting += latency.accessCycles() + latency.waitCycles() + latency.stallCycles();
    ends += latency.fillCycles() + latency.drainCycles();
  }

  private String line() {
    double all = computing + writing + waiting + ends;
    return "computing %s, writing weights %s, waiting for memories %s, filling and draining %s".formatted(
        Figures.percent(computing / all), Figures.percent(writing / all), Figures.percent(waiting / all),
        Figures.percent(ends / all));
  }
}
