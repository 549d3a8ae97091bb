package org.imc.dsl.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.imc.dsl.ide.results.Change;
import org.imc.dsl.ide.results.Comparison;
import org.imc.dsl.ide.results.Comparison.Line;
import org.imc.dsl.report.ColumnScale;
import org.imc.dsl.ui.views.ThemeColours;
import org.jspecify.annotations.Nullable;

/** Two answers, a row a layer. What became less is blue, what became more is orange. */
final class ComparisonTable {

  private static final double NEWS = 0.0005;

  private final TableViewer viewer;
  private ColumnScale energy = ColumnScale.energy(0);
  private ColumnScale time = ColumnScale.time(0);
  private @Nullable Comparison shown;

  ComparisonTable(Composite parent) {
    viewer = new TableViewer(parent, SWT.FULL_SELECTION | SWT.H_SCROLL | SWT.V_SCROLL);
    viewer.setContentProvider(ArrayContentProvider.getInstance());
    Table table = viewer.getTable();
    table.setHeaderVisible(true);
    table.setLinesVisible(true);
    add("Layer", 140, SWT.LEFT, Line::name, line -> 1);
    add("Energy before", 150, SWT.RIGHT, line -> energy.format(line.energyPjBefore()), line -> 1);
    add("now", 80, SWT.RIGHT, line -> energy.format(line.energyPj()), line -> 1);
    add("change", 84, SWT.RIGHT, line -> Change.of(line.energyPjBefore(), line.energyPj()),
        line -> line.energyPj() / line.energyPjBefore());
    add("Time before", 140, SWT.RIGHT, line -> time.format(line.timeNsBefore()), line -> 1);
    add("now", 80, SWT.RIGHT, line -> time.format(line.timeNs()), line -> 1);
    add("change", 84, SWT.RIGHT, line -> Change.of(line.timeNsBefore(), line.timeNs()),
        line -> line.timeNs() / line.timeNsBefore());
  }

  Table table() {
    return viewer.getTable();
  }

  /** Call somebody with the name of the layer that is selected. */
  void onSelect(Consumer<String> listener) {
    viewer.addSelectionChangedListener(event -> {
      if (event.getStructuredSelection().getFirstElement() instanceof Line line) {
        listener.accept(line.name());
      }
    });
  }

  void show(Comparison comparison) {
    shown = comparison;
    var lines = new ArrayList<>(comparison.layers());
    lines.add(comparison.total());
    energy = ColumnScale.energy(largest(lines, Line::energyPj, Line::energyPjBefore));
    time = ColumnScale.time(largest(lines, Line::timeNs, Line::timeNsBefore));
    table().getColumn(1).setText("Energy before (%s)".formatted(energy.unit()));
    table().getColumn(4).setText("Time before (%s)".formatted(time.unit()));
    viewer.setInput(lines);
  }

  private static double largest(List<Line> lines, ToDoubleFunction<Line> one, ToDoubleFunction<Line> other) {
    return lines.stream().mapToDouble(line -> Math.max(orZero(one.applyAsDouble(line)), orZero(other.applyAsDouble(line)))).max().orElse(0);
  }

  private static double orZero(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  private void add(String title, int width, int style, Function<Line, String> text, ToDoubleFunction<Line> ratio) {
    var column = new TableViewerColumn(viewer, style);
    TableColumn widget = column.getColumn();
    widget.setText(title);
    widget.setWidth(width);
    column.setLabelProvider(new ColumnLabelProvider() {
      @Override
      public String getText(Object element) {
        return text.apply((Line) element);
      }

      @Override
      public @Nullable Font getFont(Object element) {
        boolean total = shown != null && element == shown.total();
        return total ? JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT) : null;
      }

      @Override
      public @Nullable Color getForeground(Object element) {
        double change = ratio.applyAsDouble((Line) element) - 1;
        boolean dark = ThemeColours.isDark(table());
        return Math.abs(change) < NEWS || Double.isNaN(change) ? null
            : change < 0 ? new Color(dark ? 0x7B : 0x19, dark ? 0xAF : 0x65, dark ? 0xDE : 0xB0)
            : new Color(dark ? 0xF6 : 0xC0, dark ? 0xA0 : 0x50, dark ? 0x6A : 0x00);
      }
    });
  }
}
