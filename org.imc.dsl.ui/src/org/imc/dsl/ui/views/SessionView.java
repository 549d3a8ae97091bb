package org.imc.dsl.ui.views;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.part.ViewPart;
import org.imc.dsl.ui.evaluation.StudyListener;
import org.imc.dsl.ui.evaluation.StudySession;
import org.imc.dsl.ui.help.HelpContexts;

/**
 * A view of what the window's session has to tell: some words while there is nothing to show, else a line of words and below
 * it what the view shows. Each view draws in a step of its own and only while it can be seen, so that no answer keeps the UI
 * thread waiting for all views.
 */
public abstract class SessionView extends ViewPart implements StudyListener {

  private static final int MARGIN = 6;

  private final IPartListener2 visibility = new IPartListener2() {
    @Override
    public void partVisible(IWorkbenchPartReference part) {
      if (part.getPart(false) == SessionView.this) {
        refresh();
      }
    }
  };

  private StudySession session;
  private Composite stack;
  private Composite empty;
  private Label message;
  private Composite answer;
  private Combo choice;
  private Label headline;
  private Composite content;
  private ExportMenu export;
  private boolean due;

  @Override
  public final void createPartControl(Composite parent) {
    session = StudySession.of(getSite().getWorkbenchWindow());
    stack = new Composite(parent, SWT.NONE);
    stack.setLayout(new StackLayout());
    createMessage();
    createAnswer();
    createContent(content);
    for (Control child : content.getChildren()) {
      if (child.getLayoutData() == null) {
        filling().applyTo(child);
      }
    }
    IActionBars bars = getViewSite().getActionBars();
    createActions(bars);
    export = new ExportMenu(getViewSite(), this::exports);
    bars.getToolBarManager().add(export);
    HelpContexts.set(parent, getSite().getId());
    getSite().getPage().addPartListener(visibility);
    session.addListener(this);
    refresh();
  }

  private void createMessage() {
    empty = new Composite(stack, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(2 * MARGIN, 2 * MARGIN).applyTo(empty);
    message = new Label(empty, SWT.WRAP);
    filling().applyTo(message);
  }

  private void createAnswer() {
    answer = new Composite(stack, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).margins(MARGIN, MARGIN).applyTo(answer);
    choice = new Combo(answer, SWT.READ_ONLY | SWT.DROP_DOWN);
    choice.setToolTipText(choiceTip());
    choice.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> choose(choice.getSelectionIndex())));
    GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).exclude(true).applyTo(choice);
    choice.setVisible(false);
    headline = new Label(answer, SWT.WRAP);
    GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(1, SWT.DEFAULT).span(2, 1).applyTo(headline);
    content = new Composite(answer, SWT.NONE);
    GridLayoutFactory.fillDefaults().applyTo(content);
    filling().span(2, 1).applyTo(content);
  }

  /** Return how a control fills the room that there is, without a question how much it would like, which takes its time. */
  public static GridDataFactory filling() {
    return GridDataFactory.fillDefaults().grab(true, true).hint(1, 1);
  }

  /** Create what the view shows; its controls fill the view unless they say otherwise. */
  protected abstract void createContent(Composite parent);

  /** Create the view's buttons, but for that which exports. */
  protected abstract void createActions(IActionBars bars);

  /** Return what is chosen from when there are several to show. */
  protected String choiceTip() {
    return "";
  }

  /** Show another of several. */
  protected void choose(int index) { }

  /** Show what there is by now: with {@link #showMessage} or with {@link #showContent}. */
  protected abstract void showNow();

  /** Return how what is shown can be written into files. */
  public abstract List<Export> exports();

  /** Return what the views have in common. */
  protected final StudySession session() {
    return session;
  }

  /** Show what there is, once the UI thread has done what waits for it, if the view can be seen then. */
  protected final void refresh() {
    if (!due && !stack.isDisposed()) {
      due = true;
      stack.getDisplay().asyncExec(() -> {
        due = false;
        if (!stack.isDisposed() && getSite().getPage().isPartVisible(this)) {
          showNow();
        }
      });
    }
  }

  /** Return whether something newer is about to be shown. */
  protected final boolean isDue() {
    return due;
  }

  /** Show nothing but some words. */
  protected final void showMessage(String words) {
    message.setText(words);
    export.setEnabled(false);
    bringUp(empty);
  }

  /** Show the line of words and, if there is something to show, the content. */
  protected final void showContent(boolean something) {
    content.setVisible(something);
    export.setEnabled(something);
    bringUp(answer);
  }

  private void bringUp(Composite top) {
    var layout = (StackLayout) stack.getLayout();
    if (layout.topControl != top) {
      layout.topControl = top;
      stack.layout();
    }
  }

  /** Let the user choose, if there is more than one. */
  protected final void offer(List<String> titles, int selected) {
    if (!titles.equals(List.of(choice.getItems()))) {
      boolean several = titles.size() > 1;
      choice.setItems(titles.toArray(String[]::new));
      choice.setVisible(several);
      ((GridData) choice.getLayoutData()).exclude = !several;
      ((GridData) headline.getLayoutData()).horizontalSpan = several ? 1 : 2;
      answer.layout();
    }
    choice.select(selected);
  }

  /** Say something above the content. */
  protected final void say(String words) {
    if (!words.equals(headline.getText())) { // laying out takes its time
      headline.setText(words);
      headline.setToolTipText(words);
      answer.layout();
    }
  }

  @Override
  public void setFocus() {
    stack.setFocus();
  }

  @Override
  public void dispose() {
    if (session != null) {
      session.removeListener(this);
      getSite().getPage().removePartListener(visibility);
    }
    super.dispose();
  }
}
