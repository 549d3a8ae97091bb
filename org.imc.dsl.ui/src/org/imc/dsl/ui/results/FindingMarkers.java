package org.imc.dsl.ui.results;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.ide.live.Findings;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.dsl.ui.builder.ProblemMarkers;
import org.imc.dsl.ui.sources.Uris;
import org.imc.engine.result.Evaluation;

/** Show what an evaluation has to say at the places it is about. Replaced study by study, in one operation. */
final class FindingMarkers {

  static final String TYPE = "org.imc.dsl.ui.finding";

  /** The attribute that holds the study which a finding belongs to. */
  private static final String STUDY = "org.imc.dsl.ui.study";

  private FindingMarkers() { }

  /** Replace the markers of a study. */
  static void replace(LoweredStudy lowered, Evaluation evaluation) {
    String study = lowered.title();
    List<Problem> findings = Findings.of(evaluation, lowered.sources());
    var root = ResourcesPlugin.getWorkspace().getRoot();
    Job job = Job.createSystem("Show the findings of " + study, monitor -> {
      ResourcesPlugin.getWorkspace().run(inner -> {
        for (IMarker marker : root.findMarkers(TYPE, false, IResource.DEPTH_INFINITE)) {
          if (study.equals(marker.getAttribute(STUDY, null))) {
            marker.delete();
          }
        }
        for (Problem finding : findings) {
          add(study, finding);
        }
      }, root, 0, monitor);
    });
    job.setRule(root);
    job.schedule();
  }

  private static void add(String study, Problem finding) throws CoreException {
    Optional<IFile> file = Uris.file(finding.file());
    if (file.isPresent() && file.get().exists()) {
      ProblemMarkers.add(file.get(), TYPE, finding).setAttribute(STUDY, study);
    }
  }
}
