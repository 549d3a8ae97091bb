package org.imc.dsl.ui.exploration;

import java.util.concurrent.CancellationException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.imc.dsl.ide.exploration.LiveSweep;
import org.imc.dsl.report.Explored;
import org.imc.dsl.ui.views.SessionView;
import org.imc.engine.explore.Sensitivity;
import org.jspecify.annotations.Nullable;

/** What one step in one choice makes of the selected design; priced in the background when the panel is looked at. */
final class SensitivityPanel {

  private static final String NOTHING = "Select a design to see what one step in each choice makes of it.";

  private final Composite all;
  private final Label words;
  private final SensitivityTable table;
  private @Nullable LiveSweep sweep;
  private Explored.@Nullable Priced design;
  private @Nullable Job job;

  SensitivityPanel(Composite parent) {
    all = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(2, 2).applyTo(all);
    words = new Label(all, SWT.WRAP);
    words.setText(NOTHING);
    GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).applyTo(words);
    table = new SensitivityTable(all);
    SessionView.filling().applyTo(table.table());
    all.addListener(SWT.Show, event -> all.getDisplay().asyncExec(this::price)); // it is not seen yet
    all.addListener(SWT.Dispose, event -> stop());
  }

  Composite control() {
    return all;
  }

  /** Show nothing. */
  void clear() {
    stop();
    design = null;
    table.clear();
    say(NOTHING);
  }

  /** Show the steps from a design. */
  void show(LiveSweep live, Explored.Priced middle) {
    stop();
    sweep = live;
    design = middle;
    table.clear();
    price();
  }

  private void price() {
    LiveSweep of = sweep;
    Explored.Priced middle = design;
    if (of == null || middle == null || job != null || all.isDisposed() || !all.isVisible()) {
      return;
    }
    say("One step from design %d: pricing…".formatted(middle.design().index()));
    Display display = all.getDisplay();
    Job next = new Job("Price the neighbours of design %d".formatted(middle.design().index())) {
      @Override
      protected IStatus run(IProgressMonitor monitor) {
        try {
          Sensitivity found = of.sensitivity(middle, monitor::isCanceled);
          if (!display.isDisposed()) {
            display.asyncExec(() -> priced(this, of, found));
          }
          return Status.OK_STATUS;
        } catch (CancellationException e) {
          return Status.CANCEL_STATUS;
        } catch (RuntimeException e) {
          return Status.error("%s failed: %s".formatted(getName(), e.getMessage()), e);
        }
      }
    };
    job = next;
    next.schedule();
  }

  private void priced(Job ended, LiveSweep of, Sensitivity found) {
    if (ended == job && !all.isDisposed()) {
      say("One step from design %d:".formatted(found.design().index()));
      table.show(of.question().exploration(), found);
    }
  }

  private void stop() {
    if (job != null) {
      job.cancel();
      job = null;
    }
  }

  private void say(String what) {
    words.setText(what);
    all.layout();
  }
}
