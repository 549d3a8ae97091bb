package org.imc.dsl.ui.views;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.dsl.ui.evaluation.State;
import org.imc.dsl.ui.evaluation.State.Answer;
import org.imc.dsl.ui.evaluation.State.Phase;
import org.imc.engine.ElementId;
import org.imc.engine.result.Evaluation;
import org.jspecify.annotations.Nullable;

/** A view of the active study's answer: a line that says how far it is, and below it what the view shows of it. */
public abstract class StudyView extends SessionView {

  private Action stop;
  private Action again;
  private @Nullable Evaluation last;
  private @Nullable ElementId pointed;

  @Override
  protected final void createActions(IActionBars bars) {
    addActions(bars);
    again = action("Evaluate Again", ISharedImages.IMG_TOOL_REDO, ISharedImages.IMG_TOOL_REDO_DISABLED, () -> session().evaluate());
    stop = action("Stop Evaluating", ISharedImages.IMG_ELCL_STOP, ISharedImages.IMG_ELCL_STOP_DISABLED, () -> session().cancel());
    bars.getToolBarManager().add(again);
    bars.getToolBarManager().add(stop);
  }

  private static Action action(String label, String enabled, String disabled, Runnable run) {
    var action = new Action(label, image(enabled)) {
      @Override
      public void run() {
        run.run();
      }
    };
    action.setDisabledImageDescriptor(image(disabled));
    return action;
  }

  private static @Nullable ImageDescriptor image(String id) {
    return PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(id);
  }

  /**
   * Show an answer.
   *
   * @param shown what is asked
   * @param evaluation the answer to it, or to the study before
   * @param outdated whether it is the one before
   */
  protected abstract void show(Answer shown, Evaluation evaluation, boolean outdated);

  /** Return what is said of an answer that is there. */
  protected abstract String headline(Evaluation evaluation);

  /** Point out an element of the shown study. */
  protected void pointOut(ElementId element) { }

  /** Add the view's own buttons. */
  protected void addActions(IActionBars bars) { }

  @Override
  protected final String choiceTip() {
    return "The study to show";
  }

  @Override
  protected final void choose(int index) {
    session().select(index);
  }

  @Override
  public final void changed(State state) {
    refresh();
  }

  @Override
  public final void focused(ElementId element) {
    if (!isDue()) { // else what it is an element of may not be shown yet
      pointed = element;
      pointOut(element);
    }
  }

  @Override
  protected final void showNow() {
    State state = session().state();
    stop.setEnabled(state instanceof Answer shown && shown.phase() == Phase.RUNNING);
    again.setEnabled(state instanceof Answer shown && shown.phase().isStopped());
    switch (state) {
      case State.Empty nothing -> showMessage(nothing.message());
      case Answer shown -> showAnswer(shown);
    }
  }

  private void showAnswer(Answer shown) {
    offer(shown.studies().stream().map(LoweredStudy::title).toList(), shown.selected());
    Evaluation evaluation = shown.evaluation();
    showContent(evaluation != null);
    if (evaluation != null) {
      show(shown, evaluation, shown.phase() != Phase.DONE);
      ElementId focus = session().focus().orElse(null);
      if (focus != null && (evaluation != last || !focus.equals(pointed))) {
        pointOut(focus);
      }
      last = evaluation;
      pointed = focus;
    }
    refreshHeadline();
  }

  /** Say again what there is to say: a view may have found out more. */
  protected final void refreshHeadline() {
    if (session().state() instanceof Answer shown) {
      String words = words(shown, shown.evaluation());
      boolean titled = shown.studies().size() > 1 || shown.phase() == Phase.BLOCKED; // the choice says it already
      say(titled ? words : shown.study().title() + ": " + words);
    }
  }

  private String words(Answer shown, @Nullable Evaluation evaluation) {
    return switch (shown.phase()) {
      case RUNNING -> "evaluating…";
      case CANCELLED -> "stopped; the button above evaluates again";
      case WAITING -> "not evaluated; F9 or the button above evaluates";
      case FAILED, BLOCKED -> shown.remark();
      case DONE -> evaluation == null ? "" : headline(evaluation);
    };
  }
}
