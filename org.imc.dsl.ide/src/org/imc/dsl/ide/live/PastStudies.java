package org.imc.dsl.ide.live;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.library.Library;
import org.imc.dsl.lowering.LoweredStudy;

/** Read what a text asked that is not, or no longer, that of an open document. Stateless. */
public class PastStudies {

  @Inject private SourceSets sets;
  @Inject private StudyRunner runner;

  /** Return the studies of a snapshot's file; none when it, or what it needs, has errors. */
  public List<LoweredStudy> of(Snapshot snapshot, CancelIndicator cancellation) {
    var texts = new ArrayList<SourceText>(List.of(snapshot.file()));
    texts.addAll(snapshot.others());
    XtextResource model = sets.load(texts).getFirst();
    boolean faulty = runner.closure(model).stream()
        .filter(needed -> !Library.contains(needed.getURI()))
        .anyMatch(needed -> runner.check(needed, cancellation).stream().anyMatch(Problem::isError));
    return faulty ? List.of() : runner.lower(model);
  }
}
