package org.imc.dsl.ide.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.URI;

/**
 * A file and those it may import, at one moment. Equal snapshots have equal analyses.
 *
 * @param file the one of interest
 * @param others the files of its project; without the file itself
 */
public record Snapshot(SourceText file, List<SourceText> others) {

  public Snapshot {
    others = List.copyOf(others);
  }

  /** Return the texts of all files of the project. */
  Map<URI, String> texts() {
    var texts = new HashMap<URI, String>();
    others.forEach(other -> texts.put(other.uri(), other.text()));
    texts.put(file.uri(), file.text());
    return texts;
  }
}
