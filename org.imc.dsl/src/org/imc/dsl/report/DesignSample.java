package org.imc.dsl.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.imc.engine.explore.DesignCost;
import org.imc.engine.explore.DesignSpace;
import org.imc.engine.explore.ParetoFront;

/**
 * Priced designs to show: all of them, or every second, fourth, eighth … of them as they come, so that they are spread evenly
 * however many there are.
 */
public final class DesignSample {

  private final DesignSpace space;
  private final int most;
  private final List<Explored.Priced> designs = new ArrayList<>();
  private long every = 1;
  private long seen;

  /**
   * Begin without a design.
   *
   * @param most how many are kept, at least 1; those of the front come in addition
   */
  public DesignSample(DesignSpace space, int most) {
    this.space = space;
    this.most = most;
  }

  /** Take a priced design, or leave it out. */
  public void add(long index, DesignCost cost) {
    if (seen++ % every != 0) {
      return;
    }
    if (designs.size() == most) {
      thinOut();
      if ((seen - 1) % every != 0) {
        return;
      }
    }
    designs.add(priced(index, cost));
  }

  private void thinOut() {
    for (int i = 0; 2 * i < designs.size(); i++) {
      designs.set(i, designs.get(2 * i));
    }
    designs.subList((designs.size() + 1) / 2, designs.size()).clear();
    every *= 2;
  }

  /** Return the designs by their numbers, all of a front among them. */
  public List<Explored.Priced> with(List<ParetoFront.Entry> front) {
    var known = designs.stream().map(each -> each.design().index()).collect(Collectors.toSet());
    var all = new ArrayList<>(designs);
    front.stream().filter(entry -> !known.contains(entry.index())).forEach(entry -> all.add(priced(entry.index(), entry.cost())));
    all.sort(Comparator.comparingLong(each -> each.design().index()));
    return all;
  }

  /** Return a design without what was made of it to price it, which is large. */
  private Explored.Priced priced(long index, DesignCost cost) {
    return new Explored.Priced(space.design(index), cost);
  }
}
