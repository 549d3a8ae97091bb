package org.imc.dsl.ui.wizards;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;

/** Lets one choose what to begin with. */
final class TemplateChoice {

  private Template chosen;

  TemplateChoice(Composite parent, List<Template> offered) {
    chosen = offered.getFirst();
    var group = new Group(parent, SWT.NONE);
    group.setText("Begin with");
    GridLayoutFactory.swtDefaults().numColumns(2).applyTo(group);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
    for (Template template : offered) {
      var button = new Button(group, SWT.RADIO);
      button.setText(template.label());
      button.setSelection(template == chosen);
      button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
        if (button.getSelection()) {
          chosen = template;
        }
      }));
      var words = new Label(group, SWT.NONE);
      words.setText(template.description());
      words.setEnabled(false);
    }
  }

  Template chosen() {
    return chosen;
  }
}
