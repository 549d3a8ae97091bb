package org.imc.engine.certificate;

import java.util.EnumMap;
import java.util.Map;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.Operand;

/**
 * A bound that knows that one operand alone can have the innermost loops.
 *
 * <p>A place is tight when it has no room for what a second step of any dimension that concerns its operand would add. Only
 * loops that do not concern the operand run inside it, and none does so for two operands. So where the loops inside a tight
 * place of one operand are not none, those inside the tight places of all others are: these exchange with every step.
 */
final class InnermostBound {

  private static final LoopDim[] DIMS = LoopDim.values();

  private final Tolls tolls;
  private final Nest nest;
  private final double[] common; // without what tight places cost
  private final Map<Operand, double[]> innermost = new EnumMap<>(Operand.class);
  private final Map<Operand, double[]> everyStep = new EnumMap<>(Operand.class);

  InnermostBound(Tolls tolls, Places places) {
    this.tolls = tolls;
    nest = tolls.nest;
    common = tolls.fixed(places);
    for (Operand operand : Operand.values()) {
      innermost.put(operand, tolls.vector());
      everyStep.put(operand, tolls.vector());
      for (int cut = 0; cut < places.cuts(operand); cut++) {
        var exchange = new Exchange(tolls, places, operand, cut);
        if (isTight(exchange)) {
          exchange.add(exchange.amount(Nest.ones(), concerning(operand)), innermost.get(operand));
          exchange.add(exchange.amount(Nest.ones(), nest.allSteps), everyStep.get(operand));
        } else {
          exchange.addLeast(common);
        }
      }
    }
  }

  private double concerning(Operand operand) {
    double steps = 1;
    for (LoopDim dim : DIMS) {
      steps *= NestReplay.concerns(dim, operand) ? nest.steps[dim.ordinal()] : 1;
    }
    return steps;
  }

  private boolean isTight(Exchange exchange) {
    for (LoopDim dim : DIMS) {
      int d = dim.ordinal();
      if (nest.steps[d] > 1 && NestReplay.concerns(dim, exchange.operand)) {
        long[] inside = Nest.ones();
        inside[d] = leastFactor(nest.steps[d]);
        double bits = exchange.kept(inside) * nest.width(exchange.operand, true);
        if (bits <= (exchange.lower < 0 ? 0 : nest.level(exchange.lower).capacityBits())) {
          return false;
        }
      }
    }
    return true;
  }

  private static long leastFactor(long number) {
    for (long factor = 2; factor * factor <= number; factor++) {
      if (number % factor == 0) {
        return factor;
      }
    }
    return number;
  }

  /** Return the least value that any order can have. */
  double value() {
    double least = Double.POSITIVE_INFINITY;
    for (Operand owner : Operand.values()) {
      double[] sum = common.clone();
      for (Operand operand : Operand.values()) {
        Tolls.add(sum, operand == owner ? innermost.get(operand) : everyStep.get(operand), 1);
      }
      least = Math.min(least, tolls.value(sum));
    }
    return least;
  }
}
