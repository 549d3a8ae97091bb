package org.imc.dsl.evaluation;

import java.io.Serializable;
import java.util.List;

/**
 * An exploration as text, to be read again by another process.
 *
 * @param uris of the files that it depends on, without those of the library; it stands in the first
 * @param texts of these files
 * @param position of the exploration among those of its file
 */
public record ExplorationSource(List<String> uris, List<String> texts, int position) implements Serializable {

  public ExplorationSource {
    uris = List.copyOf(uris);
    texts = List.copyOf(texts);
  }
}
