package org.imc.dsl.ui.exploration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.texteditor.ITextEditor;
import org.imc.dsl.ide.exploration.LiveSweep;
import org.imc.dsl.ide.live.AskedExploration;
import org.imc.dsl.ui.evaluation.Explorable;
import org.imc.dsl.ui.exploration.ExplorationState.Empty;
import org.imc.dsl.ui.exploration.ExplorationState.Phase;
import org.imc.dsl.ui.exploration.ExplorationState.Shown;
import org.jspecify.annotations.Nullable;

/**
 * Decide what the view shows. A sweep takes its time, so nothing runs unasked: an edit makes an answer outdated, no more.
 * For the UI thread.
 */
final class ExplorationModel {

  private static final String NO_EDITOR = "Open an .imc file with an exploration to see which designs are best.";

  /** Answers that are kept, so that undoing an edit, or coming back to a file, brings them back. */
  private static final int MOST_ANSWERS = 4;

  private final Display display;
  private final Runnable listener;
  private final Map<String, LiveSweep> answers = new LinkedHashMap<>();
  private ExplorationState state = new Empty(NO_EDITOR);
  private @Nullable SweepJob job;
  private boolean everything;
  private boolean wanted;

  ExplorationModel(Display display, Runnable listener) {
    this.display = display;
    this.listener = listener;
  }

  ExplorationState state() {
    return state;
  }

  /** Say whether designs are priced that cannot be on the front. */
  void setEverything(boolean all) {
    everything = all;
  }

  /** Follow the active editor; one that explores nothing, such as that of an opened design, takes nothing away. */
  void follow(Explorable explorable) {
    ITextEditor editor = explorable.editor();
    if (!explorable.explorations().isEmpty() && editor != null) {
      ask(editor, explorable.explorations());
    } else if (editor == null && state instanceof Shown shown && isOpen(shown.editor())) {
      publish(state); // another kind of editor is in front
    } else if (editor != null && state instanceof Shown shown && isOpen(shown.editor())
        && (shown.editor() != editor || explorable.errors() > 0)) {
      publish(state); // half-typed, or another file
    } else {
      clear(editor == null ? NO_EDITOR : reason(editor, explorable));
    }
  }

  private void clear(String reason) {
    stop();
    publish(new Empty(reason));
  }

  private static boolean isOpen(ITextEditor editor) {
    return editor.getSite().getPage().findEditor(editor.getEditorInput()) == editor;
  }

  private static String reason(ITextEditor editor, Explorable explorable) {
    if (explorable.errors() > 0) {
      return "'%s', or what it imports, has errors. Designs can be explored when they are mended.".formatted(editor.getTitle());
    }
    return ("'%s' explores nothing yet. Write, for example:\n\nexplore Sizes {\n  networks ResNet8\n  architectures Chip\n"
        + "  rows in 64 .. 512 step * 2\n  minimising energy, area\n}").formatted(editor.getTitle());
  }

  private void ask(ITextEditor editor, List<AskedExploration> explorations) {
    int selected = 0;
    if (state instanceof Shown before && before.editor() == editor) {
      String name = before.asked().name();
      selected = Math.max(0, explorations.stream().map(AskedExploration::name).toList().indexOf(name));
      boolean same = explorations.get(selected).name().equals(name);
      if (same && before.phase() == Phase.RUNNING) {
        publish(new Shown(editor, explorations, selected, before.sweep(), before.phase(), before.remark()));
        return;
      }
      LiveSweep known = answers.get(explorations.get(selected).fingerprint());
      if (same && known == null && before.sweep() != null) {
        publish(new Shown(editor, explorations, selected, before.sweep(), before.phase(), before.remark())); // outdated
        return;
      }
    }
    stop();
    show(editor, explorations, selected);
    if (wanted) {
      explore();
    }
  }

  /** Show what is known of an exploration. */
  private void show(ITextEditor editor, List<AskedExploration> explorations, int selected) {
    LiveSweep known = answers.get(explorations.get(selected).fingerprint());
    publish(new Shown(editor, explorations, selected, known, known == null ? Phase.READY : Phase.DONE, ""));
  }

  /** Show another exploration of the file. */
  void select(int index) {
    if (state instanceof Shown shown && index != shown.selected() && index >= 0 && index < shown.explorations().size()) {
      stop();
      show(shown.editor(), shown.explorations(), index);
    }
  }

  /** Begin to price designs; those of the next exploration that comes, when there is none yet. */
  void explore() {
    wanted = state instanceof Empty;
    if (!(state instanceof Shown shown) || shown.phase() == Phase.RUNNING) {
      return;
    }
    if (!isOpen(shown.editor())) {
      clear(NO_EDITOR);
      return;
    }
    IDocument document = shown.editor().getDocumentProvider().getDocument(shown.editor().getEditorInput());
    var jobs = new SweepJob[1];
    var next = new SweepJob(document, shown.asked().name(), everything, sweep -> later(() -> started(jobs[0], sweep)));
    jobs[0] = next;
    next.addJobChangeListener(new JobChangeAdapter() {
      @Override
      public void done(IJobChangeEvent event) {
        later(() -> finished(next, event.getResult()));
      }
    });
    job = next;
    publish(shown.with(null, Phase.RUNNING, ""));
    next.schedule();
  }

  private void later(Runnable what) {
    if (!display.isDisposed()) {
      display.asyncExec(what);
    }
  }

  private void started(SweepJob begun, LiveSweep sweep) {
    if (begun == job && state instanceof Shown shown) {
      publish(shown.with(sweep, Phase.RUNNING, ""));
    }
  }

  private void finished(SweepJob ended, IStatus result) {
    if (ended != job || !(state instanceof Shown shown)) {
      return; // something else is of interest by now
    }
    job = null;
    if (result.isOK() && shown.sweep() != null) {
      remember(shown.sweep());
      publish(shown.with(shown.sweep(), Phase.DONE, ""));
    } else if (result.getSeverity() == IStatus.CANCEL) {
      publish(shown.with(shown.sweep(), Phase.CANCELLED, ""));
    } else {
      publish(shown.with(shown.sweep(), Phase.FAILED, result.getMessage()));
    }
  }

  private void remember(LiveSweep sweep) {
    answers.put(sweep.question().fingerprint(), sweep);
    if (answers.size() > MOST_ANSWERS) {
      answers.remove(answers.keySet().iterator().next());
    }
  }

  /** Stop pricing. What was found stays. */
  void cancel() {
    if (job != null) {
      job.cancel();
    }
  }

  /** Stop working, for good. */
  void dispose() {
    stop();
  }

  private void stop() {
    if (job != null) {
      job.cancel();
      job = null;
    }
  }

  private void publish(ExplorationState next) {
    state = next;
    listener.run();
  }
}
