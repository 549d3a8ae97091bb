package org.imc.dsl.ui.exploration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;
import org.imc.dsl.ide.exploration.LiveSweep;
import org.imc.dsl.ide.live.AskedExploration;
import org.imc.dsl.report.ExplorationText;
import org.imc.dsl.ui.evaluation.Explorable;
import org.imc.dsl.ui.evaluation.State;
import org.imc.dsl.ui.evaluation.StudyListener;
import org.imc.dsl.ui.evaluation.StudySession;
import org.imc.dsl.ui.exploration.ExplorationState.Empty;
import org.imc.dsl.ui.exploration.ExplorationState.Phase;
import org.imc.dsl.ui.exploration.ExplorationState.Shown;
import org.imc.dsl.ui.help.HelpContexts;
import org.imc.dsl.ui.views.Export;
import org.imc.dsl.ui.views.ExportMenu;
import org.jspecify.annotations.Nullable;

/** The designs of the active editor's exploration, live while they are priced: which are best, and what makes them so. */
public final class ExplorationView extends ViewPart implements StudyListener {

  public static final String ID = "org.imc.dsl.ui.exploration";

  private static final int MARGIN = 6;

  /** Between two looks at a sweep that is under way, ms. */
  private static final int PERIOD_MS = 500;

  /** How many times longer than it takes to draw what is found the view waits before it draws again, to leave time for typing. */
  private static final int PAUSES = 10;

  private static final int NANOS_PER_MS = 1_000_000;

  private StudySession session;
  private ExplorationModel model;
  private Composite stack;
  private Composite empty;
  private Label message;
  private Composite answer;
  private Combo choice;
  private Label headline;
  private DesignPanel panel;
  private ExplorationActions actions;
  private ExportMenu export;
  private boolean polling;
  private @Nullable LiveSweep drawn;
  private long drawnRevision;
  private boolean drawnOutdated;
  private int drawingMs;

