package org.imc.dsl.ide.exploration;

import com.google.inject.Inject;
import java.util.Optional;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.ide.live.Snapshot;
import org.imc.dsl.ide.live.SoundModels;

/** Read explorations so that the text may be edited while they are swept. Stateless. */
public class Explorations {

  @Inject private SoundModels models;
  @Inject private StudyRunner runner;

  /**
   * Return an exploration of a snapshot's file; nothing when there is none of the name, or it or what it needs has errors.
   *
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public Optional<FrozenExploration> of(Snapshot snapshot, String name, CancelIndicator cancellation) {
    return models.of(snapshot, cancellation)
        .flatMap(model -> runner.explorations(model).stream().filter(declared -> name.equals(declared.getName())).findFirst())
        .map(declared -> new FrozenExploration(runner, declared));
  }
}
