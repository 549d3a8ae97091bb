package org.imc.dsl.ui.exploration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.imc.dsl.ide.exploration.Brush;
import org.imc.dsl.ide.exploration.LiveSweep;
import org.imc.dsl.report.DesignWords;
import org.imc.dsl.report.Explored;
import org.imc.dsl.report.ExplorationPlot;
import org.imc.dsl.report.ExplorationText;
import org.imc.dsl.report.ExplorationRows;
import org.imc.dsl.report.ParallelCoordinates;
import org.imc.dsl.ui.views.Export;
import org.imc.dsl.ui.views.SessionView;
import org.imc.engine.explore.Exploration;
import org.imc.engine.explore.Metric;
import org.imc.engine.explore.Outcome;
import org.jspecify.annotations.Nullable;

/** Table and plots of the same designs, brushed and selected together. */
final class DesignPanel {

  private static final int[] SHARES = {30, 37, 33};

  /** What a part needs to be read, px. */
  private static final int LEAST_WIDTH = 360;
  private static final int LEAST_HEIGHT = 150;

  private final Runnable changed;
  private final Composite all;
  private final DesignTable table;
  private final ParallelChart parallel;
  private final Brushing brushing;
  private final FigureChart figures;
  private List<Metric> metrics = List.of();
  private final Combo across;
  private final Combo up;
  private final Link details;
  private final SeriesLegend legend;
  private final SensitivityPanel sensitivity;
  private @Nullable LiveSweep sweep;
  private @Nullable DesignSelection shown;
  private boolean grey;

