package org.imc.dsl.ui.results;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.texteditor.ITextEditor;
import org.imc.dsl.ide.live.Analysis;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.dsl.lowering.SourceMap;
import org.imc.dsl.ui.results.State.Answer;
import org.imc.dsl.ui.results.State.Phase;
import org.imc.dsl.ui.sources.Places;
import org.imc.dsl.ui.sources.Snapshots;
import org.imc.dsl.ui.sources.SourceChanges;
import org.imc.engine.result.Evaluation;

/** The answers to the studies of the active editor's file, live while it is typed. */
public final class ResultsView extends ViewPart {

  public static final String ID = "org.imc.dsl.ui.results";

  private static final int MARGIN = 6;
  private static final double LEAST_CHART = 0.4;

  private ResultsModel model;
  private StudyTracker tracker;
  private EditorTracking editors;
  private SourceChanges otherFiles;

  private Composite stack;
  private Composite empty;
  private Label message;
  private Composite answer;
  private Combo study;
  private Label headline;
  private SashForm sash;
  private LayerTable table;
  private EnergyChart chart;
  private Action stop;
  private Action again;

  @Override
  public void createPartControl(Composite parent) {
    stack = new Composite(parent, SWT.NONE);
    stack.setLayout(new StackLayout());
    createMessage();
    createAnswer();
    createActions();
    model = new ResultsModel(parent.getDisplay(), this::show);
    tracker = new StudyTracker(parent.getDisplay(), this::analysed);
    show(model.state());
    editors = new EditorTracking(getSite().getPage(), this::follow);
    editors.start();
    Display display = parent.getDisplay();
    otherFiles = new SourceChanges(() -> display.asyncExec(tracker::refresh));
    otherFiles.start();
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
        SelectionListener.widgetSelectedAdapter(event -> model.select(study.getSelectionIndex())));
    GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(study);
    headline = new Label(answer, SWT.WRAP);
    GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(1, SWT.DEFAULT).applyTo(headline);
    sash = new SashForm(answer, SWT.HORIZONTAL);
    GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(sash);
    table = new LayerTable(sash);
    chart = new EnergyChart(sash);
    sash.addListener(SWT.Resize, event -> fit());
    table.onSelect(row -> place(row).ifPresent(this::reveal));
    table.onOpen(row -> place(row).ifPresent(place -> Places.open(getSite().getPage(), place)));
  }

  /** Give the table the width that its columns need, as long as enough is left for the chart. */
  private void fit() {
    int all = sash.getClientArea().width;
    int most = (int) (all * (1 - LEAST_CHART));
    int needed = Math.min(table.width(), most);
    if (needed > 0) {
      sash.setWeights(needed, all - needed);
    }
  }

  private void createActions() {
    var images = PlatformUI.getWorkbench().getSharedImages();
    stop = new Action("Stop Evaluating") {
      @Override
      public void run() {
        model.cancel();
      }
    };
    stop.setImageDescriptor(images.getImageDescriptor(ISharedImages.IMG_ELCL_STOP));
    stop.setDisabledImageDescriptor(images.getImageDescriptor(ISharedImages.IMG_ELCL_STOP_DISABLED));
    again = new Action("Evaluate Again") {
      @Override
      public void run() {
        model.retry();
      }
    };
    again.setImageDescriptor(images.getImageDescriptor(ISharedImages.IMG_TOOL_REDO));
    again.setDisabledImageDescriptor(images.getImageDescriptor(ISharedImages.IMG_TOOL_REDO_DISABLED));
    var bars = getViewSite().getActionBars();
    bars.getToolBarManager().add(again);
    bars.getToolBarManager().add(stop);
  }

  @Override
  public void setFocus() {
    table.table().setFocus();
  }

  @Override
  public void dispose() {
    if (editors != null) {
      otherFiles.stop();
      editors.stop();
      tracker.follow(null);
      model.dispose();
    }
    super.dispose();
  }

  private void follow(Optional<ITextEditor> editor) {
    if (editor.isPresent() && editor.get() == tracker.editor()) {
      tracker.refresh(); // what it imports may have been edited meanwhile
      return;
    }
    tracker.follow(editor.orElse(null));
    if (editor.isEmpty()) {
      model.clear(ResultsModel.NO_EDITOR);
    }
  }

  private void analysed(ITextEditor editor, Analysis analysis) {
    var document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
    if (!stack.isDisposed() && document != null) {
      FindingMarkers.retain(Snapshots.uri(document), analysis.studies());
      model.show(editor.getTitle(), analysis);
    }
  }

  private void show(State state) {
    if (stack.isDisposed()) {
      return;
    }
    boolean running = false;
    boolean stopped = false;
    if (state instanceof Answer shown) {
      running = shown.phase() == Phase.RUNNING;
      stopped = shown.phase().isStopped();
      showAnswer(shown);
    } else if (state instanceof State.Empty nothing) {
      message.setText(nothing.message());
    }
    stop.setEnabled(running);
    again.setEnabled(stopped);
    ((StackLayout) stack.getLayout()).topControl = state instanceof Answer ? answer : empty;
    stack.layout(true, true);
  }

  private void showAnswer(Answer shown) {
    String[] titles = shown.studies().stream().map(LoweredStudy::title).toArray(String[]::new);
    if (!Arrays.equals(titles, study.getItems())) {
      study.setItems(titles);
    }
    study.select(shown.selected());
    boolean several = titles.length > 1;
    study.setVisible(several);
    ((GridData) study.getLayoutData()).exclude = !several;
    ((GridData) headline.getLayoutData()).horizontalSpan = several ? 1 : 2;
    Evaluation evaluation = shown.evaluation();
    boolean outdated = shown.phase() != Phase.DONE;
    String words = headline(shown);
    headline.setText(several || shown.phase() == Phase.BLOCKED ? words : shown.study().title() + ": " + words); // the choice says it already
    headline.setToolTipText(headline.getText());
    sash.setVisible(evaluation != null);
    table.show(evaluation, outdated);
    chart.show(evaluation, outdated);
    if (!outdated && evaluation != null) {
      FindingMarkers.replace(shown.study(), evaluation);
    }
  }

  private static String headline(Answer shown) {
    Evaluation evaluation = shown.evaluation();
    return switch (shown.phase()) {
      case RUNNING -> "evaluating…";
      case CANCELLED -> "stopped; the button above evaluates again";
      case FAILED, BLOCKED -> shown.remark();
      case DONE -> evaluation == null ? "" : Headline.of(evaluation);
    };
  }

  private Optional<SourceMap.Place> place(Row row) {
    return row.id() == null || !(model.state() instanceof Answer shown)
        ? Optional.empty()
        : shown.study().sources().place(row.id());
  }

  private void reveal(SourceMap.Place place) {
    ITextEditor editor = tracker.editor();
    if (editor != null && Places.isIn(editor, place.file())) {
      Places.select(editor, place);
    }
  }
}
