package org.imc.dsl.ide.live;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.imc.dsl.evaluation.StudyRunner;

/** Hand out the one {@link LiveFile} of each open document; it goes when the document goes. */
@Singleton
public final class LiveFiles {

  private final LiveProjects projects;
  private final StudyRunner runner;
  private final Map<Object, LiveFile> files = Collections.synchronizedMap(new WeakHashMap<>());

  @Inject
  LiveFiles(LiveProjects projects, StudyRunner runner) {
    this.projects = projects;
    this.runner = runner;
  }

  /**
   * Return the live file of a document.
   *
   * @param document the host's object for it; compared by identity or equality, held weakly
   */
  public LiveFile of(Object document) {
    return files.computeIfAbsent(document, key -> new LiveFile(projects, runner));
  }
}
