package org.imc.dsl.ui.results;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerComparator;
import org.eclipse.jface.viewers.ViewerFilter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.imc.dsl.report.ColumnScale;
import org.imc.engine.ElementId;
import org.imc.engine.result.Evaluation;
import org.jspecify.annotations.Nullable;

/** The layers of an evaluation, a row each, and a row for all of them that stays at the foot. */
final class LayerTable {

  private final TableViewer viewer;
  private ColumnScale energy = ColumnScale.energy(0);
  private ColumnScale time = ColumnScale.time(0);
  private @Nullable Evaluation shown;
  private boolean stale;
  private boolean pointingOut;

  LayerTable(Composite parent) {
    viewer = new TableViewer(parent, SWT.FULL_SELECTION | SWT.H_SCROLL | SWT.V_SCROLL);
    viewer.setContentProvider(ArrayContentProvider.getInstance());
    Table table = viewer.getTable();
    table.setHeaderVisible(true);
    table.setLinesVisible(true);
    for (LayerColumn column : LayerColumn.values()) {
      addColumn(column);
    }
    table.setSortColumn(table.getColumn(LayerColumn.LAYER.ordinal()));
    table.setSortDirection(SWT.UP);
    viewer.setComparator(new Sorter());
  }

  Table table() {
    return viewer.getTable();
  }

  /** Return how wide the table would like to be. */
  int width() {
    int width = table().getVerticalBar().getSize().x + 2 * table().getBorderWidth();
    int[] order = table().getColumnOrder();
    for (int i = 0; i < order.length - 1; i++) {
      width += table().getColumn(order[i]).getWidth();
    }
    int last = order[order.length - 1];
    return width + LayerColumn.values()[last].width(); // GTK stretches the last one to the edge
  }

  /** Call somebody with the row that the user selected. */
  void onSelect(Consumer<Row> listener) {
    viewer.addSelectionChangedListener(event -> {
      if (!pointingOut) {
        first(event.getStructuredSelection(), listener);
      }
    });
  }

  /** Select the row of a layer, if it has one, without telling anybody. */
  void pointOut(ElementId layer) {
    if (viewer.getInput() instanceof List<?> rows) {
      pointingOut = true;
      rows.stream().filter(row -> layer.equals(((Row) row).id())).findFirst()
          .ifPresent(row -> viewer.setSelection(new StructuredSelection(row), true));
      pointingOut = false;
    }
  }

  /** Show only rows whose name or operation has some words in it; the total always. */
  void filter(String words) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    viewer.setFilters(new ViewerFilter() {
      @Override
      public boolean select(Viewer filtered, @Nullable Object parent, Object element) {
        Row row = (Row) element;
        return row.isTotal() || row.name().toLowerCase(Locale.ROOT).contains(wanted) || row.operation().contains(wanted);
      }
    });
  }

  /** Call somebody with the row that was double-clicked. */
  void onOpen(Consumer<Row> listener) {
    viewer.addDoubleClickListener(event -> first((IStructuredSelection) event.getSelection(), listener));
  }

  /** Show an evaluation, or nothing; grey while a newer one is on its way. */
  void show(@Nullable Evaluation evaluation, boolean outdated) {
    if (evaluation != shown) {
      List<Row> rows = evaluation == null ? List.of() : Row.of(evaluation);
      energy = ColumnScale.energy(rows.stream().mapToDouble(Row::energyPj).max().orElse(0));
      time = ColumnScale.time(rows.stream().mapToDouble(Row::latencyNs).max().orElse(0));
      for (LayerColumn column : LayerColumn.values()) {
        TableColumn widget = table().getColumn(column.ordinal());
        widget.setText(column.title(energy, time));
      }
      stale = outdated;
      shown = evaluation;
      viewer.setInput(rows);
    } else if (stale != outdated) {
      stale = outdated;
      viewer.refresh();
    }
  }

  private void addColumn(LayerColumn column) {
    var viewerColumn = new TableViewerColumn(viewer, column.isNumber() ? SWT.RIGHT : SWT.LEFT);
    TableColumn widget = viewerColumn.getColumn();
    widget.setText(column.title(energy, time));
    widget.setToolTipText(column.tip());
    widget.setWidth(column.width());
    widget.setMoveable(true);
    widget.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> sort(widget)));
    viewerColumn.setLabelProvider(new Labels(column));
  }

  private void sort(TableColumn column) {
    Table table = table();
    boolean again = table.getSortColumn() == column;
    table.setSortDirection(again && table.getSortDirection() == SWT.UP ? SWT.DOWN : SWT.UP);
    table.setSortColumn(column);
    viewer.refresh();
  }

  private static void first(IStructuredSelection selection, Consumer<Row> listener) {
    if (selection.getFirstElement() instanceof Row row) {
      listener.accept(row);
    }
  }

  /** Sorts by the column whose head was clicked. */
  private final class Sorter extends ViewerComparator {

    @Override
    public int compare(Viewer sorted, Object one, Object other) {
      Row first = (Row) one;
      Row second = (Row) other;
      if (first.isTotal() || second.isTotal()) {
        return Boolean.compare(first.isTotal(), second.isTotal());
      }
      Comparator<Row> order = LayerColumn.values()[table().indexOf(table().getSortColumn())].order();
      return table().getSortDirection() == SWT.DOWN ? order.compare(second, first) : order.compare(first, second);
    }
  }

  /** Texts, grey when outdated; the total in bold. */
  private final class Labels extends ColumnLabelProvider {

    private final LayerColumn column;

    Labels(LayerColumn column) {
      this.column = column;
    }

    @Override
    public String getText(Object element) {
      return column.text((Row) element, energy, time);
    }

    @Override
    public @Nullable Font getFont(Object element) {
      return ((Row) element).isTotal() ? JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT) : null;
    }

    @Override
    public @Nullable Color getForeground(Object element) {
      return stale ? table().getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND) : null;
    }
  }
}
