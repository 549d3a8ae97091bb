package org.imc.engine.explore;

import java.util.List;
import org.imc.engine.Cancellation;

/** Bounds and prices designs in this process. */
final class Threads implements Appraiser {

  private static final int LEAST_AT_ONCE = 16;
  private static final int MOST_AT_ONCE = 4096;

  private final Workers workers;
  private final Pricing pricing;
  private final boolean everything;
  private final Pace pace;

  /**
   * Start threads.
   *
   * @param everything whether every design is priced, and none in vain
   */
  Threads(Exploration exploration, int count, boolean everything, Cancellation cancellation) {
    workers = new Workers(count, cancellation);
    this.everything = everything;
    pace = new Pace(() -> Math.max(LEAST_AT_ONCE, count), MOST_AT_ONCE);
    pricing = new Pricing(exploration);
  }

  @Override
  public int boundedAtOnce() {
    return 1;
  }

  @Override
  public int pricedAtOnce() {
    return everything ? pace.atOnce() : 1;
  }

  @Override
  public void bound(List<Design> designs, Answers answers) {
    workers.forEach(designs.size(), i -> answers.take(i, pricing.bound(designs.get(i))));
  }

  @Override
  public void price(List<Design> designs, Answers answers) {
    pace.time(() ->
        workers.forEach(designs.size(), i -> answers.take(i, pricing.price(designs.get(i), workers.cancellation()))));
  }

  @Override
  public void close() {
    workers.close();
  }
}
