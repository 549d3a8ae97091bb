package org.imc.spark;

import java.io.Serializable;
import java.util.Arrays;
import org.imc.engine.explore.Appraisal;
import org.imc.engine.explore.Appraiser.Answers;
import org.imc.engine.explore.DesignCost;

/** What is said of the designs of a part; numbers travel bit by bit. */
final class PartAnswer implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int FIGURES = 4;

  private final int first;
  private final double[] figures;
  private final String[] obstacles;
  private String fault = "";

  PartAnswer(Part part) {
    first = part.first();
    figures = new double[FIGURES * part.numbers().length];
    Arrays.fill(figures, Double.NaN);
    obstacles = new String[part.numbers().length];
    Arrays.fill(obstacles, "");
  }

  void set(int i, Appraisal appraisal) {
    obstacles[i] = appraisal.obstacle();
    appraisal.cost().ifPresent(cost -> {
      figures[FIGURES * i] = cost.energyPj();
      figures[FIGURES * i + 1] = cost.latencyNs();
      figures[FIGURES * i + 2] = cost.areaMm2();
      figures[FIGURES * i + 3] = cost.operations();
    });
  }

  /** Say that a design could not be appraised for a fault of the program; to try again would not help. */
  void fail(long number, RuntimeException e) {
    fault = "design %d: %s".formatted(number, e);
  }

  /**
   * Hand over what is said of each design.
   *
   * @throws IllegalStateException when the worker met a fault of the program
   */
  void tell(Answers answers) {
    if (!fault.isEmpty()) {
      throw new IllegalStateException(fault);
    }
    for (int i = 0; i < obstacles.length; i++) {
      answers.take(first + i, appraisal(i));
    }
  }

  private Appraisal appraisal(int i) {
    double energyPj = figures[FIGURES * i];
    if (!obstacles[i].isEmpty()) {
      return Appraisal.impossible(obstacles[i]);
    }
    return Double.isNaN(energyPj) ? Appraisal.UNKNOWN : Appraisal.of(
        new DesignCost(energyPj, figures[FIGURES * i + 1], figures[FIGURES * i + 2], figures[FIGURES * i + 3]));
  }
}
