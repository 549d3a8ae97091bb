package org.imc.dsl.ui.exploration;

import java.util.List;
import org.eclipse.ui.texteditor.ITextEditor;
import org.imc.dsl.ide.exploration.LiveSweep;
import org.imc.dsl.ide.live.AskedExploration;
import org.jspecify.annotations.Nullable;

/** What the view has to show. */
sealed interface ExplorationState {

  /** Nothing, for a reason. */
  record Empty(String message) implements ExplorationState { }

  /**
   * An exploration and as much of its answer as there is.
   *
   * @param editor of the file that it stands in
   * @param explorations all of the file, in the order of the text
   * @param selected which of them
   * @param sweep what was found; null when nobody has asked yet
   * @param phase how far it is
   * @param remark why it failed; empty when it did not
   */
  record Shown(ITextEditor editor, List<AskedExploration> explorations, int selected, @Nullable LiveSweep sweep, Phase phase,
      String remark) implements ExplorationState {

    public Shown {
      explorations = List.copyOf(explorations);
    }

    AskedExploration asked() {
      return explorations.get(selected);
    }

    /** Return whether the text asks something else by now. */
    boolean isOutdated() {
      return sweep != null && !sweep.question().fingerprint().equals(asked().fingerprint());
    }

    Shown with(@Nullable LiveSweep found, Phase next, String words) {
      return new Shown(editor, explorations, selected, found, next, words);
    }
  }

  /** How far an exploration is. */
  enum Phase { READY, RUNNING, DONE, CANCELLED, FAILED }
}
