package org.imc.tests.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeLensWorkspaceCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbolCapabilities;
import org.eclipse.lsp4j.FoldingRangeCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.RenameCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.imc.dsl.ide.server.Session;
import org.imc.tests.language.Language;

/** A session with a server, as an editor holds it. */
final class Conversation implements AutoCloseable {

  private final ScriptedClient client = new ScriptedClient();
  private final ImcLanguageServerRequests server;
  private int version = 1;
  private boolean snippets;

  private Conversation(InputStream in, OutputStream out) {
    var launcher = new Launcher.Builder<ImcLanguageServerRequests>()
        .setLocalService(client)
        .setRemoteInterface(ImcLanguageServerRequests.class)
        .setInput(in)
        .setOutput(out)
        .create();
    server = launcher.getRemoteProxy();
    launcher.startListening();
  }

  /** Begin a session with a server in this process; Java's pipes break when a thread that wrote to them ends. */
  static Conversation inProcess() throws IOException {
    try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var here = new Socket(listener.getInetAddress(), listener.getLocalPort());
      Socket there = listener.accept();
      Session.open(Language.injector(), there.getInputStream(), there.getOutputStream());
      return new Conversation(here.getInputStream(), here.getOutputStream());
    }
  }

  /** Begin a session with a server at the other end of two streams. */
  static Conversation over(InputStream in, OutputStream out) {
    return new Conversation(in, out);
  }

  ScriptedClient client() {
    return client;
  }

  ImcLanguageServerRequests server() {
    return server;
  }

  /** Introduce an editor with an open folder, or with none. */
  InitializeResult initialize(Path... folders) {
    var params = new InitializeParams();
    params.setProcessId((int) ProcessHandle.current().pid());
    params.setCapabilities(capabilities());
    var open = new ArrayList<WorkspaceFolder>();
    for (Path folder : folders) {
      open.add(new WorkspaceFolder(folder.toUri().toString(), folder.getFileName().toString()));
    }
    params.setWorkspaceFolders(open);
    InitializeResult result = get(server.initialize(params));
    server.initialized(new InitializedParams());
    return result;
  }

  /** Say, before it is introduced, that the editor has places to fill in. */
  void fillInSnippets() {
    snippets = true;
  }

  private ClientCapabilities capabilities() {
    var text = new TextDocumentClientCapabilities();
    text.setCompletion(new CompletionCapabilities(new CompletionItemCapabilities(snippets)));
    text.setFoldingRange(new FoldingRangeCapabilities());
    text.setRename(new RenameCapabilities(true, false));
    var symbols = new DocumentSymbolCapabilities();
    symbols.setHierarchicalDocumentSymbolSupport(true);
    text.setDocumentSymbol(symbols);
    var workspace = new WorkspaceClientCapabilities();
    workspace.setWorkspaceFolders(true);
    workspace.setCodeLens(new CodeLensWorkspaceCapabilities(true));
    var window = new WindowClientCapabilities();
    window.setWorkDoneProgress(true);
    var capabilities = new ClientCapabilities(workspace, text, null);
    capabilities.setWindow(window);
    return capabilities;
  }

  /** Write a file and return its URI as editors write it. */
  static String write(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text, StandardCharsets.UTF_8);
    return file.toUri().toString();
  }

  void open(String uri, String text) {
    server.getTextDocumentService().didOpen(
        new DidOpenTextDocumentParams(new TextDocumentItem(uri, "imc", version++, text)));
  }

  void change(String uri, String text) {
    server.getTextDocumentService().didChange(new DidChangeTextDocumentParams(
        new VersionedTextDocumentIdentifier(uri, version++), List.of(new TextDocumentContentChangeEvent(text))));
  }

  /** Open a text and return what is wrong in it. */
  List<Diagnostic> openAndCheck(String uri, String text) {
    open(uri, text);
    return client.diagnostics(uri, all -> true);
  }

  static TextDocumentIdentifier id(String uri) {
    return new TextDocumentIdentifier(uri);
  }

  /** Return the position of the first character of a word, or of a place inside it. */
  static Position at(String text, String word, int inside) {
    int offset = text.indexOf(word);
    if (offset < 0) {
      throw new AssertionError("'%s' is not in the text".formatted(word));
    }
    String before = text.substring(0, offset + inside);
    int line = (int) before.chars().filter(c -> c == '\n').count();
    return new Position(line, before.length() - before.lastIndexOf('\n') - 1);
  }

  static int offset(String text, Position position) {
    int start = 0;
    for (int line = 0; line < position.getLine(); line++) {
      start = text.indexOf('\n', start) + 1;
    }
    return start + position.getCharacter();
  }

  /** Apply edits to a text. */
  static String apply(String text, List<? extends TextEdit> edits) {
    var last = new ArrayList<TextEdit>(edits);
    Collections.reverse(last); // of equal places the later edit goes behind
    last.sort(Comparator.comparingInt((TextEdit edit) -> offset(text, edit.getRange().getStart())).reversed());
    String result = text;
    for (TextEdit edit : last) {
      result = result.substring(0, offset(text, edit.getRange().getStart())) + edit.getNewText()
          + result.substring(offset(text, edit.getRange().getEnd()));
    }
    return result;
  }

  /** Return what a request answers, waiting for it, but not for ever. */
  static <T> T get(CompletableFuture<T> future) {
    try {
      return future.get(60, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    get(server.shutdown());
    server.exit();
  }
}
