package org.imc.dsl.ui.preferences;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.dialogs.PropertyPage;
import org.imc.dsl.ui.help.HelpContexts;
import org.imc.dsl.validation.CheckDescription;
import org.imc.dsl.validation.CheckDescriptions;
import org.imc.dsl.validation.SettingsFile;

/** How severe a project takes each problem; written into the project, where the command line reads it too. */
public final class SeverityPage extends PropertyPage {

  private static final String USUAL = "as usual";
  private static final List<String> WORDS = List.of("error", "warning", "info", "ignore");
  private static final int HEIGHT = 320;

  private final Map<String, Combo> choices = new HashMap<>();

  @Override
  protected Control createContents(Composite parent) {
    var all = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().applyTo(all);
    new Label(all, SWT.NONE).setText("How severe each problem is taken in this project. Those not listed are always errors.");
    var scrolled = new ScrolledComposite(all, SWT.V_SCROLL | SWT.BORDER);
    GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, HEIGHT).applyTo(scrolled);
    var list = new Composite(scrolled, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(2).applyTo(list);
    Map<String, String> set = read().severities();
    CheckDescriptions.all().stream().filter(CheckDescription::isConfigurable).forEach(check -> add(list, check, set));
    scrolled.setContent(list);
    scrolled.setExpandHorizontal(true);
    list.setSize(list.computeSize(SWT.DEFAULT, SWT.DEFAULT));
    HelpContexts.set(all, "org.imc.dsl.ui.severities");
    return all;
  }

  private void add(Composite list, CheckDescription check, Map<String, String> set) {
    var title = new Label(list, SWT.NONE);
    title.setText(check.title());
    title.setToolTipText("%s\n%s".formatted(check.code(), String.join("\n", check.help())));
    GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(title);
    var choice = new Combo(list, SWT.READ_ONLY | SWT.DROP_DOWN);
    choice.add("%s: %s".formatted(USUAL, check.severity().name().toLowerCase(Locale.ROOT)));
    WORDS.forEach(choice::add);
    choice.select(1 + WORDS.indexOf(set.getOrDefault(check.code(), "")));
    choice.setData(check.code());
    choices.put(check.code(), choice);
  }

  private IFile file() {
    return Adapters.adapt(getElement(), IProject.class).getFile(SettingsFile.NAME);
  }

  private SettingsFile read() {
    IFile file = file();
    return file.exists() && file.getLocation() != null
        ? SettingsFile.read(file.getLocation().toPath())
        : new SettingsFile("", Map.of(), List.of());
  }

  @Override
  protected void performDefaults() {
    choices.values().forEach(choice -> choice.select(0));
    super.performDefaults();
  }

  @Override
  public boolean performOk() {
    var severities = new TreeMap<String, String>();
    choices.forEach((code, choice) -> {
      if (choice.getSelectionIndex() > 0) {
        severities.put(code, WORDS.get(choice.getSelectionIndex() - 1));
      }
    });
    SettingsFile before = read();
    if (!severities.equals(before.severities())) {
      String text = SettingsFile.replace(before.text(), severities);
      Job.create("Set severities", (ICoreRunnable) monitor -> write(text)).schedule();
    }
    return true;
  }

  private void write(String text) throws CoreException {
    IFile file = file();
    var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    if (file.exists()) {
      file.setContents(in, true, true, null);
    } else {
      if (file.getParent() instanceof IFolder folder && !folder.exists()) {
        folder.create(true, true, null);
      }
      file.create(in, true, null);
    }
    file.getProject().build(IncrementalProjectBuilder.INCREMENTAL_BUILD, null);
  }
}
