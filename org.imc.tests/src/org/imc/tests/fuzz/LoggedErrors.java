package org.imc.tests.fuzz;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.log4j.AppenderSkeleton;
import org.apache.log4j.Level;
import org.apache.log4j.LogManager;
import org.apache.log4j.Logger;
import org.apache.log4j.spi.LoggingEvent;

/** Hear what Xtext logs as an error instead of throwing it: formatters that disagree, links that fail. */
final class LoggedErrors extends AppenderSkeleton implements AutoCloseable {

  private final List<LoggingEvent> events = new CopyOnWriteArrayList<>();

  private LoggedErrors() {
    setThreshold(Level.ERROR);
  }

  /** Begin to listen. */
  static LoggedErrors listen() {
    LogManager.getLoggerRepository().setThreshold(Level.ALL); // a command in this process may have silenced it
    var errors = new LoggedErrors();
    Logger.getRootLogger().addAppender(errors);
    return errors;
  }

  /** Return the first error since the last call as a fault, if there was one, and forget them. */
  void failOnAny() {
    if (!events.isEmpty()) {
      LoggingEvent first = events.getFirst();
      events.clear();
      throw new Fault("nothing is logged as an error", String.valueOf(first.getMessage()),
          first.getThrowableInformation() == null ? null : first.getThrowableInformation().getThrowable());
    }
  }

  @Override
  protected void append(LoggingEvent event) {
    boolean gaveUp = event.getThrowableInformation() != null
        && event.getThrowableInformation().getThrowable() instanceof InterruptedException;
    if (!gaveUp) { // that was us, tired of waiting
      events.add(event);
    }
  }

  @Override
  public void close() {
    Logger.getRootLogger().removeAppender(this);
  }

  @Override
  public boolean requiresLayout() {
    return false;
  }
}
