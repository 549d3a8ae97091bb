package org.imc.dsl.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IActionBars;
import org.imc.dsl.ide.results.Change;
import org.imc.dsl.ide.results.Comparison;
import org.imc.dsl.ide.results.StudyResults;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.dsl.ui.Language;
import org.imc.dsl.ui.compare.Other.Version;
import org.imc.dsl.ui.evaluation.EvaluationJob;
import org.imc.dsl.ui.evaluation.State.Answer;
import org.imc.dsl.ui.views.Export;
import org.imc.dsl.ui.views.StudyView;
import org.imc.engine.result.Evaluation;
import org.jspecify.annotations.Nullable;

/** The answer that is shown beside another one, layer by layer. */
public final class CompareView extends StudyView {

  public static final String ID = "org.imc.dsl.ui.compare";

  private Combo with;
  private Label remark;
  private ComparisonTable table;
  private List<Other> others = List.of();
  private List<Version> versions = List.of();
  private String versionsOf = "";
  private @Nullable Job reading;
  private Optional<Other> pinned = Optional.empty();
  private @Nullable String chosen;
  private @Nullable Evaluation now;
  private @Nullable Evaluation before;
  private @Nullable Evaluation compared;
  private @Nullable Comparison comparison;

  @Override
  protected void createContent(Composite parent) {
    GridLayoutFactory.fillDefaults().numColumns(3).applyTo(parent);
    var label = new Label(parent, SWT.NONE);
    label.setText("Compared with:");
    GridDataFactory.swtDefaults().applyTo(label);
    with = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
    with.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
      chosen = with.getText();
      compare();
    }));
    GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(380, SWT.DEFAULT).applyTo(with);
    remark = new Label(parent, SWT.NONE);
    GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(remark);
    table = new ComparisonTable(parent);
    filling().span(3, 1).applyTo(table.table());
    table.onSelect(this::focusLayer);
  }

  @Override
  protected void addActions(IActionBars bars) {
    var pin = new Action("Pin") {
      @Override
      public void run() {
        pin();
      }
    };
    pin.setToolTipText("Keep the answer that is shown, to compare later ones with it");
    bars.getToolBarManager().add(pin);
  }

  private void pin() {
    if (now != null && session().state() instanceof Answer shown) {
      pinned = Optional.of(new Other.Known("pinned: " + shown.study().title(), now));
      chosen = pinned.get().label();
      refresh();
    }
  }

  @Override
  protected String headline(Evaluation evaluation) {
    return comparison == null ? "nothing to compare with yet: edit the file, or pin this answer" : "%s energy, %s time".formatted(
        Change.of(comparison.total().energyPjBefore(), comparison.total().energyPj()),
        Change.of(comparison.total().timeNsBefore(), comparison.total().timeNs()));
  }

  @Override
  protected void show(Answer shown, Evaluation evaluation, boolean outdated) {
    if (outdated) {
      return;
    }
    now = evaluation;
    if (!shown.file().equals(versionsOf)) {
      versionsOf = shown.file();
      versions = List.of();
    }
    offer(shown);
    compare();
    readVersions(shown);
  }

  /** Offer all that is known of by now. */
  private void offer(Answer shown) {
    var offered = new ArrayList<Other>();
    pinned.ifPresent(offered::add);
    offered.addAll(Other.of(shown));
    offered.addAll(versions);
    String[] labels = offered.stream().map(Other::label).toArray(String[]::new);
    if (!List.of(labels).equals(List.of(with.getItems()))) {
      with.setItems(labels);
    }
    others = offered;
    if (!others.isEmpty()) {
      with.select(Math.max(0, with.indexOf(chosen == null ? "" : chosen)));
    }
    with.setEnabled(!others.isEmpty());
  }

  /** Look for older versions, which takes a moment, and offer them too. */
  private void readVersions(Answer shown) {
    if (reading != null) {
      reading.cancel();
    }
    Display display = with.getDisplay();
    document().ifPresent(open -> {
      Job job = Job.createSystem("Read the versions of " + shown.file(), (ICoreRunnable) monitor -> {
        List<Version> found = PastVersions.of(open, shown.selected());
        display.asyncExec(() -> {
          if (!monitor.isCanceled() && !with.isDisposed()) {
            String before = with.getText();
            versions = found;
            offer(shown);
            if (!with.getText().equals(before)) {
              compare();
            }
          }
        });
      });
      job.schedule();
      reading = job;
    });
  }

  private Optional<IDocument> document() {
    return session().editor().flatMap(editor ->
        Optional.ofNullable(editor.getDocumentProvider().getDocument(editor.getEditorInput())));
  }

  private void compare() {
    int index = with.getSelectionIndex();
    if (index < 0) {
      remark.setText("");
      return;
    }
    switch (others.get(index)) {
      case Other.Known known -> show(known.evaluation());
      case Other.Asked asked -> ask(asked.lowered(), with.getText());
      case Version version -> read(version);
    }
  }

  /** Read an older version in the background, then ask for its answer. */
  private void read(Version version) {
    remark.setText("reading…");
    Display display = with.getDisplay();
    Job.create("Read the " + version.label(), (ICoreRunnable) monitor -> {
      try {
        Optional<LoweredStudy> lowered = version.lower(monitor);
        display.asyncExec(() -> lowered.ifPresentOrElse(study -> ask(study, version.label()),
            () -> fail(version.label(), "That version has errors, or asks nothing.")));
      } catch (CoreException e) {
        display.asyncExec(() -> fail(version.label(), e.getMessage()));
      }
    }).schedule();
  }

  private void ask(LoweredStudy lowered, String label) {
    Optional<Evaluation> known = Language.get(StudyResults.class).answer(lowered.study());
    if (known.isPresent()) {
      shown(label, known.get());
      return;
    }
    remark.setText("evaluating…");
    Display display = with.getDisplay();
    var job = new EvaluationJob(lowered);
    job.addJobChangeListener(new JobChangeAdapter() {
      @Override
      public void done(IJobChangeEvent event) {
        display.asyncExec(() -> job.evaluation().ifPresentOrElse(answer -> shown(label, answer),
            () -> fail(label, "It was not evaluated.")));
      }
    });
    job.schedule();
  }

  private void shown(String label, Evaluation answer) {
    if (!with.isDisposed() && with.getText().equals(label)) {
      show(answer);
    }
  }

  private void fail(String label, String why) {
    if (!with.isDisposed() && with.getText().equals(label)) {
      remark.setText(why);
    }
  }

  private void show(Evaluation other) {
    remark.setText("");
    boolean news = before != other || comparison == null || now != compared;
    before = other;
    if (now != null && news) {
      compared = now;
      comparison = Comparison.of(other, now);
      table.show(ComparisonFigures.of(comparison));
      refreshHeadline();
    }
  }

  private void focusLayer(String name) {
    if (now != null) {
      now.study().network().layers().stream().filter(layer -> layer.name().equals(name)).findFirst()
          .ifPresent(layer -> session().focus(layer.id()));
    }
  }

  @Override
  public List<Export> exports() {
    var exports = new ArrayList<Export>();
    Comparison shown = comparison;
    if (shown != null) {
      exports.add(Export.text("Layers", "csv", shown::csv));
      exports.add(Export.text("Table", "svg", () -> ComparisonDrawing.of(ComparisonFigures.of(shown), title()).svg()));
      exports.add(Export.picture("Table", table.table()));
    }
    return exports;
  }

  private String title() {
    return session().state() instanceof Answer answer
        ? "%s, compared with %s".formatted(answer.study().title(), with.getText())
        : "Comparison";
  }

  @Override
  public void setFocus() {
    table.table().setFocus();
  }
}
