package org.imc.dsl.ui.preferences;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** What is set, or the default. For any thread. */
public final class Preferences {

  /** Whether studies are evaluated while their text is typed, or only when asked. */
  public static final String EVALUATE_WHILE_TYPING = "evaluate.while.typing";

  /** Threads of an evaluation; 0 for all processors but one. */
  public static final String THREADS = "evaluate.threads";

  /** Whether figures stand above declarations. */
  public static final String SHOW_FIGURES = "editor.figures";

  /** Whether saving an editor lays out its text first. */
  public static final String FORMAT_ON_SAVE = "editor.format.on.save";

  /** More threads than any machine that this is meant for has. */
  public static final int MOST_THREADS = 1024;

  private static final IPreferenceStore STORE = newStore();

  private Preferences() { }

  /** Return the store behind the preferences. */
  public static IPreferenceStore store() {
    return STORE;
  }

  /** Return whether studies are evaluated without being asked to. */
  public static boolean evaluatesWhileTyping() {
    return STORE.getBoolean(EVALUATE_WHILE_TYPING);
  }

  /** Return how many threads evaluate: those set, or all processors but one, which is left to whoever is typing. */
  public static int threads() {
    int set = STORE.getInt(THREADS);
    return set > 0 ? Math.min(set, MOST_THREADS) : Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
  }

  /** Return whether figures stand above declarations. */
  public static boolean showsFigures() {
    return STORE.getBoolean(SHOW_FIGURES);
  }

  /** Return whether saving lays out the text. */
  public static boolean formatsOnSave() {
    return STORE.getBoolean(FORMAT_ON_SAVE);
  }

  private static IPreferenceStore newStore() {
    var store = new ScopedPreferenceStore(InstanceScope.INSTANCE, "org.imc.dsl.ui");
    store.setDefault(EVALUATE_WHILE_TYPING, true);
    store.setDefault(THREADS, 0);
    store.setDefault(SHOW_FIGURES, true);
    store.setDefault(FORMAT_ON_SAVE, false);
    return store;
  }
}
