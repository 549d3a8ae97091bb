package org.imc.dsl.ide.live;

import java.util.List;

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
}
