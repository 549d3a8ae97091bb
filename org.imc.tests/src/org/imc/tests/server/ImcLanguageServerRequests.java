package org.imc.tests.server;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.eclipse.lsp4j.services.LanguageServer;

/** The server, with the requests that are its own. */
public interface ImcLanguageServerRequests extends LanguageServer {

  /** Return the text of a shipped file. */
  @JsonRequest("imc/libraryContent")
  CompletableFuture<String> libraryContent(Map<String, String> params);
}
