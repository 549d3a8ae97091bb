package org.imc.dsl.ide.server;

import java.util.concurrent.CompletableFuture;
import org.eclipse.xtext.ide.server.ILanguageServerShutdownAndExitHandler;

/** The end of a session: asked for by the client, or because the client has gone. */
final class Shutdown implements ILanguageServerShutdownAndExitHandler {

  private static final int ORDERLY = 0;
  private static final int DISORDERLY = 1;

  private final CompletableFuture<Integer> code = new CompletableFuture<>();
  private volatile boolean asked;

  @Override
  public void shutdown() {
    asked = true;
  }

  @Override
  public void exit() {
    code.complete(asked ? ORDERLY : DISORDERLY);
  }

  /** Return the exit code that the protocol wants: 0 after a request to shut down, otherwise 1. */
  CompletableFuture<Integer> code() {
    return code;
  }
}
