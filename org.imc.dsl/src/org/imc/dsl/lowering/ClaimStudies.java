package org.imc.dsl.lowering;

import java.util.List;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EcoreUtil2;
import org.imc.dsl.claim.Metric;
import org.imc.model.imc.FigureDecl;
import org.imc.model.imc.FigureKind;
import org.imc.model.imc.FileDecl;
import org.imc.model.imc.StudyDecl;

/** Find the studies that predict the figures of claims. */
public final class ClaimStudies {

  private ClaimStudies() { }

  /**
   * Return the studies of a figure's file that predict it, in the order of the text: one, where the claim is free of errors,
   * or any number for a macro at its peak, which is the same in all.
   */
  public static List<StudyDecl> of(FigureDecl figure) {
    return EcoreUtil.getRootContainer(figure) instanceof FileDecl file
        ? EcoreUtil2.typeSelect(file.getElements(), StudyDecl.class).stream().filter(study -> predicts(study, figure)).toList()
        : List.of();
  }

  private static boolean predicts(StudyDecl study, FigureDecl figure) {
    return study.getArchitecture() == figure.getArchitecture()
        && (figure.isPeak() || study.getNetwork() == figure.getNetwork() && study.getMapping() == figure.getMapping())
        && (!figure.isSetObjective() || study.getObjective() == figure.getObjective())
        && (!figure.isSetActivations() || study.getActivations() == figure.getActivations())
        && (!figure.isSetWeights() || study.getWeights() == figure.getWeights());
  }

  /** Return what a kind of figure measures. */
  public static Metric metric(FigureKind kind) {
    return switch (kind) {
      case ENERGY -> Metric.ENERGY;
      case LATENCY -> Metric.LATENCY;
      case AREA -> Metric.AREA;
      case EFFICIENCY -> Metric.EFFICIENCY;
      case THROUGHPUT -> Metric.THROUGHPUT;
      case DENSITY -> Metric.DENSITY;
      case SHARE -> Metric.SHARE;
    };
  }
}
