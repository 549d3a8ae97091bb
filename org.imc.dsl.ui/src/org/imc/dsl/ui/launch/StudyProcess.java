package org.imc.dsl.ui.launch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.core.model.IStreamMonitor;
import org.eclipse.debug.core.model.IStreamsProxy;
import org.jspecify.annotations.Nullable;

/** An evaluation as the platform's console knows running things: with output, an end, and a button that stops it. */
final class StudyProcess extends PlatformObject implements IProcess, IStreamsProxy {

  private final ILaunch launch;
  private final String label;
  private final Runnable stop;
  private final ConsoleStream output = new ConsoleStream();
  private final ConsoleStream errors = new ConsoleStream();
  private final Map<String, String> attributes = new ConcurrentHashMap<>();
  private volatile @Nullable Integer exit;

  /**
   * Add a process to a launch.
   *
   * @param stop asks it to end soon
   */
  StudyProcess(ILaunch launch, String label, Runnable stop) {
    this.launch = launch;
    this.label = label;
    this.stop = stop;
    launch.addProcess(this);
    fire(DebugEvent.CREATE);
  }

  /** Return where reports go. */
  ConsoleStream output() {
    return output;
  }

  /** Return where problems go. */
  ConsoleStream errors() {
    return errors;
  }

  /** Say that the end has come. */
  void end(int status) {
    exit = status;
    fire(DebugEvent.TERMINATE);
  }

  private void fire(int kind) {
    DebugPlugin.getDefault().fireDebugEventSet(new DebugEvent[] {new DebugEvent(this, kind)});
  }

  @Override
  public String getLabel() {
    return label;
  }

  @Override
  public ILaunch getLaunch() {
    return launch;
  }

  @Override
  public IStreamsProxy getStreamsProxy() {
    return this;
  }

  @Override
  public IStreamMonitor getErrorStreamMonitor() {
    return errors;
  }

  @Override
  public IStreamMonitor getOutputStreamMonitor() {
    return output;
  }

  /** Ignore what is typed into the console: an evaluation reads nothing. */
  @Override
  public void write(String input) { }

  @Override
  public void setAttribute(String key, @Nullable String value) {
    if (value == null) {
      attributes.remove(key);
    } else {
      attributes.put(key, value);
    }
  }

  @Override
  public @Nullable String getAttribute(String key) {
    return attributes.get(key);
  }

  @Override
  public int getExitValue() throws DebugException {
    Integer status = exit;
    if (status == null) {
      throw new DebugException(Status.error("The evaluation is still running."));
    }
    return status;
  }

  @Override
  public boolean canTerminate() {
    return exit == null;
  }

  @Override
  public boolean isTerminated() {
    return exit != null;
  }

  @Override
  public void terminate() {
    stop.run();
  }
}
