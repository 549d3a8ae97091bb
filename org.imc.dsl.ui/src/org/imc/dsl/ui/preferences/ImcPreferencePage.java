package org.imc.dsl.ui.preferences;

import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.jface.preference.RadioGroupFieldEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.dialogs.PreferenceLinkArea;
import org.eclipse.ui.preferences.IWorkbenchPreferenceContainer;
import org.imc.dsl.ui.help.HelpContexts;

/** Window > Preferences > IMC. */
public final class ImcPreferencePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

  public static final String ID = "org.imc.dsl.ui.preferences";

  public ImcPreferencePage() {
    super(GRID);
    setPreferenceStore(Preferences.store());
  }

  @Override
  public void init(IWorkbench workbench) { }

  @Override
  protected void createFieldEditors() {
    Composite parent = getFieldEditorParent();
    addField(new RadioGroupFieldEditor(Preferences.EVALUATE_WHILE_TYPING, "Evaluate studies", 1, new String[][] {
        {"&while their text is typed", "true"},
        {"when &asked (F9)", "false"}}, parent, true));
    var threads = new IntegerFieldEditor(Preferences.THREADS, "&Threads of an evaluation (0: all processors but one):", parent);
    threads.setValidRange(0, Preferences.MOST_THREADS);
    addField(threads);
    addField(new BooleanFieldEditor(Preferences.SHOW_FIGURES, "Show &figures above declarations", parent));
    addField(new BooleanFieldEditor(Preferences.FORMAT_ON_SAVE, "&Lay out the text when an editor is saved", parent));
  }

  @Override
  protected Control createContents(Composite parent) {
    Control contents = super.createContents(parent);
    HelpContexts.set(contents, ID);
    if (getContainer() instanceof IWorkbenchPreferenceContainer container) {
      new PreferenceLinkArea(parent, SWT.NONE, "org.eclipse.ui.preferencePages.ColorsAndFonts",
          "The colours of the text are set in <a>Colors and Fonts</a>, under IMC.", container, null);
    }
    return contents;
  }
}
