package org.imc.dsl.ui.compare;

import java.util.function.Consumer;
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
import org.imc.dsl.ide.results.Comparison.Line;
import org.imc.dsl.ui.views.ThemeColours;
import org.jspecify.annotations.Nullable;

/** Two answers, a row a layer. What became less is blue, what became more is orange. */
final class ComparisonTable {

  private static final int[] WIDTHS = {140, 150, 80, 84, 140, 80, 84};

  private static final int REST = 8;

  private final TableViewer viewer;
  private @Nullable ComparisonFigures shown;

  ComparisonTable(Composite parent) {
    viewer = new TableViewer(parent, SWT.FULL_SELECTION | SWT.H_SCROLL | SWT.V_SCROLL);
    viewer.setContentProvider(ArrayContentProvider.getInstance());
    Table table = viewer.getTable();
    table.setHeaderVisible(true);
    table.setLinesVisible(true);
    for (int column = 0; column < WIDTHS.length; column++) {
      add(column);
    }
    var rest = new TableViewerColumn(viewer, SWT.LEFT); // GTK stretches the last column to the edge
    rest.getColumn().setWidth(REST);
    rest.getColumn().setResizable(false);
    rest.setLabelProvider(new ColumnLabelProvider() {
      @Override
      public String getText(Object element) {
        return "";
      }
    });
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

  void show(ComparisonFigures figures) {
    shown = figures;
    for (int column = 0; column < WIDTHS.length; column++) {
      table().getColumn(column).setText(figures.titles().get(column));
    }
    viewer.setInput(figures.lines());
  }

  private void add(int index) {
    var column = new TableViewerColumn(viewer, index == 0 ? SWT.LEFT : SWT.RIGHT);
    TableColumn widget = column.getColumn();
    widget.setWidth(WIDTHS[index]);
    column.setLabelProvider(new ColumnLabelProvider() {
      @Override
      public String getText(Object element) {
        return shown == null ? "" : shown.cells((Line) element).get(index);
      }

      @Override
      public @Nullable Font getFont(Object element) {
        boolean total = shown != null && shown.isTotal((Line) element);
        return total ? JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT) : null;
      }

      @Override
      public @Nullable Color getForeground(Object element) {
        int direction = ComparisonFigures.direction((Line) element, index);
        boolean dark = ThemeColours.isDark(table());
        return direction == 0 ? null
            : direction < 0 ? new Color(dark ? 0x7B : 0x19, dark ? 0xAF : 0x65, dark ? 0xDE : 0xB0)
            : new Color(dark ? 0xF6 : 0xC0, dark ? 0xA0 : 0x50, dark ? 0x6A : 0x00);
      }
    });
  }
}
