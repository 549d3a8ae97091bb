package org.imc.dsl.ui.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IActionBars;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.dsl.ide.live.Findings;
import org.imc.dsl.ide.results.ResultLine;
import org.imc.dsl.report.CsvReport;
import org.imc.dsl.ui.evaluation.State.Answer;
import org.imc.dsl.ui.views.Export;
import org.imc.dsl.ui.views.StudyView;
import org.imc.engine.ElementId;
import org.imc.engine.result.Evaluation;

/** The answers to the studies of the active editor's file, layer by layer, live while it is typed. */
public final class ResultsView extends StudyView {

  public static final String ID = "org.imc.dsl.ui.results";

  private static final double LEAST_CHART = 0.3;

  private SashForm sash;
  private LayerTable table;
  private BarChart chart;
  private Bars.Kind kind = Bars.Kind.ENERGY;

  @Override
  protected void createContent(Composite parent) {
    sash = new SashForm(parent, SWT.HORIZONTAL);
    var left = new Composite(sash, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(left);
    table = new LayerTable(left);
    filling().applyTo(table.table());
    var filter = new Text(left, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
    filter.setMessage("layers or operations with…");
    filter.addModifyListener(event -> table.filter(filter.getText()));
    GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
    var right = new Composite(sash, SWT.NONE); // themes style it, but not the sash
    right.setLayout(new FillLayout());
    chart = new BarChart(right);
    sash.addListener(SWT.Resize, event -> sash.getDisplay().asyncExec(this::fit)); // a chart takes long to lay itself out
    table.onSelect(row -> focus(row));
    table.onOpen(row -> open(row));
  }

  private void focus(Row row) {
    if (row.id() != null) {
      session().focus(row.id());
    }
  }

  private void open(Row row) {
    if (row.id() != null) {
      session().open(row.id());
    }
  }

  /** Give the table the width that its columns need, as long as enough is left for the chart. */
  private void fit() {
    if (sash.isDisposed()) {
      return;
    }
    int all = sash.getClientArea().width;
    int most = (int) (all * (1 - LEAST_CHART));
    int needed = Math.min(table.width(), most);
    if (needed > 0 && needed != table.table().getParent().getSize().x) {
      sash.setWeights(needed, all - needed);
    }
  }

  @Override
  protected void addActions(IActionBars bars) {
    for (Bars.Kind each : Bars.Kind.values()) {
      var action = new Action(each.word(), IAction.AS_RADIO_BUTTON) {
        @Override
        public void run() {
          if (isChecked()) {
            kind = each;
            refresh();
          }
        }
      };
      action.setToolTipText("Show bars of " + each.word().toLowerCase(Locale.ROOT));
      action.setChecked(each == kind);
      bars.getToolBarManager().add(action);
    }
  }

  @Override
  protected String headline(Evaluation evaluation) {
    return ResultLine.inFull(evaluation);
  }

  @Override
  protected void show(Answer shown, Evaluation evaluation, boolean outdated) {
    table.show(evaluation, outdated);
    chart.show(Bars.of(evaluation, kind), outdated);
  }

  @Override
  protected void pointOut(ElementId element) {
    table.pointOut(element);
  }

  @Override
  public List<Export> exports() {
    var exports = new ArrayList<Export>();
    Bars bars = chart.bars();
    if (session().state() instanceof Answer shown && shown.evaluation() != null && bars != null) {
      Evaluation evaluation = shown.evaluation();
      var result = new StudyResult(shown.study(), evaluation, Findings.of(evaluation, shown.study().sources()));
      exports.add(Export.text("Layers", "csv", () -> new CsvReport().render(List.of(result))));
      exports.add(Export.text("Chart", "svg",
          () -> BarDrawing.of(bars, "%s: %s".formatted(shown.study().title(), bars.title())).svg()));
      exports.add(Export.picture("Chart", chart.chart()));
    }
    return exports;
  }

  @Override
  public void setFocus() {
    table.table().setFocus();
  }
}
