package org.imc.engine.explore;

import java.util.List;
import org.imc.engine.Cancellation;

/** Bounds and prices designs in this process. */
final class Threads implements Appraiser {

  private final Workers workers;
  private final Pricing pricing;

  Threads(Exploration exploration, int count, Cancellation cancellation) {
    workers = new Workers(count, cancellation);
    pricing = new Pricing(exploration);
  }

  @Override
  public int boundedAtOnce() {
    return 1;
  }

  @Override
  public int pricedAtOnce() {
    return 1;
  }

  @Override
  public void bound(List<Design> designs, Answers answers) {
    workers.forEach(designs.size(), i -> answers.take(i, pricing.bound(designs.get(i))));
  }

  @Override
  public void price(List<Design> designs, Answers answers) {
    workers.forEach(designs.size(), i -> answers.take(i, pricing.price(designs.get(i), workers.cancellation())));
  }

  @Override
  public void close() {
    workers.close();
  }
}
