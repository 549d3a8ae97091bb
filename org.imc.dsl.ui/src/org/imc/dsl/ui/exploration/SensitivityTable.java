package org.imc.dsl.ui.exploration;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.imc.dsl.report.ExplorationText;
import org.imc.engine.explore.Exploration;
import org.imc.engine.explore.Metric;
import org.imc.engine.explore.Sensitivity;

/** What one step in one choice makes of a design's figures. */
final class SensitivityTable {

  private final Table table;

  SensitivityTable(Composite parent) {
    table = new Table(parent, SWT.FULL_SELECTION | SWT.H_SCROLL | SWT.V_SCROLL);
    table.setHeaderVisible(true);
    table.setLinesVisible(true);
  }

  Table table() {
    return table;
  }

  /** Show nothing. */
  void clear() {
    table.removeAll();
  }

  void show(Exploration exploration, Sensitivity sensitivity) {
    table.setRedraw(false);
    table.removeAll();
    for (TableColumn column : table.getColumns()) {
      column.dispose();
    }
    titles(exploration).forEach(title -> new TableColumn(table, table.getColumnCount() < 2 ? SWT.LEFT : SWT.RIGHT).setText(title));
    for (Sensitivity.Step step : sensitivity.steps()) {
      var cells = new ArrayList<>(List.of(exploration.space().columns().get(step.column()),
          step.neighbour().values().get(step.column())));
      for (Metric metric : exploration.metrics()) {
        cells.add(step.cost().map(cost -> ExplorationText.change(metric, sensitivity.cost(), cost)).orElse("impossible"));
      }
      new TableItem(table, SWT.NONE).setText(cells.toArray(String[]::new));
    }
    for (TableColumn column : table.getColumns()) {
      column.pack();
    }
    table.setRedraw(true);
  }

  private static List<String> titles(Exploration exploration) {
    var titles = new ArrayList<>(List.of("choice", "a step to"));
    exploration.metrics().forEach(metric -> titles.add(metric.label()));
    return titles;
  }
}
