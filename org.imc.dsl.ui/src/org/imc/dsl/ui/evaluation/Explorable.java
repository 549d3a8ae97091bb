package org.imc.dsl.ui.evaluation;

import java.util.List;
import org.eclipse.ui.texteditor.ITextEditor;
import org.imc.dsl.ide.live.AskedExploration;
import org.jspecify.annotations.Nullable;

/**
 * What the file of an editor explores.
 *
 * @param editor the active one; null for none
 * @param explorations in the order of the text; empty while errors stand in the way
 * @param errors of the file and of those that it needs
 */
public record Explorable(@Nullable ITextEditor editor, List<AskedExploration> explorations, long errors) {

  static final Explorable NOTHING = new Explorable(null, List.of(), 0);

  public Explorable {
    explorations = List.copyOf(explorations);
  }
}
