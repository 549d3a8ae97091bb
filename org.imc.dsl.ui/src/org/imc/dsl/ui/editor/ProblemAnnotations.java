package org.imc.dsl.ui.editor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.imc.dsl.evaluation.Problem;

/** The annotations of one editor; replaced as a whole. */
final class ProblemAnnotations {

  private Set<Annotation> shown = Set.of();

  synchronized void replace(IAnnotationModel model, List<Problem> problems) {
    Map<Annotation, Position> added = new HashMap<>();
    for (Problem problem : problems) {
      added.put(new ProblemAnnotation(problem), new Position(problem.offset(), Math.max(1, problem.length())));
    }
    if (model instanceof IAnnotationModelExtension extension) {
      extension.replaceAnnotations(shown.toArray(Annotation[]::new), added);
    } else {
      shown.forEach(model::removeAnnotation);
      added.forEach(model::addAnnotation);
    }
    shown = Set.copyOf(added.keySet());
  }
}
