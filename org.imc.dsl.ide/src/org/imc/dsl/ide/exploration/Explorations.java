package org.imc.dsl.ide.exploration;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.ide.live.Snapshot;
import org.imc.dsl.ide.live.SourceSets;
import org.imc.dsl.ide.live.SourceText;
import org.imc.dsl.library.Library;

/** Read explorations so that the text may be edited while they are swept. Stateless. */
public class Explorations {

  @Inject private SourceSets sets;
  @Inject private StudyRunner runner;

  /**
   * Return an exploration of a snapshot's file; nothing when there is none of the name, or it or what it needs has errors.
   *
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public Optional<FrozenExploration> of(Snapshot snapshot, String name, CancelIndicator cancellation) {
    var texts = new ArrayList<SourceText>(List.of(snapshot.file()));
    texts.addAll(snapshot.others());
    XtextResource model = sets.load(texts).getFirst();
    boolean faulty = runner.closure(model).stream()
        .filter(needed -> !Library.contains(needed.getURI()))
        .anyMatch(needed -> runner.check(needed, cancellation).stream().anyMatch(Problem::isError));
    return faulty ? Optional.empty() : runner.explorations(model).stream()
        .filter(declared -> name.equals(declared.getName())).findFirst()
        .map(declared -> new FrozenExploration(runner, declared));
  }
}
