package org.imc.dsl.ide.live;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.library.Library;
import org.jspecify.annotations.Nullable;

/**
 * One open document: its model, which follows the text, and what there is to say about it.
 *
 * <p>Thread-safe: one reader at a time in a project. Readers must not keep parts of the model.
 */
public final class LiveFile {

  private final LiveProjects projects;
  private final StudyRunner runner;

  private @Nullable LiveProject project;
  private @Nullable Analysis analysis;
  private long analysed;

  /** Follow a document by itself; {@link LiveFiles} lets those of a project share its models. */
  @Inject
  LiveFile(LiveProjects projects, StudyRunner runner) {
    this.projects = projects;
    this.runner = runner;
  }

  /** Bring the model up to date with a snapshot and read from it. */
  public synchronized <T> T read(Snapshot snapshot, Function<XtextResource, T> reader) {
    return project(snapshot).read(snapshot, (model, revision) -> reader.apply(model));
  }

  /**
   * Check a snapshot and lower its studies. Asking again for an equal one costs nothing.
   *
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public synchronized Analysis analyse(Snapshot snapshot, CancelIndicator cancellation) {
    return project(snapshot).read(snapshot, (model, revision) -> {
      Analysis known = analysis;
      if (known == null || analysed != revision) {
        known = analyse(model, cancellation);
        analysis = known;
        analysed = revision;
      }
      return known;
    });
  }

  private LiveProject project(Snapshot snapshot) {
    LiveProject current = projects.of(snapshot.texts().keySet());
    if (current != project) {
      project = current;
      analysis = null;
    }
    return current;
  }

  private Analysis analyse(XtextResource model, CancelIndicator cancellation) {
    List<Problem> problems = runner.check(model, cancellation);
    int asked = runner.studies(model).size();
    boolean asksNothing = asked == 0 && runner.explorations(model).isEmpty();
    if (asksNothing || problems.stream().anyMatch(Problem::isError)) {
      return new Analysis(problems, List.of(), asked, List.of(), List.of());
    }
    var elsewhere = new ArrayList<Problem>();
    for (XtextResource needed : runner.closure(model)) {
      if (needed != model && !Library.contains(needed.getURI())) { // what is shipped was checked when it was built
        runner.check(needed, cancellation).stream().filter(Problem::isError).forEach(elsewhere::add);
      }
    }
    if (!elsewhere.isEmpty()) {
      return new Analysis(problems, elsewhere, asked, List.of(), List.of());
    }
    List<AskedExploration> explorations = runner.explorations(model).stream()
        .map(each -> new AskedExploration(each.getName(), runner.size(each), runner.fingerprint(each))).toList();
    return new Analysis(problems, elsewhere, asked, runner.lower(model), explorations);
  }
}
