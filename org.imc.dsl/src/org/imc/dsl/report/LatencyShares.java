package org.imc.dsl.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.imc.engine.result.LatencyBreakdown;

/** Say in a line where the time of some layers goes. */
final class LatencyShares {

  private LatencyShares() { }

  static String of(List<LatencyBreakdown> latencies) {
    Map<String, Double> places = Places.timeNs(latencies);
    double all = places.values().stream().mapToDouble(Double::doubleValue).sum();
    return places.entrySet().stream()
        .map(place -> "%s %s".formatted(place.getKey(), Figures.percent(place.getValue() / all)))
        .collect(Collectors.joining(", "));
  }
}
