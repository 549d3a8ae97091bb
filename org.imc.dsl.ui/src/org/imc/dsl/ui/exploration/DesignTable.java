package org.imc.dsl.ui.exploration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.imc.dsl.report.ExplorationText;
import org.imc.dsl.report.Explored;
import org.imc.engine.explore.Exploration;
import org.imc.engine.explore.Metric;
import org.jspecify.annotations.Nullable;

/**
 * The designs that are shown, a row each, those of the front in bold. Of many, those that come first in the chosen order.
 *
 * <p>No virtual table: changing the theme while one is shown ends GTK, and the process with it.
 */
final class DesignTable {

  /** More rows would keep the UI thread waiting at each look at a sweep; nobody reads so many. */
  static final int MOST_ROWS = 1_000;

  private static final int PADDING = 16;

  /** Beside the title of the column that is sorted by, px. */
  private static final int ARROW = 12;

  /** Rows that columns are as wide as: others differ by little. */
  private static final int MEASURED_ROWS = 20;

  /** What a row shows. */
  private record Row(Explored.Priced design, boolean best, boolean outdated) { }

  private final Table table;
  private Consumer<Explored.Priced> selecting = design -> { };
  private Consumer<Explored.Priced> opening = design -> { };
  private List<Explored.Priced> rows = List.of();
  private @Nullable DesignSelection shown;
  private @Nullable Exploration columnsOf;
  private boolean grey;

  DesignTable(Composite parent) {
    table = new Table(parent, SWT.FULL_SELECTION | SWT.SINGLE | SWT.H_SCROLL | SWT.V_SCROLL);
    table.setHeaderVisible(true);
    table.setLinesVisible(true);
    table.addListener(SWT.Selection, event -> chosen(selecting));
    table.addListener(SWT.DefaultSelection, event -> chosen(opening)); // a double click, or Enter
  }

  Table table() {
    return table;
  }

  /** Call somebody with the design of the row that the user selects. */
  void onSelect(Consumer<Explored.Priced> called) {
    selecting = called;
  }

  /** Call somebody with the design of the row that the user opens. */
  void onOpen(Consumer<Explored.Priced> called) {
    opening = called;
  }

  private void chosen(Consumer<Explored.Priced> called) {
    int index = table.getSelectionIndex();
    if (index >= 0 && index < rows.size()) {
      called.accept(rows.get(index));
    }
  }

  /** Show designs; grey while they are those of an older text. */
  void show(DesignSelection next, boolean outdated) {
    shown = next;
    grey = outdated;
    if (columnsOf != next.exploration()) {
      columnsOf = next.exploration();
      createColumns(next.exploration());
    }
    refresh();
    widen();
  }

  /** Select the row of what is selected, and bring it into sight, without telling anybody. */
  void pointOut(DesignSelection now) {
    shown = now;
    pointOut(now.selected());
  }

  private void pointOut(Explored.@Nullable Priced design) {
    int index = design == null ? -1 : rows.indexOf(design);
    if (index != table.getSelectionIndex()) {
      table.deselectAll();
      if (index >= 0) {
        table.setSelection(index);
      }
    }
  }

  private void createColumns(Exploration exploration) {
    table.setRedraw(false);
    table.removeAll();
    for (TableColumn column : table.getColumns()) {
      column.dispose();
    }
    column("design", SWT.RIGHT, Comparator.comparingLong(each -> each.design().index()));
    List<String> names = exploration.space().columns();
    for (int i = 0; i < names.size(); i++) {
      int index = i;
      column(names.get(i), SWT.LEFT, Comparator.comparingDouble(each -> place(index, each)));
    }
    for (Metric metric : ExplorationText.shown(exploration)) {
      column(metric.label(), SWT.RIGHT, Comparator.comparingDouble(each -> metric.of(each.cost())));
    }
    table.setSortColumn(table.getColumn(0));
    table.setSortDirection(SWT.UP);
    table.setRedraw(true);
  }

  /** Return where a design lies on the axis of a column; a column without an axis has one value. */
  private double place(int column, Explored.Priced design) {
    String title = columnsOf == null ? "" : columnsOf.space().columns().get(column);
    return shown == null ? 0 : shown.axes().stream().filter(axis -> axis.title().equals(title)).findFirst()
        .map(axis -> axis.share(design)).orElse(0.0);
  }

  private void column(String title, int style, Comparator<Explored.Priced> order) {
    var column = new TableColumn(table, style);
    column.setText(title);
    column.setData(order);
    column.setMoveable(true);
    column.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
      boolean again = table.getSortColumn() == column;
      table.setSortDirection(again && table.getSortDirection() == SWT.UP ? SWT.DOWN : SWT.UP);
      table.setSortColumn(column);
      refresh();
    }));
  }

  @SuppressWarnings("unchecked")
  private void refresh() {
    if (shown == null) {
      return;
    }
    var sorted = new ArrayList<>(shown.shown());
    var order = (Comparator<Explored.Priced>) table.getSortColumn().getData();
    sorted.sort(table.getSortDirection() == SWT.DOWN ? order.reversed() : order);
    rows = sorted.subList(0, Math.min(sorted.size(), MOST_ROWS));
    fill();
    pointOut(shown.selected());
  }

  private void fill() {
    table.setRedraw(false);
    if (table.getItemCount() > rows.size()) {
      table.remove(rows.size(), table.getItemCount() - 1);
    }
    for (int i = 0; i < rows.size() && shown != null; i++) {
      TableItem item = i < table.getItemCount() ? table.getItem(i) : new TableItem(table, SWT.NONE);
      var row = new Row(rows.get(i), shown.isBest(rows.get(i)), grey);
      if (!row.equals(item.getData())) {
        fill(item, row);
      }
    }
    table.setRedraw(true);
  }

  private void fill(TableItem item, Row row) {
    item.setData(row);
    item.setText(cells(row.design()).toArray(String[]::new));
    item.setFont(row.best() ? JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT) : null);
    item.setForeground(row.outdated() ? table.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND) : null);
  }

  private List<String> cells(Explored.Priced row) {
    var cells = new ArrayList<>(List.of(Long.toString(row.design().index())));
    cells.addAll(row.design().values());
    if (columnsOf != null) {
      ExplorationText.shown(columnsOf).forEach(metric -> cells.add(ExplorationText.figure(metric, row.cost())));
    }
    return cells;
  }

  /** Make columns at least as wide as their titles and the first rows. */
  private void widen() {
    var gc = new GC(table);
    gc.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    List<List<String>> first = rows.stream().limit(MEASURED_ROWS).map(this::cells).toList();
    for (int i = 0; i < table.getColumnCount(); i++) {
      TableColumn column = table.getColumn(i);
      int needed = gc.textExtent(column.getText()).x + ARROW;
      for (List<String> cells : first) {
        needed = Math.max(needed, gc.textExtent(cells.get(i)).x);
      }
      column.setWidth(Math.max(column.getWidth(), needed + PADDING));
    }
    gc.dispose();
  }
}
