package org.imc.dsl.ui.launch;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.debug.core.IStreamListener;
import org.eclipse.debug.core.model.IStreamMonitor;

/** Text on its way to the console. Thread-safe. */
final class ConsoleStream implements IStreamMonitor {

  private final List<IStreamListener> listeners = new CopyOnWriteArrayList<>();
  private final StringBuilder contents = new StringBuilder();

  void println(String line) {
    String text = line.endsWith("\n") ? line : line + "\n";
    synchronized (this) {
      contents.append(text);
    }
    listeners.forEach(listener -> listener.streamAppended(text, this));
  }

  @Override
  public synchronized String getContents() {
    return contents.toString();
  }

  @Override
  public void addListener(IStreamListener listener) {
    listeners.add(listener);
  }

  @Override
  public void removeListener(IStreamListener listener) {
    listeners.remove(listener);
  }
}
