package org.imc.dsl.ide.live;

import com.google.inject.Inject;
import java.util.List;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.lowering.LoweredStudy;

/** Read what a text asked that is not, or no longer, that of an open document. Stateless. */
public class PastStudies {

  @Inject private SoundModels models;
  @Inject private StudyRunner runner;

  /** Return the studies of a snapshot's file; none when it, or what it needs, has errors. */
  public List<LoweredStudy> of(Snapshot snapshot, CancelIndicator cancellation) {
    return models.of(snapshot, cancellation).map(runner::lower).orElse(List.of());
  }
}
