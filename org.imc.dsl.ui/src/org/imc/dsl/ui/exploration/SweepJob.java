package org.imc.dsl.ui.exploration;

import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.IDocument;
import org.imc.dsl.ide.exploration.Explorations;
import org.imc.dsl.ide.exploration.LiveSweep;
import org.imc.dsl.ui.Language;
import org.imc.dsl.ui.preferences.Preferences;
import org.imc.dsl.ui.sources.Snapshots;
import org.imc.engine.explore.SweepListener;
import org.imc.engine.explore.SweepPlan;

/** Sweep an exploration of an open document, with progress, until done or cancelled. */
final class SweepJob extends Job {

  private static final int UNITS = 1000;

  private final IDocument document;
  private final String name;
  private final boolean everything;
  private final Consumer<LiveSweep> started;
  private int worked;

  /**
   * Prepare to sweep.
   *
   * @param name of the exploration
   * @param everything whether designs are priced that cannot be on the front
   * @param started hears, in the job's thread, of the sweep before it begins
   */
  SweepJob(IDocument document, String name, boolean everything, Consumer<LiveSweep> started) {
    super("Explore " + name);
    this.document = document;
    this.name = name;
    this.everything = everything;
    this.started = started;
    setPriority(LONG);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    monitor.beginTask(getName(), UNITS);
    try {
      var frozen = Language.get(Explorations.class).of(Snapshots.of(document), name, monitor::isCanceled);
      if (frozen.isEmpty()) {
        return Status.error("'%s' has errors. Mend them first.".formatted(name));
      }
      var sweep = new LiveSweep(frozen.get(), new SweepPlan(Preferences.threads(), OptionalLong.empty(), everything));
      started.accept(sweep);
      sweep.run(state -> report(state, sweep, monitor), monitor::isCanceled);
      return Status.OK_STATUS;
    } catch (CancellationException e) {
      return Status.CANCEL_STATUS;
    } catch (RuntimeException e) {
      return Status.error("%s failed: %s".formatted(getName(), e.getMessage()), e);
    } finally {
      monitor.done();
    }
  }

  private void report(SweepListener.State state, LiveSweep sweep, IProgressMonitor monitor) {
    int done = (int) (UNITS * state.done() / Math.max(1, state.total()));
    monitor.worked(done - worked);
    worked = done;
    sweep.progress().ifPresent(monitor::subTask);
  }
}
