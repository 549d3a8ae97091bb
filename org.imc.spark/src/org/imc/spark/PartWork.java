package org.imc.spark;

import java.io.Serializable;
import java.util.concurrent.CancellationException;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.imc.engine.explore.Appraisal;
import org.imc.engine.explore.Design;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** Appraises the only part of a partition, on a worker. */
final class PartWork extends AbstractFunction1<Iterator<Part>, PartAnswer> implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Broadcast<ShippedExploration> exploration;
  private final boolean exactly;

  /**
   * Create the work.
   *
   * @param exactly whether designs are priced, or bounded only
   */
  PartWork(Broadcast<ShippedExploration> exploration, boolean exactly) {
    this.exploration = exploration;
    this.exactly = exactly;
  }

  @Override
  public PartAnswer apply(Iterator<Part> parts) {
    ShippedExploration.Read read = exploration.value().read();
    TaskContext task = TaskContext.get(); // known on this thread only
    Part part = parts.next();
    var answer = new PartAnswer(part);
    for (int i = 0; i < part.numbers().length; i++) {
      long number = part.numbers()[i];
      try {
        Design design = read.exploration().space().design(number);
        Appraisal appraisal = exactly ? read.pricing().price(design, task::isInterrupted) : read.pricing().bound(design);
        answer.set(i, appraisal);
      } catch (CancellationException e) {
        throw e;
      } catch (RuntimeException e) {
        answer.fail(number, e);
        break;
      }
    }
    return answer;
  }
}
