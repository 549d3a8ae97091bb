package org.imc.dsl.ui.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IActionBars;
import org.imc.dsl.chart.Drawing;
import org.imc.dsl.ide.results.ElementCost;
import org.imc.dsl.report.Figures;
import org.imc.dsl.ui.architecture.ArchitectureDrawing.Measure;
import org.imc.dsl.ui.evaluation.State.Answer;
import org.imc.dsl.ui.views.DrawingCanvas;
import org.imc.dsl.ui.views.Export;
import org.imc.dsl.ui.views.Results;
import org.imc.dsl.ui.views.StudyView;
import org.imc.engine.ElementId;
import org.imc.engine.result.Evaluation;
import org.jspecify.annotations.Nullable;

/** What a chip is made of and where its area and energy go; a click leads to the declaration. */
public final class ArchitectureView extends StudyView {

  public static final String ID = "org.imc.dsl.ui.architecture";

  private DrawingCanvas canvas;
  private Measure size = Measure.AREA;
  private @Nullable Evaluation shown;

  @Override
  protected void createContent(Composite parent) {
    canvas = DrawingCanvas.in(parent);
    canvas.onClick(link -> session().focus(new ElementId(link)));
  }

  @Override
  protected void addActions(IActionBars bars) {
    for (Measure each : Measure.values()) {
      var action = new Action("Size: " + each.word(), IAction.AS_RADIO_BUTTON) {
        @Override
        public void run() {
          if (isChecked()) {
            size = each;
            shown = null;
            refresh();
          }
        }
      };
      action.setToolTipText("Size boxes by %s, colour them by %s".formatted(each.word(), each.other().word()));
      action.setChecked(each == size);
      bars.getToolBarManager().add(action);
    }
  }

  @Override
  protected String headline(Evaluation evaluation) {
    return "%s, %s per inference".formatted(
        Figures.area(evaluation.area().totalMm2()), Figures.energy(evaluation.energy().totalPj()));
  }

  @Override
  protected void show(Answer answer, Evaluation evaluation, boolean outdated) {
    if (evaluation != shown) {
      shown = evaluation;
      Measure by = size;
      Display display = canvas.getDisplay();
      Job.createSystem("Lay out the architecture", (ICoreRunnable) monitor -> {
        try {
          Drawing drawing = ArchitectureDrawing.of(evaluation, by);
          display.asyncExec(() -> drawn(evaluation, drawing));
        } catch (RuntimeException e) {
          ILog.of(ArchitectureView.class).error("The architecture could not be drawn.", e);
        }
      }).schedule();
    }
  }

  private void drawn(Evaluation evaluation, Drawing drawing) {
    if (evaluation == shown && !canvas.isDisposed()) {
      canvas.show(drawing);
    }
  }

  @Override
  protected void pointOut(ElementId element) {
    canvas.select(Optional.of(element.value()));
  }

  @Override
  public List<Export> exports() {
    var exports = new ArrayList<>(canvas.exports());
    Results.of(session().state()).ifPresent(result ->
        exports.add(Export.text("Costs", "csv", () -> ElementCost.csv(result.evaluation()))));
    return exports;
  }

  @Override
  public void setFocus() {
    canvas.setFocus();
  }
}
