package org.imc.dsl.ide.live;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.library.Library;

/** Read snapshots anew, apart from what is open. Stateless. */
public class SoundModels {

  @Inject private SourceSets sets;
  @Inject private StudyRunner runner;

  /**
   * Return the model of a snapshot's file; nothing when it, or what it needs, has errors.
   *
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public Optional<XtextResource> of(Snapshot snapshot, CancelIndicator cancellation) {
    var texts = new ArrayList<SourceText>(List.of(snapshot.file()));
    texts.addAll(snapshot.others());
    XtextResource model = sets.load(texts).getFirst();
    boolean faulty = runner.closure(model).stream()
        .filter(needed -> !Library.contains(needed.getURI()))
        .anyMatch(needed -> runner.check(needed, cancellation).stream().anyMatch(Problem::isError));
    return faulty ? Optional.empty() : Optional.of(model);
  }
}
