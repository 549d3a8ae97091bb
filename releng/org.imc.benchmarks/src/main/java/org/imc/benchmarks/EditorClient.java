package org.imc.benchmarks;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.services.LanguageClient;

/** An editor without a window that waits for diagnostics. */
final class EditorClient implements LanguageClient {

  private static final int PATIENCE_S = 60;

  private final LinkedBlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
    published.add(diagnostics);
  }

  /** Wait for what the server says next of a file. */
  PublishDiagnosticsParams next(String uri) throws InterruptedException {
    while (true) {
      PublishDiagnosticsParams said = published.poll(PATIENCE_S, TimeUnit.SECONDS);
      if (said == null) {
        throw new IllegalStateException("The server says nothing of '%s'.".formatted(uri));
      }
      if (said.getUri().equals(uri)) {
        return said;
      }
    }
  }

  /** Forget what was said so far. */
  void forget() {
    published.clear();
  }

  @Override
  public CompletableFuture<Void> refreshCodeLenses() {
    return CompletableFuture.completedFuture(null);
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