  @Override
  public void createPartControl(Composite parent) {
    session = StudySession.of(getSite().getWorkbenchWindow());
    model = new ExplorationModel(parent.getDisplay(), this::show);
    HelpContexts.set(parent, ID);
    stack = new Composite(parent, SWT.NONE);
    stack.setLayout(new StackLayout());
    empty = new Composite(stack, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(2 * MARGIN, 2 * MARGIN).applyTo(empty);
    message = new Label(empty, SWT.WRAP);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(message);
    createAnswer();
    actions = new ExplorationActions(getViewSite().getActionBars().getToolBarManager(), this);
    export = new ExportMenu(getViewSite(), this::exports);
    getViewSite().getActionBars().getToolBarManager().add(export);
    session.addListener(this);
    show(model.state());
  }

  private void createAnswer() {
    answer = new Composite(stack, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).margins(MARGIN, MARGIN).applyTo(answer);
    choice = new Combo(answer, SWT.READ_ONLY | SWT.DROP_DOWN);
    choice.setToolTipText("The exploration to show");
    choice.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> model.select(choice.getSelectionIndex())));
    GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(choice);
    headline = new Label(answer, SWT.WRAP);
    GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(1, SWT.DEFAULT).applyTo(headline);
    panel = new DesignPanel(answer, this::changedSelection, this::openSelected);
    GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(panel.control());
  }

  @Override
  public void changed(State state) {
    // what studies cost is for other views
  }

  @Override
  public void explorations(Explorable explorable) {
    model.follow(explorable);
  }

  /** Price the designs of the exploration that is shown, unless that is under way. */
  public void explore() {
    model.explore();
  }

  void cancel() {
    model.cancel();
  }

  void setEverything(boolean all) {
    model.setEverything(all);
  }

  void clearRanges() {
    panel.clearRanges();
  }

  void openSelected() {
    if (model.state() instanceof Shown shown && shown.sweep() != null) {
      LiveSweep sweep = shown.sweep();
      panel.selected().ifPresent(design -> new DesignOpener(getSite().getPage())
          .open(shown.editor(), sweep.question(), design.design().index()));
    }
  }

  private void show(ExplorationState state) {
    if (stack.isDisposed()) {
      return;
    }
    if (state instanceof Empty nothing) {
      message.setText(nothing.message());
      drawn = null;
    } else if (state instanceof Shown shown) {
      showChoice(shown.explorations(), shown.selected());
      draw(shown);
      poll(shown);
    }
    ((StackLayout) stack.getLayout()).topControl = state instanceof Shown ? answer : empty;
    enable();
    stack.layout(true, true);
  }

  private void showChoice(List<AskedExploration> explorations, int selected) {
    String[] names = explorations.stream().map(AskedExploration::name).toArray(String[]::new);
    if (!Arrays.equals(names, choice.getItems())) {
      choice.setItems(names);
    }
    choice.select(selected);
    boolean several = names.length > 1;
    choice.setVisible(several);
    ((GridData) choice.getLayoutData()).exclude = !several;
    ((GridData) headline.getLayoutData()).horizontalSpan = several ? 1 : 2;
  }

  /** Look at a sweep again while it is under way. */
  private void poll(Shown shown) {
    if (shown.phase() == Phase.RUNNING && !polling) {
      polling = true;
      stack.getDisplay().timerExec(Math.max(PERIOD_MS, PAUSES * drawingMs), () -> {
        polling = false;
        if (!stack.isDisposed() && model.state() instanceof Shown now) {
          draw(now);
          poll(now);
        }
      });
    }
  }

  private void draw(Shown shown) {
    LiveSweep sweep = shown.sweep();
    boolean outdated = shown.isOutdated();
    panel.control().setVisible(sweep != null && sweep.revision() > 0);
    if (sweep != null && (sweep != drawn || sweep.revision() != drawnRevision || outdated != drawnOutdated)) {
      long begin = System.nanoTime();
      LiveSweep.Found found = sweep.found();
      panel.show(sweep, found, outdated);
      drawingMs = (int) ((System.nanoTime() - begin) / NANOS_PER_MS);
      drawn = sweep;
      drawnRevision = found.revision();
      drawnOutdated = outdated;
      enable();
    }
    headline.setText(words(shown));
    answer.layout();
  }

  private static String words(Shown shown) {
    LiveSweep sweep = shown.sweep();
    String name = shown.asked().name();
    String words = switch (shown.phase()) {
      case READY -> "%s: %d designs. The button with the triangle, or Ctrl+F9, prices them.".formatted(name, shown.asked().designs());
      case RUNNING -> sweep == null ? "reading…" : sweep.progress().orElse("%s: bounding designs…".formatted(name));
      case CANCELLED -> "%s: stopped. What is shown was priced before.".formatted(name);
      case FAILED -> shown.remark();
      case DONE -> sweep == null ? "" : "%s: %s. %s".formatted(name, ExplorationText.asked(sweep.question().exploration()),
          ExplorationText.counts(sweep.explored().result()));
    };
    return shown.isOutdated() ? "The text asks something else by now; explore again. " + words : words;
  }

  private void changedSelection() {
    enable();
  }

  private void enable() {
    boolean shown = model.state() instanceof Shown;
    boolean running = model.state() instanceof Shown now && now.phase() == Phase.RUNNING;
    boolean found = model.state() instanceof Shown now && now.sweep() != null && now.sweep().revision() > 0;
    actions.enable(shown && !running, running, found && panel.isBrushed(), found && panel.selected().isPresent());
    export.setEnabled(found);
  }

  /** Return how what is shown can be written into files. */
  public List<Export> exports() {
    return model.state() instanceof Shown shown && shown.sweep() != null ? panel.exports(shown.sweep()) : new ArrayList<>();
  }

  @Override
  public void setFocus() {
    stack.setFocus();
  }

  @Override
  public void dispose() {
    if (session != null) {
      session.removeListener(this);
      model.dispose();
    }
    super.dispose();
  }
}
