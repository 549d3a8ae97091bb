package org.imc.dsl.ui.evaluation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.services.IDisposable;
import org.eclipse.ui.texteditor.ITextEditor;
import org.imc.dsl.ide.live.Analysis;
import org.imc.dsl.ide.results.SavedResults;
import org.imc.dsl.lowering.SourceMap;
import org.imc.dsl.ui.Language;
import org.imc.dsl.ui.evaluation.State.Answer;
import org.imc.dsl.ui.evaluation.State.Phase;
import org.imc.dsl.ui.sources.Places;
import org.imc.dsl.ui.sources.Snapshots;
import org.imc.dsl.ui.sources.SourceChanges;
import org.imc.engine.ElementId;
import org.jspecify.annotations.Nullable;

/**
 * What the views of one window have in common: the studies of the active editor, the one that is chosen, its answer, and
 * the element in focus. Works as long as somebody listens. For the UI thread.
 */
public final class StudySession implements IDisposable {

  private final IWorkbenchWindow window;
  private final List<StudyListener> listeners = new CopyOnWriteArrayList<>();
  private final AnswerModel model;
  private final StudyTracker tracker;
  private final EditorTracking editors;
  private final SourceChanges otherFiles;
  private final ISelectionListener caret = this::caretMoved;
  private @Nullable ElementId focus;
  private Explorable explorable = Explorable.NOTHING;

  StudySession(IWorkbenchWindow window) {
    this.window = window;
    Display display = window.getShell().getDisplay();
    model = new AnswerModel(display, this::publish);
    tracker = new StudyTracker(display, this::analysed);
    editors = new EditorTracking(window, this::follow);
    otherFiles = new SourceChanges(() -> display.asyncExec(tracker::refresh));
  }

  /** Return the session of a window. */
  public static StudySession of(IWorkbenchWindow window) {
    return Objects.requireNonNull(window.getService(StudySession.class), "the window's session");
  }

  /** Tell somebody what there is now, and whatever comes. */
  public void addListener(StudyListener listener) {
    listeners.add(listener);
    if (listeners.size() == 1) {
      editors.start();
      otherFiles.start();
      window.getSelectionService().addPostSelectionListener(caret);
    }
    listener.changed(model.state());
    listener.explorations(explorable);
  }

  /** Tell somebody no more. */
  public void removeListener(StudyListener listener) {
    if (listeners.remove(listener) && listeners.isEmpty()) {
      stop();
    }
  }

  /** Return what there is to show. */
  public State state() {
    return model.state();
  }

  /** Return the editor whose studies are shown. */
  public Optional<ITextEditor> editor() {
    return Optional.ofNullable(tracker.editor());
  }

  /** Show another study of the file. */
  public void select(int index) {
    model.select(index);
  }

  /** Show the study of a title, once the editor that is active has been read. */
  public void select(String title) {
    model.selectNext(title);
    tracker.refresh();
  }

  /** Evaluate the chosen study, unless its answer is there or under way. */
  public void evaluate() {
    model.retry();
  }

  /** Stop the evaluation that is running. */
  public void cancel() {
    model.cancel();
  }

  /** Let all views point out an element, and the editor select its declaration if it is open on it. */
  public void focus(ElementId element) {
    setFocus(element);
    place(element).ifPresent(place -> editor().filter(editor -> Places.isIn(editor, place.file()))
        .ifPresent(editor -> Places.select(editor, place)));
  }

  /** Open an editor on the declaration of an element. */
  public void open(ElementId element) {
    place(element).ifPresent(place -> Places.open(window.getActivePage(), place));
  }

  /** Return where an element of the shown study is declared. */
  public Optional<SourceMap.Place> place(ElementId element) {
    return model.state() instanceof Answer shown ? shown.study().sources().place(element) : Optional.empty();
  }

  @Override
  public void dispose() {
    if (!listeners.isEmpty()) {
      listeners.clear();
      stop();
    }
  }

  private void stop() {
    window.getSelectionService().removePostSelectionListener(caret);
    otherFiles.stop();
    editors.stop();
    tracker.follow(null);
    model.clear(AnswerModel.NO_EDITOR);
  }

  private void publish(State state) {
    if (state instanceof Answer shown && shown.phase() == Phase.DONE && shown.evaluation() != null) {
      FindingMarkers.replace(shown.study(), shown.evaluation());
      if (editor().filter(editor -> !editor.isDirty()).isPresent()) {
        Language.get(SavedResults.class).put(shown.study(), shown.evaluation());
      }
    }
    listeners.forEach(listener -> listener.changed(state));
  }

  private void publish(Explorable next) {
    explorable = next;
    listeners.forEach(listener -> listener.explorations(next));
  }

  private void follow(Optional<ITextEditor> editor) {
    if (editor.isPresent() && editor.get() == tracker.editor()) {
      tracker.refresh(); // what it imports may have been edited meanwhile
      return;
    }
    tracker.follow(editor.orElse(null));
    if (editor.isEmpty()) {
      model.clear(AnswerModel.NO_EDITOR);
      publish(Explorable.NOTHING);
    }
  }

  private void analysed(ITextEditor editor, Analysis analysis) {
    IDocument document = editor.getDocumentProvider() == null
        ? null // it has been closed meanwhile
        : editor.getDocumentProvider().getDocument(editor.getEditorInput());
    if (document != null) {
      FindingMarkers.retain(Snapshots.uri(document), analysis.studies());
      model.show(editor.getTitle(), analysis);
      publish(new Explorable(editor, analysis.explorations(), analysis.errors() + analysis.elsewhere().size()));
    }
  }

  private void caretMoved(IWorkbenchPart part, ISelection selection) {
    if (part == tracker.editor() && selection instanceof ITextSelection text && text.getStartLine() >= 0
        && model.state() instanceof Answer shown) {
      var document = tracker.editor().getDocumentProvider().getDocument(tracker.editor().getEditorInput());
      if (document != null) {
        ElementId question = shown.study().study().id();
        shown.study().sources()
            .elementAt(Snapshots.uri(document), text.getStartLine() + 1, id -> !id.equals(question))
            .ifPresent(this::setFocus);
      }
    }
  }

  private void setFocus(ElementId element) {
    if (!element.equals(focus)) {
      focus = element;
      listeners.forEach(listener -> listener.focused(element));
    }
  }

  /** Return the element that was pointed out last. */
  public Optional<ElementId> focus() {
    return Optional.ofNullable(focus);
  }
}
