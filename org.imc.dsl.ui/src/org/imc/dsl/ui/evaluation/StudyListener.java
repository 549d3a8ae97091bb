package org.imc.dsl.ui.evaluation;

import org.imc.engine.ElementId;

/** Hears, in the UI thread, what a window's views have to show. */
public interface StudyListener {

  /** Show what there is now. */
  void changed(State state);

  /** Hear what the active editor's file explores. */
  default void explorations(Explorable explorable) { }

  /** Point out an element of the shown study: the caret has come to it, or another view has. */
  default void focused(ElementId element) { }
}
