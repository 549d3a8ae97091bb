package org.imc.dsl.ide.server;

import org.imc.dsl.ide.results.ResultLine;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.dsl.report.Bounds;
import org.imc.engine.result.Evaluation;

/**
 * What {@code imc.evaluate} answers for one study.
 *
 * @param index of the study in its file, from 0
 * @param title what was asked
 * @param summary the answer in a line
 * @param complete whether every layer has a mapping; the figures leave out those that have none
 * @param proven whether every mapping is proven optimal
 * @param topsPerWatt effective efficiency
 * @param energyPj of one inference, pJ
 * @param latencyNs of one inference, ns
 * @param areaMm2 of the chip, mm²
 * @param timesBound how many times its lower bound the network costs, in terms of the objective
 */
record StudyAnswer(int index, String title, String summary, boolean complete, boolean proven, double topsPerWatt,
    double energyPj, double latencyNs, double areaMm2, double timesBound) {

  static StudyAnswer of(int index, LoweredStudy lowered, Evaluation evaluation) {
    return new StudyAnswer(index, lowered.title(), ResultLine.of(evaluation), evaluation.isComplete(),
        evaluation.isProven(), finite(evaluation.topsPerWatt()), evaluation.energy().totalPj(),
        evaluation.latencyNs(), evaluation.area().totalMm2(), finite(new Bounds(evaluation.study().objective()).distance(evaluation)));
  }

  /** JSON has no word for what is not a number. */
  private static double finite(double value) {
    return Double.isFinite(value) ? value : 0;
  }
}
