package org.imc.tests.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.services.LanguageClient;

/** An editor without a window: remembers what the server says, and waits, but not for ever, for what it is to say. */
final class ScriptedClient implements LanguageClient {

  private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);

  private final Map<String, List<Diagnostic>> diagnostics = new HashMap<>();
  private final List<ProgressParams> progress = new ArrayList<>();
  private int lensRefreshes;

  @Override
  public synchronized void publishDiagnostics(PublishDiagnosticsParams params) {
    diagnostics.put(params.getUri(), params.getDiagnostics());
    notifyAll();
  }

  @Override
  public synchronized void notifyProgress(ProgressParams params) {
    progress.add(params);
    notifyAll();
  }

  @Override
  public CompletableFuture<Void> createProgress(WorkDoneProgressCreateParams params) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public synchronized CompletableFuture<Void> refreshCodeLenses() {
    lensRefreshes++;
    notifyAll();
    return CompletableFuture.completedFuture(null);
  }

  /** Return what the server says of a file, once it says what is waited for. */
  synchronized List<Diagnostic> diagnostics(String uri, Predicate<List<Diagnostic>> awaited) {
    await("diagnostics of " + uri, () -> diagnostics.containsKey(uri) && awaited.test(diagnostics.get(uri)));
    return diagnostics.get(uri);
  }

  /** Return the progress reported so far, once it is what is waited for. */
  synchronized List<ProgressParams> progress(Predicate<List<ProgressParams>> awaited) {
    await("progress", () -> awaited.test(progress));
    return List.copyOf(progress);
  }

  /** Wait until the server has asked so often to fetch the lenses again. */
  synchronized void lensRefreshes(int times) {
    await("refreshes of lenses", () -> lensRefreshes >= times);
  }

  private void await(String what, java.util.function.BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE_NS;
    while (!condition.getAsBoolean()) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError("Waited in vain for %s; known: %s, %s".formatted(what, diagnostics, progress));
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        throw new AssertionError("interrupted", e);
      }
    }
  }

  @Override
  public void telemetryEvent(Object object) { }

  @Override
  public void showMessage(MessageParams params) { }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void logMessage(MessageParams params) { }
}
