package org.imc.engine.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.imc.engine.Cancellation;

/**
 * What a design's figures would be if one thing about it were one step less or more: which choices matter around it, and
 * which do not.
 *
 * @param design the design in the middle
 * @param cost what it costs
 * @param steps to its neighbours, column by column
 */
public record Sensitivity(Design design, DesignCost cost, List<Step> steps) {

  /**
   * A step to a neighbour.
   *
   * @param column of the space
   * @param neighbour the design with another value there
   * @param cost what that costs; nothing when it is impossible
   */
  public record Step(int column, Design neighbour, Optional<DesignCost> cost) { }

  public Sensitivity {
    steps = List.copyOf(steps);
  }

  /**
   * Price the neighbours of a design.
   *
   * @throws CancellationException when cancelled
   */
  public static Sensitivity of(
      Exploration exploration, ParetoFront.Entry entry, Pricing pricing, Cancellation cancellation) {
    DesignSpace space = exploration.space();
    var steps = new ArrayList<Step>();
    for (int column = 0; column < space.columns().size(); column++) {
      for (int direction = -1; direction <= 1; direction += 2) {
        OptionalLong index = space.neighbour(entry.index(), column, direction);
        if (index.isPresent()) {
          Design neighbour = space.design(index.getAsLong());
          steps.add(new Step(column, neighbour, pricing.price(neighbour, cancellation).cost()));
        }
      }
    }
    return new Sensitivity(space.design(entry.index()), entry.cost(), steps);
  }
}
