package org.imc.dsl.ide.live;

import com.google.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.evaluation.StudyRunner;

/** Check all files of a project together. Stateless. */
public class ProjectCheck {

  @Inject private SourceSets sets;
  @Inject private StudyRunner runner;

  /**
   * Return what is wrong in each file; an empty list where nothing is.
   *
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public Map<URI, List<Problem>> check(Collection<SourceText> files, CancelIndicator cancellation) {
    var problems = new LinkedHashMap<URI, List<Problem>>();
    for (XtextResource resource : sets.load(files)) {
      problems.put(resource.getURI(), runner.check(resource, cancellation));
    }
    return problems;
  }
}
