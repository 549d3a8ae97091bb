package org.imc.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.imc.dsl.ide.server.Session;

/** An editor without a window that waits for diagnostics. */
final class EditorClient implements LanguageClient {

  private static final int PATIENCE_S = 60;

  private final LinkedBlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
    published.add(diagnostics);
  }

  /** Start a server at the other end of a socket, and open a folder there. */
  LanguageServer connect(Path folder) throws IOException, InterruptedException, ExecutionException {
    LanguageServer server = start();
    var parameters = new InitializeParams();
    parameters.setCapabilities(new ClientCapabilities());
    parameters.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "benchmark")));
    server.initialize(parameters).get();
    server.initialized(new InitializedParams());
    return server;
  }

  private LanguageServer start() throws IOException {
    try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var here = new Socket(listener.getInetAddress(), listener.getLocalPort());
      Socket there = listener.accept();
      here.setTcpNoDelay(true);
      there.setTcpNoDelay(true);
      Session.open(Services.injector(), there.getInputStream(), there.getOutputStream());
      var launcher = LSPLauncher.createClientLauncher(this, here.getInputStream(), here.getOutputStream());
      launcher.startListening();
      return launcher.getRemoteProxy();
    }
  }

  /** Return the position behind a word, the first from an offset on. */
  static Position behind(String text, String word, int from) {
    String before = text.substring(0, text.indexOf(word, from) + word.length());
    return new Position((int) before.chars().filter(c -> c == '\n').count(), before.length() - before.lastIndexOf('\n') - 1);
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
