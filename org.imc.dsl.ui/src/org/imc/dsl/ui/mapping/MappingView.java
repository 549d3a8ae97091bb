package org.imc.dsl.ui.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.imc.dsl.report.Figures;
import org.imc.dsl.report.FileNames;
import org.imc.dsl.report.ReportFormat;
import org.imc.dsl.ui.evaluation.State.Answer;
import org.imc.dsl.ui.views.DrawingCanvas;
import org.imc.dsl.ui.views.Export;
import org.imc.dsl.ui.views.Results;
import org.imc.dsl.ui.views.StudyView;
import org.imc.engine.ElementId;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.LayerEvaluation;
import org.jspecify.annotations.Nullable;

/** How a layer is mapped: its loops, what each memory keeps, which port is too slow. */
public final class MappingView extends StudyView {

  public static final String ID = "org.imc.dsl.ui.mapping";

  private Combo layer;
  private Label none;
  private DrawingCanvas canvas;
  private List<LayerEvaluation> layers = List.of();
  private @Nullable Evaluation shown;
  private @Nullable ElementId chosen;

  @Override
  protected void createContent(Composite parent) {
    GridLayoutFactory.fillDefaults().numColumns(3).applyTo(parent);
    new Label(parent, SWT.NONE).setText("Layer:");
    layer = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
    layer.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> chooseLayer(layer.getSelectionIndex())));
    none = new Label(parent, SWT.NONE);
    GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(none);
    canvas = DrawingCanvas.in(parent);
    filling().span(3, 1).applyTo(canvas.getParent());
    canvas.onClick(this::focusMemory);
    for (var label : parent.getChildren()) {
      if (label.getLayoutData() == null) {
        GridDataFactory.swtDefaults().applyTo(label);
      }
    }
  }

  @Override
  protected void addActions(IActionBars bars) {
    var copy = new Action("Copy as Mapping Block") {
      @Override
      public void run() {
        copy();
      }
    };
    copy.setToolTipText("Copy the mappings of all layers as text of the language, which gives the same figures again");
    copy.setImageDescriptor(PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(ISharedImages.IMG_TOOL_COPY));
    bars.getToolBarManager().add(copy);
  }

  @Override
  protected String headline(Evaluation evaluation) {
    return "%d of %d layers mapped, %s".formatted(
        evaluation.layers().stream().filter(each -> each.mapping() != null).count(),
        evaluation.study().network().layers().size(),
        evaluation.isProven() ? "proven optimal" : "not proven optimal");
  }

  @Override
  protected void show(Answer answer, Evaluation evaluation, boolean outdated) {
    if (evaluation == shown) {
      return;
    }
    shown = evaluation;
    layers = evaluation.layers().stream().filter(each -> each.mapping() != null).toList();
    layer.setItems(layers.stream().map(MappingView::title).toArray(String[]::new));
    layer.setEnabled(!layers.isEmpty());
    draw();
    layer.getParent().layout(true, true);
  }

  private static String title(LayerEvaluation each) {
    return "%s  %s, %s, %s".formatted(each.layer().name(), each.layer().operation(),
        Figures.energy(each.energy().totalPj()), Figures.time(each.latency().totalNs()));
  }

  private void draw() {
    int index = index(chosen).or(() -> layers.isEmpty() ? Optional.empty() : Optional.of(0)).orElse(-1);
    Evaluation evaluation = shown;
    if (index < 0 || evaluation == null) {
      none.setText("No layer has a mapping.");
      canvas.show(null);
    } else {
      layer.select(index);
      none.setText("");
      canvas.show(MappingDrawing.of(layers.get(index)).orElse(null));
    }
  }

  private Optional<Integer> index(@Nullable ElementId id) {
    for (int i = 0; i < layers.size(); i++) {
      if (layers.get(i).layer().id().equals(id)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private void chooseLayer(int index) {
    if (index >= 0 && index < layers.size()) {
      chosen = layers.get(index).layer().id();
      draw();
      session().focus(layers.get(index).layer().id());
    }
  }

  private void focusMemory(String name) {
    if (shown != null) {
      shown.study().architecture().memories().levels().stream().filter(level -> level.name().equals(name))
          .findFirst().map(MemoryLevel::id).ifPresent(session()::focus);
    }
  }

  @Override
  protected void pointOut(ElementId element) {
    if (index(element).isPresent()) {
      chosen = element;
      draw();
    } else {
      canvas.select(Optional.ofNullable(shown).flatMap(evaluation -> evaluation.study().architecture().memories().levels()
          .stream().filter(level -> level.id().equals(element)).findFirst().map(MemoryLevel::name)));
    }
  }

  private String block() {
    return Results.of(session().state()).map(result -> ReportFormat.MAPPING.render(List.of(result), FileNames.URIS)).orElse("");
  }

  private void copy() {
    String text = block();
    if (!text.isEmpty()) {
      var clipboard = new Clipboard(canvas.getDisplay());
      clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
      clipboard.dispose();
    }
  }

  @Override
  public List<Export> exports() {
    var exports = new ArrayList<>(canvas.exports());
    Results.of(session().state()).ifPresent(result -> {
      exports.add(Export.text("Mapping block", "imc", this::block));
      exports.add(Export.text("Layers", "csv", () -> ReportFormat.CSV.render(List.of(result), FileNames.URIS)));
    });
    return exports;
  }

  @Override
  public void setFocus() {
    layer.setFocus();
  }
}
