package org.imc.dsl.ui.launch;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTab;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.ResourceListSelectionDialog;
import org.eclipse.ui.statushandlers.StatusManager;
import org.imc.dsl.ide.live.LiveFile;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.dsl.report.ReportFormat;
import org.imc.dsl.ui.Language;
import org.imc.dsl.ui.help.HelpContexts;
import org.imc.dsl.ui.preferences.Preferences;
import org.imc.dsl.ui.sources.Snapshots;
import org.jspecify.annotations.Nullable;

/** File, study, threads and report of a launch configuration. */
public final class StudyTab extends AbstractLaunchConfigurationTab {

  static final String ALL = "all studies of the file";

  private Text file;
  private Combo study;
  private Spinner threads;
  private Combo format;
  private @Nullable Image image;

  @Override
  public void createControl(Composite parent) {
    var all = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(3).applyTo(all);
    label(all, "&File:");
    file = new Text(all, SWT.BORDER | SWT.SINGLE);
    file.setMessage("/project/file.imc");
    file.addModifyListener(event -> {
      readStudies();
      updateLaunchConfigurationDialog();
    });
    GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(file);
    var browse = new Button(all, SWT.PUSH);
    browse.setText("&Browse…");
    browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> browse()));
    label(all, "&Study:");
    study = new Combo(all, SWT.READ_ONLY | SWT.DROP_DOWN);
    GridDataFactory.fillDefaults().span(2, 1).applyTo(study);
    label(all, "&Threads (0: as in the preferences):");
    threads = new Spinner(all, SWT.BORDER);
    threads.setMaximum(Preferences.MOST_THREADS);
    GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).span(2, 1).applyTo(threads);
    label(all, "&Report in the console:");
    format = new Combo(all, SWT.READ_ONLY | SWT.DROP_DOWN);
    format.setItems(Arrays.stream(ReportFormat.values()).map(LaunchSettings::word).toArray(String[]::new));
    GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).span(2, 1).applyTo(format);
    SelectionListener chosen = SelectionListener.widgetSelectedAdapter(event -> updateLaunchConfigurationDialog());
    study.addSelectionListener(chosen);
    threads.addSelectionListener(chosen);
    format.addSelectionListener(chosen);
    HelpContexts.set(all, LaunchSettings.TYPE);
    setControl(all);
  }

  private static void label(Composite parent, String text) {
    new Label(parent, SWT.NONE).setText(text);
  }

  private void browse() {
    try {
      var dialog = new ResourceListSelectionDialog(getShell(), Snapshots.inWorkspace().toArray(IFile[]::new));
      dialog.setTitle("IMC Study");
      if (dialog.open() == Window.OK && dialog.getResult().length > 0) {
        file.setText(((IFile) dialog.getResult()[0]).getFullPath().toPortableString());
      }
    } catch (CoreException e) {
      StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
    }
  }

  /** Offer the studies of the file, which takes a moment. */
  private void readStudies() {
    LaunchSettings wanted = LaunchSettings.of(file.getText());
    if (wanted.problem().isPresent()) {
      offer(List.of());
      return;
    }
    Display display = file.getDisplay();
    Job job = Job.createSystem("Read the studies of " + wanted.file(), (ICoreRunnable) monitor -> {
      try {
        List<String> titles = Language.get(LiveFile.class).analyse(Snapshots.ofSaved(wanted.source()), monitor::isCanceled)
            .studies().stream().map(LoweredStudy::title).toList();
        display.asyncExec(() -> {
          if (!file.isDisposed() && file.getText().equals(wanted.file())) {
            offer(titles);
          }
        });
      } catch (CancellationException e) {
        // another file is of interest by now
      }
    });
    job.schedule();
  }

  /** Offer all studies, these ones, and the one that is chosen already. */
  private void offer(List<String> titles) {
    String chosen = study.getText();
    Set<String> items = new LinkedHashSet<>(List.of(ALL));
    items.addAll(titles);
    items.add(chosen.isEmpty() ? ALL : chosen);
    study.setItems(items.toArray(String[]::new));
    study.setText(chosen.isEmpty() ? ALL : chosen);
  }

  @Override
  public void setDefaults(ILaunchConfigurationWorkingCopy configuration) {
    IFile shown = Adapters.adapt(DebugUITools.getDebugContext(), IFile.class);
    LaunchSettings.of(shown == null ? "" : shown.getFullPath().toPortableString()).write(configuration);
  }

  @Override
  public void initializeFrom(ILaunchConfiguration configuration) {
    try {
      LaunchSettings settings = LaunchSettings.of(configuration);
      study.setItems(settings.study().isEmpty() ? ALL : settings.study());
      study.select(0);
      threads.setSelection(settings.threads());
      format.setText(LaunchSettings.word(settings.format()));
      file.setText(settings.file());
    } catch (CoreException e) {
      ILog.of(StudyTab.class).error("The launch configuration cannot be read.", e);
    }
  }

  private LaunchSettings settings() {
    String title = study.getText().equals(ALL) ? "" : study.getText();
    return new LaunchSettings(file.getText().strip(), title, threads.getSelection(),
        ReportFormat.values()[Math.max(0, format.getSelectionIndex())]);
  }

  @Override
  public void performApply(ILaunchConfigurationWorkingCopy configuration) {
    settings().write(configuration);
  }

  @Override
  public boolean isValid(ILaunchConfiguration configuration) {
    Optional<String> problem = settings().problem();
    setErrorMessage(problem.orElse(null));
    return problem.isEmpty();
  }

  @Override
  public String getName() {
    return "Study";
  }

  @Override
  public Image getImage() {
    if (image == null) {
      image = ResourceLocator.imageDescriptorFromBundle(StudyTab.class, "icons/study.svg")
          .map(ImageDescriptor::createImage).orElse(null);
    }
    return image;
  }

  @Override
  public void dispose() {
    if (image != null) {
      image.dispose();
    }
    super.dispose();
  }
}
