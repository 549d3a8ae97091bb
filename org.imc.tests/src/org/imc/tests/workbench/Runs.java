package org.imc.tests.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;

/** Notes which evaluations the workbench starts, and lets a test interfere. */
final class Runs extends JobChangeAdapter implements AutoCloseable {

  private final List<String> names = new ArrayList<>();
  private Consumer<Job> interference = job -> { };

  Runs() {
    Job.getJobManager().addJobChangeListener(this);
  }

  /** Do something to each evaluation that begins to run from now on. */
  synchronized void interfere(Consumer<Job> what) {
    interference = what;
  }

  synchronized List<String> names() {
    return List.copyOf(names);
  }

  @Override
  public synchronized void running(IJobChangeEvent event) {
    if (event.getJob().getName().startsWith("Evaluate ")) {
      names.add(event.getJob().getName());
      interference.accept(event.getJob());
    }
  }

  @Override
  public void close() {
    Job.getJobManager().removeJobChangeListener(this);
  }
}