  /**
   * Create the panel.
   *
   * @param changed hears that something else is selected or brushed
   * @param open opens what is selected
   */
  DesignPanel(Composite parent, Runnable changed, Runnable open) {
    this.changed = changed;
    all = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(all);
    var scrolled = new ScrolledComposite(all, SWT.H_SCROLL | SWT.V_SCROLL);
    SessionView.filling().applyTo(scrolled);
    var sash = new SashForm(scrolled, SWT.HORIZONTAL);
    scrolled.setContent(sash);
    scrolled.setExpandHorizontal(true);
    scrolled.setExpandVertical(true);
    scrolled.addListener(SWT.Resize, event -> arrange(scrolled, sash));
    table = new DesignTable(sash);
    parallel = new ParallelChart(sash);
    brushing = new Brushing(parallel, this::brush);
    var tabs = new CTabFolder(sash, SWT.TOP | SWT.FLAT);
    var axes = new Composite(tabs, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(3).applyTo(axes);
    up = combo(axes, "The figure upwards");
    new Label(axes, SWT.NONE).setText("against");
    across = combo(axes, "The figure to the right");
    tabs.setTopRight(axes, SWT.RIGHT);
    figures = new FigureChart(tabs);
    tab(tabs, "Figures", figures.chart());
    sensitivity = new SensitivityPanel(tabs);
    tab(tabs, "Steps", sensitivity.control());
    tabs.setSelection(0);
    sash.setWeights(SHARES);
    var foot = new Composite(all, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).applyTo(foot);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(foot);
    details = new Link(foot, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).applyTo(details);
    legend = new SeriesLegend(foot);
    details.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> open.run()));
    table.onSelect(this::select);
    table.onOpen(design -> open(design, open));
    parallel.onClick(this::select, design -> open(design, open));
    figures.onClick(this::select, design -> open(design, open));
  }

  /** Put the parts side by side, or where only that has room one below the other; else with scroll bars. */
  private static void arrange(ScrolledComposite scrolled, SashForm sash) {
    Rectangle room = scrolled.getBounds();
    boolean upright = room.width < LEAST_WIDTH * SHARES.length && room.height >= LEAST_HEIGHT * SHARES.length;
    sash.setOrientation(upright ? SWT.VERTICAL : SWT.HORIZONTAL);
    scrolled.setMinSize(upright ? LEAST_WIDTH : LEAST_WIDTH * SHARES.length, LEAST_HEIGHT);
  }

  private Combo combo(Composite parent, String tip) {
    var combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
    combo.setToolTipText(tip);
    combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> figures.show(
        metrics.get(across.getSelectionIndex()), metrics.get(up.getSelectionIndex()))));
    return combo;
  }

  /** Offer the figures of an exploration, and select those that are shown. */
  private void offer(Exploration exploration) {
    metrics = ExplorationText.all(exploration);
    String[] labels = metrics.stream().map(Metric::label).toArray(String[]::new);
    across.setItems(labels);
    across.select(metrics.indexOf(figures.across()));
    up.setItems(labels);
    up.select(metrics.indexOf(figures.up()));
  }

  private static void tab(CTabFolder tabs, String title, Composite content) {
    var item = new CTabItem(tabs, SWT.NONE);
    item.setText(title);
    item.setControl(content);
  }

  Composite control() {
    return all;
  }

  private void open(Explored.Priced design, Runnable open) {
    select(design);
    open.run();
  }

  /** Show what a sweep found; grey when the text asks something else by now. */
  void show(LiveSweep live, LiveSweep.Found found, boolean outdated) {
    Exploration exploration = live.question().exploration();
    boolean anew = live != sweep;
    sweep = live;
    grey = outdated;
    if (anew) {
      brushing.set(Brush.NONE);
      shown = null;
      figures.show(ExplorationPlot.across(exploration), exploration.metrics().getFirst());
      offer(exploration);
      sensitivity.clear();
    }
    DesignSelection before = shown;
    draw(DesignSelection.of(exploration, found, before == null ? Brush.NONE : before.brush(),
        before == null ? null : before.selected()));
  }

  private void draw(DesignSelection next) {
    shown = next;
    table.show(next, grey);
    drawPlots(next);
  }

  private void drawPlots(DesignSelection next) {
    parallel.show(next, grey);
    figures.show(next, grey);
    legend.show(parallel.chart(), grey);
    say(words(next));
    changed.run();
  }

  private void say(String words) {
    if (!words.equals(details.getText())) { // laying out takes its time
      details.setText(words);
      all.layout(new Control[] {details});
    }
  }

  private static String words(DesignSelection now) {
    if (now.selected() != null) {
      return DesignWords.of(now.exploration(), now.selected()).replace("&", "&&") + "  <a>Open as text</a>";
    }
    String kept = now.brush().ranges().isEmpty() ? "" : "%d of %d priced designs lie in the ranges. ".formatted(
        now.shown().size(), now.found().designs().size());
    String left = now.found().priced() == now.found().designs().size() ? ""
        : "Of %d priced designs, the front and %d others are kept. ".formatted(now.found().priced(),
            now.found().designs().size() - now.front().size());
    String many = now.shown().size() <= DesignTable.MOST_ROWS ? ""
        : "The table has the first %d of %d. ".formatted(DesignTable.MOST_ROWS, now.shown().size());
    return left + kept + many + "Drag along an axis to keep a range; click a design to select it, twice to open it as text.";
  }

  private void brush(Brush next) {
    if (shown != null) {
      draw(shown.brushed(next));
    }
  }

  /** Show all designs again. */
  void clearRanges() {
    brushing.set(Brush.NONE);
    brush(Brush.NONE);
  }

  private void select(Explored.Priced design) {
    if (shown != null && sweep != null && !design.equals(shown.selected())) {
      shown = shown.selecting(design);
      table.pointOut(shown);
      drawPlots(shown);
      sensitivity.show(sweep, design);
    }
  }

  /** Return the design that is selected. */
  Optional<Explored.Priced> selected() {
    return Optional.ofNullable(shown).map(DesignSelection::selected);
  }

  boolean isBrushed() {
    return shown != null && !shown.brush().ranges().isEmpty();
  }

  /** Return how what is shown can be written into files. */
  List<Export> exports(LiveSweep live) {
    var exports = new ArrayList<Export>();
    DesignSelection now = shown;
    if (now != null) {
      Exploration exploration = now.exploration();
      exports.add(Export.text("Designs", "csv", () -> ExplorationRows.header(exploration) + now.shown().stream()
          .map(each -> ExplorationRows.row(exploration, each.design(),
              new Outcome(each.design().index(), Outcome.Status.PRICED, Optional.of(each.cost()), "")))
          .collect(Collectors.joining())));
      exports.add(Export.text("Figures", "svg", () -> ExplorationPlot.of(live.explored(), figures.across(), figures.up()).svg()));
      exports.add(Export.picture("Figures", figures.chart()));
      exports.add(Export.text("Parallel coordinates", "svg", () -> new ParallelCoordinates(live.explored(), "x").picture()));
      exports.add(Export.picture("Parallel coordinates", parallel.chart()));
    }
    return exports;
  }
}
