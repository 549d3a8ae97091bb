package org.imc.dsl.ui.chips;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.FindReplaceDocumentAdapter;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.texteditor.ITextEditor;
import org.imc.dsl.lowering.SourceMap.Place;
import org.imc.dsl.report.SurveyFormat;
import org.imc.dsl.report.SurveyPlot;
import org.imc.dsl.survey.SurveyChip;
import org.imc.dsl.survey.SurveyReader;
import org.imc.dsl.survey.SurveyRow;
import org.imc.dsl.ui.Language;
import org.imc.dsl.ui.evaluation.State;
import org.imc.dsl.ui.evaluation.State.Answer;
import org.imc.dsl.ui.sources.Places;
import org.imc.dsl.ui.views.Export;
import org.imc.dsl.ui.views.SessionView;

/** Published chips by efficiency and density, and where the chip under design stands among them. */
public final class ChipsView extends SessionView {

  public static final String ID = "org.imc.dsl.ui.chips";

  private ChipFilter filter;
  private ChipChart chart;
  private List<SurveyRow> rows = List.of();
  private Optional<Design> design = Optional.empty();

  @Override
  protected void createContent(Composite parent) {
    filter = new ChipFilter(parent, this::refresh);
    for (var line : parent.getChildren()) {
      GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).applyTo(line);
    }
    parent.addListener(SWT.Resize, event -> parent.layout(true, true)); // the filter's height depends on the width
    chart = new ChipChart(parent);
    chart.onOpen(point -> open(point.row().chip()));
    filling().applyTo(chart.chart());
    load(parent.getDisplay());
  }

  @Override
  protected void createActions(IActionBars bars) { }

  private void load(Display display) {
    Job.create("Read the published chips", (ICoreRunnable) monitor -> {
      try {
        List<SurveyRow> read = Language.get(SurveyReader.class).shipped();
        display.asyncExec(() -> {
          rows = read;
          refresh();
        });
      } catch (RuntimeException e) {
        ILog.of(ChipsView.class).error("The published chips cannot be read.", e);
      }
    }).schedule();
  }

  private List<SurveyRow> wanted() {
    return filter.filter().of(rows);
  }

  @Override
  protected void showNow() {
    if (rows.isEmpty()) {
      showMessage("Reading the published chips…");
      return;
    }
    List<ChipPoint> points = wanted().stream().map(row -> ChipPoint.of(row, filter.normalisation()))
        .filter(ChipPoint::isComplete).toList();
    showContent(true);
    chart.show(points, design, filter.normalisation());
    long chips = points.stream().map(point -> point.row().chip().name()).distinct().count();
    say("%d reported figures of %d chips%s. A click opens a chip's file.".formatted(points.size(), chips,
        design.map(own -> "; the square is macro '%s' at its peak".formatted(own.name())).orElse("")));
  }

  @Override
  public void changed(State state) {
    Optional<Design> now = state instanceof Answer shown && shown.evaluation() != null
        ? Optional.of(Design.of(shown.evaluation()))
        : Optional.empty();
    if (!now.equals(design)) {
      design = now;
      refresh();
    }
  }

  /** Open a chip's file on its name. */
  void open(SurveyChip chip) {
    Places.open(getSite().getPage(), new Place(chip.file(), 0, 0, 1, 1));
    if (getSite().getPage().getActiveEditor() instanceof ITextEditor editor) {
      IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
      try {
        IRegion found = new FindReplaceDocumentAdapter(document).find(0, "chip " + chip.name(), true, true, false, false);
        if (found != null) {
          editor.selectAndReveal(found.getOffset() + "chip ".length(), chip.name().length());
        }
      } catch (BadLocationException e) {
        ILog.of(ChipsView.class).warn("'%s' was not found.".formatted(chip.name()), e);
      }
    }
  }

  @Override
  public List<Export> exports() {
    var exports = new ArrayList<Export>();
    exports.add(Export.text("Chips", "csv",
        () -> SurveyFormat.CSV.render(wanted(), SurveyPlot.DENSITY, filter.normalisation())));
    exports.add(Export.text("Plot", "svg",
        () -> SurveyFormat.SVG.render(wanted(), SurveyPlot.DENSITY, filter.normalisation())));
    exports.add(Export.picture("Plot", chart.chart()));
    return exports;
  }

  @Override
  public void setFocus() {
    chart.chart().setFocus();
  }
}
