package org.imc.dsl.ui.exploration;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IActionBars;
import org.imc.dsl.ide.exploration.LiveSweep;
import org.imc.dsl.ide.live.AskedExploration;
import org.imc.dsl.report.ExplorationText;
import org.imc.dsl.ui.evaluation.Explorable;
import org.imc.dsl.ui.evaluation.State;
import org.imc.dsl.ui.exploration.ExplorationState.Empty;
import org.imc.dsl.ui.exploration.ExplorationState.Phase;
import org.imc.dsl.ui.exploration.ExplorationState.Shown;
import org.imc.dsl.ui.views.Export;
import org.imc.dsl.ui.views.SessionView;
import org.jspecify.annotations.Nullable;

/** The designs of the active editor's exploration, live while they are priced: which are best, and what makes them so. */
public final class ExplorationView extends SessionView {

  public static final String ID = "org.imc.dsl.ui.exploration";

  /** Between two looks at a sweep that is under way, ms. */
  private static final int PERIOD_MS = 500;

  /** How many times longer than it takes to draw what is found the view waits before it draws again, to leave time for typing. */
  private static final int PAUSES = 10;

  private static final int NANOS_PER_MS = 1_000_000;

  private final ExplorationModel model = new ExplorationModel(Display.getCurrent(), this::refresh);
  private DesignPanel panel;
  private ExplorationActions actions;
  private boolean polling;
  private @Nullable LiveSweep drawn;
  private long drawnRevision;
  private boolean drawnOutdated;
  private int drawingMs;

  @Override
  protected void createContent(Composite parent) {
    panel = new DesignPanel(parent, this::enable, this::openSelected);
  }

  @Override
  protected void createActions(IActionBars bars) {
    actions = new ExplorationActions(bars.getToolBarManager(), this);
  }

  @Override
  protected String choiceTip() {
    return "The exploration to show";
  }

  @Override
  protected void choose(int index) {
    model.select(index);
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

  @Override
  protected void showNow() {
    switch (model.state()) {
      case Empty nothing -> {
        showMessage(nothing.message());
        drawn = null;
      }
      case Shown shown -> {
        offer(shown.explorations().stream().map(AskedExploration::name).toList(), shown.selected());
        showContent(isFound(shown));
        draw(shown);
        say(words(shown));
        poll(shown);
      }
    }
    enable();
  }

  /** Look at a sweep again while it is under way. */
  private void poll(Shown shown) {
    if (shown.phase() == Phase.RUNNING && !polling) {
      polling = true;
      Display.getCurrent().timerExec(Math.max(PERIOD_MS, PAUSES * drawingMs), () -> {
        polling = false;
        refresh();
      });
    }
  }

  private void draw(Shown shown) {
    LiveSweep sweep = shown.sweep();
    boolean outdated = shown.isOutdated();
    if (sweep != null && (sweep != drawn || sweep.revision() != drawnRevision || outdated != drawnOutdated)) {
      long begin = System.nanoTime();
      LiveSweep.Found found = sweep.found();
      panel.show(sweep, found, outdated);
      drawingMs = (int) ((System.nanoTime() - begin) / NANOS_PER_MS);
      drawn = sweep;
      drawnRevision = found.revision();
      drawnOutdated = outdated;
    }
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

  private static boolean isFound(Shown shown) {
    return shown.sweep() != null && shown.sweep().revision() > 0;
  }

  private void enable() {
    boolean running = model.state() instanceof Shown now && now.phase() == Phase.RUNNING;
    boolean found = model.state() instanceof Shown now && isFound(now);
    actions.enable(model.state() instanceof Shown && !running, running, found && panel.isBrushed(),
        found && panel.selected().isPresent());
  }

  @Override
  public List<Export> exports() {
    return model.state() instanceof Shown shown && shown.sweep() != null ? panel.exports(shown.sweep()) : new ArrayList<>();
  }

  @Override
  public void dispose() {
    model.dispose();
    super.dispose();
  }
}
