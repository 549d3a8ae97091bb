package org.imc.dsl.ide.live;

import com.google.common.collect.MapMaker;
import com.google.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.emf.common.util.URI;

/** Let snapshots of the same files share one {@link LiveProject}; it goes with the last document that reads from it. */
final class LiveProjects {

  private final SourceSets sets;
  private final ConcurrentMap<Set<URI>, LiveProject> projects = new MapMaker().weakValues().makeMap();

  @Inject
  LiveProjects(SourceSets sets) {
    this.sets = sets;
  }

  LiveProject of(Set<URI> files) {
    return projects.computeIfAbsent(Set.copyOf(files), key -> new LiveProject(sets));
  }
}
