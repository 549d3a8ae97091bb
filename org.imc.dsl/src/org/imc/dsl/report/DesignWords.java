package org.imc.dsl.report;

import java.util.ArrayList;
import java.util.List;
import org.imc.engine.explore.Exploration;

/** A design of an exploration in one line, for people. */
public final class DesignWords {

  private DesignWords() { }

  /** Return its number, what it has of each column, and its figures. */
  public static String of(Exploration exploration, Explored.Priced priced) {
    List<String> columns = exploration.space().columns();
    var words = new ArrayList<String>();
    for (int i = 0; i < columns.size(); i++) {
      if (!priced.design().values().get(i).isEmpty()) {
        words.add(columns.get(i) + " " + priced.design().values().get(i));
      }
    }
    ExplorationText.shown(exploration)
        .forEach(metric -> words.add(metric.label() + " " + ExplorationText.figure(metric, priced.cost())));
    return "design %d: %s".formatted(priced.design().index(), String.join(", ", words));
  }
}
