package org.imc.dsl.ide.server;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.UnaryOperator;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.xtext.ide.server.ServerModule;
import org.eclipse.xtext.ide.server.concurrent.IRequestManager;
import org.eclipse.xtext.util.Modules2;

/** One client and the server that answers it. */
public final class Session {

  private final Shutdown shutdown = new Shutdown();

  private Session() { }

  /**
   * Answer a client until it leaves.
   *
   * @param language the injector of a started language, {@link org.imc.dsl.ide.ImcIdeSetup}
   * @param in what the client says
   * @param out what it hears; nobody else may write to it
   */
  public static Session open(Injector language, InputStream in, OutputStream out) {
    return open(language, in, out, UnaryOperator.identity());
  }

  /**
   * Answer a client until it leaves, and let all messages pass a wrapper, which may record them.
   *
   * @param wrapper makes what hears messages in either direction
   */
  public static Session open(
      Injector language, InputStream in, OutputStream out, UnaryOperator<MessageConsumer> wrapper) {
    var session = new Session();
    ExecutorService threads = Executors.newCachedThreadPool(daemons("imc-lsp"));
    Injector injector = Guice.createInjector(
        Modules2.mixin(new ServerModule(), new ServerBindings(language, session.shutdown)));
    ImcLanguageServer server = injector.getInstance(ImcLanguageServer.class);
    Launcher<LanguageClient> launcher = new LSPLauncher.Builder<LanguageClient>()
        .setLocalService(server)
        .setRemoteInterface(LanguageClient.class)
        .setInput(in)
        .setOutput(out)
        .setExecutorService(threads)
        .wrapMessages(wrapper::apply)
        .setExceptionHandler(Session::refusal)
        .create();
    server.connect(launcher.getRemoteProxy());
    Future<Void> listening = launcher.startListening();
    threads.execute(() -> {
      try {
        listening.get();
      } catch (ExecutionException e) {
        // the stream broke: the client has gone
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      session.shutdown.exit();
    });
    session.shutdown.code().thenRun(() -> {
      server.stop();
      injector.getInstance(IRequestManager.class).shutdown();
      threads.shutdownNow();
    });
    return session;
  }

  /** Return what a client is told of a request that failed: what went wrong, without the stack. */
  private static ResponseError refusal(Throwable fault) {
    ResponseError error = RemoteEndpoint.DEFAULT_EXCEPTION_HANDLER.apply(fault);
    if (error.getCode() != ResponseErrorCode.InternalError.getValue()) {
      return error;
    }
    Throwable cause = fault;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof UnsupportedOperationException
        ? new ResponseError(ResponseErrorCode.MethodNotFound, "This server does not answer such requests.", null)
        : new ResponseError(ResponseErrorCode.InternalError, "Internal error: %s".formatted(cause), null);
  }

  /** Return, when the session is over, the exit code that the protocol wants. */
  public CompletableFuture<Integer> exitCode() {
    return shutdown.code();
  }

  /** Return threads that do not keep the process alive. */
  static ThreadFactory daemons(String name) {
    return task -> {
      var thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
