package org.imc.dsl.ui;

import org.apache.log4j.AppenderSkeleton;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.apache.log4j.spi.LoggingEvent;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;

/** Writes what Xtext logs into the workbench's log, where it would otherwise complain of having no place for it. */
final class WorkbenchLog extends AppenderSkeleton {

  private WorkbenchLog() {
    setThreshold(Level.WARN);
  }

  /** Begin, unless the host has a place for it already. */
  static void install() {
    Logger root = Logger.getRootLogger();
    if (!root.getAllAppenders().hasMoreElements()) {
      root.addAppender(new WorkbenchLog());
    }
  }

  @Override
  protected void append(LoggingEvent event) {
    int severity = event.getLevel().isGreaterOrEqual(Level.ERROR) ? IStatus.ERROR : IStatus.WARNING;
    Throwable cause = event.getThrowableInformation() == null ? null : event.getThrowableInformation().getThrowable();
    ILog.of(WorkbenchLog.class).log(new Status(severity, WorkbenchLog.class, event.getRenderedMessage(), cause));
  }

  @Override
  public boolean requiresLayout() {
    return false;
  }

  @Override
  public void close() { }
}
