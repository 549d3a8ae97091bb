package org.imc.dsl.ui.chips;

import java.util.List;
import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.imc.dsl.survey.Normalisation;
import org.imc.dsl.survey.SurveyFilter;
import org.imc.dsl.survey.ValueRange;
import org.imc.model.imc.ComputeStyle;

/** The line of controls that say which chips are shown. */
final class ChipFilter {

  private record Choice<T>(String label, T value) { }

  private static final List<Choice<Set<ComputeStyle>>> STYLES = List.of(
      new Choice<>("analog and digital", Set.of()), new Choice<>("analog", Set.of(ComputeStyle.ANALOG)),
      new Choice<>("digital", Set.of(ComputeStyle.DIGITAL)));

  private static final List<Choice<ValueRange>> NODES = List.of(new Choice<>("all nodes", ValueRange.ALL),
      new Choice<>("up to 16 nm", new ValueRange(0, 16)), new Choice<>("17 to 28 nm", new ValueRange(17, 28)),
      new Choice<>("29 nm and more", new ValueRange(29, 1000)));

  private static final List<Choice<ValueRange>> WIDTHS = List.of(new Choice<>("all precisions", ValueRange.ALL),
      new Choice<>("weights of 1 bit", new ValueRange(1, 1)), new Choice<>("weights of 2 to 4 bit", new ValueRange(2, 4)),
      new Choice<>("weights of 5 bit and more", new ValueRange(5, 64)));

  private static final List<Choice<ValueRange>> YEARS = List.of(new Choice<>("all years", ValueRange.ALL),
      new Choice<>("since 2020", new ValueRange(2020, 3000)), new Choice<>("since 2022", new ValueRange(2022, 3000)),
      new Choice<>("since 2024", new ValueRange(2024, 3000)));

  private static final int NAME_WIDTH = 170;

  private final Text name;
  private final Combo style;
  private final Combo node;
  private final Combo width;
  private final Combo year;
  private final Button oneBit;

  ChipFilter(Composite parent, Runnable changed) {
    var line = new Composite(parent, SWT.NONE);
    var layout = new RowLayout(SWT.HORIZONTAL); // breaks the line in a narrow view
    layout.center = true;
    layout.marginTop = 0;
    layout.marginBottom = 0;
    line.setLayout(layout);
    name = new Text(line, SWT.SEARCH | SWT.ICON_CANCEL);
    name.setMessage("chips or authors with…");
    name.addModifyListener(event -> changed.run());
    name.setLayoutData(new RowData(NAME_WIDTH, SWT.DEFAULT));
    style = combo(line, STYLES, changed);
    node = combo(line, NODES, changed);
    width = combo(line, WIDTHS, changed);
    year = combo(line, YEARS, changed);
    oneBit = new Button(line, SWT.CHECK);
    oneBit.setText("equivalents at 1 bit");
    oneBit.setToolTipText("Multiply with the widths of weights and activations, to compare chips of different precision");
    oneBit.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed.run()));
  }

  private static <T> Combo combo(Composite parent, List<Choice<T>> choices, Runnable changed) {
    var combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
    combo.setItems(choices.stream().map(Choice::label).toArray(String[]::new));
    combo.select(0);
    combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed.run()));
    return combo;
  }

  SurveyFilter filter() {
    return new SurveyFilter(name.getText().strip(), STYLES.get(style.getSelectionIndex()).value(), Set.of(), Set.of(),
        NODES.get(node.getSelectionIndex()).value(), YEARS.get(year.getSelectionIndex()).value(),
        WIDTHS.get(width.getSelectionIndex()).value(), ValueRange.ALL);
  }

  Normalisation normalisation() {
    return oneBit.getSelection() ? Normalisation.ONE_BIT : Normalisation.MEASURED;
  }
}
