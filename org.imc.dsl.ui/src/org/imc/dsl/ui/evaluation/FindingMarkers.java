package org.imc.dsl.ui.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.common.util.URI;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.ide.live.Findings;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.dsl.lowering.SourceMap;
import org.imc.dsl.ui.builder.ProblemMarkers;
import org.imc.dsl.ui.sources.Uris;
import org.imc.engine.result.Evaluation;

/** Show what an evaluation has to say at the places it is about. Replaced study by study, in one operation. */
final class FindingMarkers {

  static final String TYPE = "org.imc.dsl.ui.finding";

  /** The attribute that holds the file and the title of the study which a finding belongs to. */
  private static final String STUDY = "org.imc.dsl.ui.study";

  private static final URI NOWHERE = URI.createURI("imc-nowhere:/");

  private FindingMarkers() { }

  /** Replace the markers of a study. */
  static void replace(LoweredStudy lowered, Evaluation evaluation) {
    URI file = lowered.sources().place(lowered.study().id()).map(SourceMap.Place::file).orElse(NOWHERE);
    String study = key(file, lowered.title());
    List<Problem> findings = Findings.of(evaluation, lowered.sources());
    inWorkspace(() -> {
      delete(study::equals);
      for (Problem finding : findings) {
        add(study, finding);
      }
    });
  }

  /** Remove the markers of studies that a file does not ask any more. */
  static void retain(URI file, List<LoweredStudy> studies) {
    Set<String> asked = studies.stream().map(study -> key(file, study.title())).collect(Collectors.toSet());
    inWorkspace(() -> delete(study -> study.startsWith(key(file, "")) && !asked.contains(study)));
  }

  private static String key(URI file, String title) {
    return file + "#" + title;
  }

  private static void inWorkspace(Change change) {
    var root = ResourcesPlugin.getWorkspace().getRoot();
    ICoreRunnable operation = monitor -> change.make();
    Job job = Job.createSystem("Show findings", (ICoreRunnable) monitor ->
        ResourcesPlugin.getWorkspace().run(operation, root, 0, monitor));
    job.setRule(root);
    job.schedule();
  }

  private static void delete(Predicate<String> ofStudy) throws CoreException {
    var root = ResourcesPlugin.getWorkspace().getRoot();
    for (IMarker marker : root.findMarkers(TYPE, false, IResource.DEPTH_INFINITE)) {
      if (ofStudy.test(marker.getAttribute(STUDY, ""))) {
        marker.delete();
      }
    }
  }

  /** Something done to markers. */
  private interface Change {

    void make() throws CoreException;
  }

  private static void add(String study, Problem finding) throws CoreException {
    Optional<IFile> file = Uris.file(finding.file());
    if (file.isPresent() && file.get().exists()) {
      ProblemMarkers.add(file.get(), TYPE, finding).setAttribute(STUDY, study);
    }
  }
}
