package org.imc.dsl.ide.results;

import com.google.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.dsl.lowering.SourceMap;
import org.imc.engine.result.Evaluation;

/**
 * The answers that studies had when their file was saved, so that an edit can show the difference that it makes. A study is
 * known again by its file and its title. Thread-safe.
 */
@Singleton
public final class SavedResults {

  private static final int MOST = 64;

  private record Key(Optional<URI> file, String title) { }

  private final Map<Key, Evaluation> saved = new LinkedHashMap<>(16, 0.75f, true) {

    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Key, Evaluation> eldest) {
      return size() > MOST;
    }
  };

  /** Remember the answer of a study whose file is saved as it was evaluated. */
  public synchronized void put(LoweredStudy lowered, Evaluation evaluation) {
    saved.put(key(lowered), evaluation);
  }

  /** Return the answer of the saved text to a study. */
  public synchronized Optional<Evaluation> of(LoweredStudy lowered) {
    return Optional.ofNullable(saved.get(key(lowered)));
  }

  private static Key key(LoweredStudy lowered) {
    return new Key(lowered.sources().place(lowered.study().id()).map(SourceMap.Place::file), lowered.title());
  }
}
