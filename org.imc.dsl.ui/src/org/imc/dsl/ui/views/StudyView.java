package org.imc.dsl.ui.views;

import java.util.Arrays;
import java.util.List;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.dsl.ui.evaluation.State;
import org.imc.dsl.ui.evaluation.State.Answer;
import org.imc.dsl.ui.evaluation.State.Phase;
import org.imc.dsl.ui.evaluation.StudyListener;
import org.imc.dsl.ui.evaluation.StudySession;
import org.imc.dsl.ui.help.HelpContexts;
import org.imc.engine.result.Evaluation;
import org.jspecify.annotations.Nullable;

/** A view of the active study's answer: a line that says how far it is, and below it what the view shows of it. */
public abstract class StudyView extends ViewPart implements StudyListener {

  private static final int MARGIN = 6;

  private StudySession session;
  private Composite stack;
  private Composite empty;
  private Label message;
  private Composite answer;
  private Combo study;
  private Label headline;
  private Composite content;
  private Action stop;
  private Action again;
  private ExportMenu export;

  @Override
  public final void createPartControl(Composite parent) {
    session = StudySession.of(getSite().getWorkbenchWindow());
    stack = new Composite(parent, SWT.NONE);
    stack.setLayout(new StackLayout());
    createMessage();
    createAnswer();
    createActions();
    HelpContexts.set(parent, getSite().getId());
    session.addListener(this);
    session.focus().ifPresent(this::focused);
  }

  private void createMessage() {
    empty = new Composite(stack, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(2 * MARGIN, 2 * MARGIN).applyTo(empty);
    message = new Label(empty, SWT.WRAP);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(message);
  }

  private void createAnswer() {
    answer = new Composite(stack, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).margins(MARGIN, MARGIN).applyTo(answer);
    study = new Combo(answer, SWT.READ_ONLY | SWT.DROP_DOWN);
    study.setToolTipText("The study to show");
    study.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(event -> session.select(study.getSelectionIndex())));
    GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).exclude(true).applyTo(study);
    study.setVisible(false);
    headline = new Label(answer, SWT.WRAP);
    GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(1, SWT.DEFAULT).span(2, 1).applyTo(headline);
    content = new Composite(answer, SWT.NONE);
    GridLayoutFactory.fillDefaults().applyTo(content);
    GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(content);
    createContent(content);
    for (var child : content.getChildren()) {
      if (child.getLayoutData() == null) {
        GridDataFactory.fillDefaults().grab(true, true).applyTo(child);
      }
    }
  }

  private void createActions() {
    var images = PlatformUI.getWorkbench().getSharedImages();
    stop = new Action("Stop Evaluating") {
      @Override
      public void run() {
        session.cancel();
      }
    };
    stop.setImageDescriptor(images.getImageDescriptor(ISharedImages.IMG_ELCL_STOP));
    stop.setDisabledImageDescriptor(images.getImageDescriptor(ISharedImages.IMG_ELCL_STOP_DISABLED));
    again = new Action("Evaluate Again") {
      @Override
      public void run() {
        session.evaluate();
      }
    };
    again.setImageDescriptor(images.getImageDescriptor(ISharedImages.IMG_TOOL_REDO));
    again.setDisabledImageDescriptor(images.getImageDescriptor(ISharedImages.IMG_TOOL_REDO_DISABLED));
    export = new ExportMenu(getViewSite(), this::exports);
    IActionBars bars = getViewSite().getActionBars();
    addActions(bars);
    bars.getToolBarManager().add(again);
    bars.getToolBarManager().add(stop);
    bars.getToolBarManager().add(export);
  }

  /** Create what the view shows of an answer; its controls fill the view unless they say otherwise. */
  protected abstract void createContent(Composite parent);

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

  /** Return how what is shown can be written into files. */
  public abstract List<Export> exports();

  /** Add the view's own buttons. */
  protected void addActions(IActionBars bars) { }

  /** Return what the views have in common. */
  protected final StudySession session() {
    return session;
  }

  @Override
  public final void changed(State state) {
    if (stack.isDisposed()) {
      return;
    }
    boolean running = false;
    boolean stopped = false;
    boolean answered = false;
    if (state instanceof Answer shown) {
      running = shown.phase() == Phase.RUNNING;
      stopped = shown.phase().isStopped();
      answered = shown.evaluation() != null;
      showAnswer(shown);
    } else if (state instanceof State.Empty nothing) {
      message.setText(nothing.message());
      empty.layout();
    }
    stop.setEnabled(running);
    again.setEnabled(stopped);
    export.setEnabled(answered);
    Composite top = state instanceof Answer ? answer : empty;
    var layout = (StackLayout) stack.getLayout();
    if (layout.topControl != top) {
      layout.topControl = top;
      stack.layout();
    }
  }

  private void showAnswer(Answer shown) {
    String[] titles = shown.studies().stream().map(LoweredStudy::title).toArray(String[]::new);
    if (!Arrays.equals(titles, study.getItems())) {
      boolean several = titles.length > 1;
      study.setItems(titles);
      study.setVisible(several);
      ((GridData) study.getLayoutData()).exclude = !several;
      ((GridData) headline.getLayoutData()).horizontalSpan = several ? 1 : 2;
      answer.layout();
    }
    study.select(shown.selected());
    Evaluation evaluation = shown.evaluation();
    content.setVisible(evaluation != null);
    if (evaluation != null) {
      show(shown, evaluation, shown.phase() != Phase.DONE);
    }
    refreshHeadline();
  }

  /** Say again what there is to say: a view may have found out more. */
  protected final void refreshHeadline() {
    if (session.state() instanceof Answer shown) {
      String words = words(shown, shown.evaluation());
      boolean titled = shown.studies().size() > 1 || shown.phase() == Phase.BLOCKED; // the choice says it already
      String text = titled ? words : shown.study().title() + ": " + words;
      if (!text.equals(headline.getText())) { // laying out takes its time
        headline.setText(text);
        headline.setToolTipText(text);
        answer.layout();
      }
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

  @Override
  public void setFocus() {
    stack.setFocus();
  }

  @Override
  public void dispose() {
    if (session != null) {
      session.removeListener(this);
    }
    super.dispose();
  }
}
