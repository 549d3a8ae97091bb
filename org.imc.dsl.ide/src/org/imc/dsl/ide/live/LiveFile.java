package org.imc.dsl.ide.live;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.linking.lazy.LazyLinkingResource;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.library.Library;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.model.imc.FileDecl;
import org.imc.model.imc.ImportDecl;
import org.jspecify.annotations.Nullable;

/**
 * The model of one open document. It follows the text: an edit is parsed incrementally, a change of another file or of
 * the imports loads everything anew.
 *
 * <p>Thread-safe: one reader at a time. Readers must not keep parts of the model.
 */
public final class LiveFile {

  private final SourceSets sets;
  private final StudyRunner runner;
  private final Checker checker;

  private @Nullable Snapshot loaded;
  private @Nullable XtextResource resource;
  private @Nullable Analysis analysis;

  @Inject
  LiveFile(SourceSets sets, StudyRunner runner, Checker checker) {
    this.sets = sets;
    this.runner = runner;
    this.checker = checker;
  }

  /** Bring the model up to date with a snapshot and read from it. */
  public synchronized <T> T read(Snapshot snapshot, Function<XtextResource, T> reader) {
    return reader.apply(upToDate(snapshot));
  }

  /**
   * Check a snapshot and lower its studies. Asking again for an equal one costs nothing.
   *
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public synchronized Analysis analyse(Snapshot snapshot, CancelIndicator cancellation) {
    XtextResource current = upToDate(snapshot);
    Analysis known = analysis;
    if (known == null) {
      known = analyse(current, cancellation);
      analysis = known;
    }
    return known;
  }

  private Analysis analyse(XtextResource current, CancelIndicator cancellation) {
    List<Problem> problems = checker.check(current, cancellation);
    int asked = runner.studies(current).size();
    if (asked == 0 || problems.stream().anyMatch(Problem::isError)) {
      return new Analysis(problems, List.of(), asked, List.of());
    }
    var elsewhere = new ArrayList<Problem>();
    for (XtextResource needed : runner.closure(current)) {
      if (needed != current && !Library.contains(needed.getURI())) { // what is shipped was checked when it was built
        checker.check(needed, cancellation).stream().filter(Problem::isError).forEach(elsewhere::add);
      }
    }
    List<LoweredStudy> studies = elsewhere.isEmpty() ? runner.lower(current) : List.of();
    return new Analysis(problems, elsewhere, asked, studies);
  }

  private XtextResource upToDate(Snapshot snapshot) {
    Snapshot before = loaded;
    XtextResource current = resource;
    if (current != null && snapshot.equals(before)) {
      return current;
    }
    loaded = null; // should anything below fail, the next reader starts afresh
    analysis = null;
    if (current == null || before == null || !isEdit(before, snapshot) || !edit(current, before, snapshot)) {
      var texts = new ArrayList<SourceText>();
      texts.add(snapshot.file());
      texts.addAll(snapshot.others());
      current = sets.load(texts).get(0);
      resource = current;
    }
    loaded = snapshot;
    return current;
  }

  private static boolean isEdit(Snapshot before, Snapshot after) {
    return before.file().uri().equals(after.file().uri()) && before.others().equals(after.others());
  }

  /** Apply the difference between two texts; return false when the imports changed and other files count now. */
  private static boolean edit(XtextResource resource, Snapshot before, Snapshot after) {
    List<String> imports = imports(resource);
    TextDifference difference = TextDifference.between(before.file().text(), after.file().text());
    resource.update(difference.offset(), difference.length(), difference.text());
    for (Resource each : List.copyOf(resource.getResourceSet().getResources())) {
      if (each instanceof LazyLinkingResource other && other != resource && !Library.contains(other.getURI())) {
        other.relink(); // it may refer to what was just replaced
      }
      if (each instanceof XtextResource cached) {
        cached.getCache().clear(cached);
      }
    }
    return imports.equals(imports(resource));
  }

  private static List<String> imports(XtextResource resource) {
    if (resource.getContents().isEmpty() || !(resource.getContents().get(0) instanceof FileDecl file)) {
      return List.of();
    }
    return file.getImports().stream().map(ImportDecl::getImportedNamespace).map(String::valueOf).toList();
  }
}
