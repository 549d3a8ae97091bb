package org.imc.dsl.report;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How answered explorations are written down; rows of all designs are {@link ExplorationRows}'. */
public enum ExplorationFormat {

  /** The front and what matters around the best design, for people. */
  TEXT(explored -> explored.stream().map(ExplorationText::render).collect(Collectors.joining("\n"))),

  /** The front; {@code docs/schema/exploration-1.json} describes it. */
  JSON(ExplorationJson::render),

  /** One plot of the first exploration: its first two figures. */
  SVG(explored -> ExplorationPlot.of(explored.getFirst()).svg()),

  /** A page with plots, parallel coordinates and the front, that needs no other file. */
  HTML(ExplorationPage::render);

  private final Function<List<Explored>, String> renderer;

  ExplorationFormat(Function<List<Explored>, String> renderer) {
    this.renderer = renderer;
  }

  /** Return the report of at least one exploration. */
  public String render(List<Explored> explored) {
    return renderer.apply(explored);
  }
}
