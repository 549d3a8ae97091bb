package org.imc.dsl.ide.server;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.eclipse.xtext.ide.server.LanguageServerImpl;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.Issue;
import org.imc.dsl.library.Library;
import org.jspecify.annotations.Nullable;

/** Answer an LSP client: Xtext's server for what is the same in every language, our services for the rest. */
final class ImcLanguageServer extends LanguageServerImpl {

  private static final String SOURCE = "imc";

  @Inject private Shutdown shutdown;
  @Inject private TextAnswers texts;

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    watchParent(params.getProcessId());
    return super.initialize(params).thenApply(result -> {
      result.setServerInfo(new ServerInfo("imc"));
      return result;
    });
  }

  /** Leave when the process that started us does. */
  private void watchParent(@Nullable Integer processId) {
    if (processId != null && processId != ProcessHandle.current().pid()) {
      Optional<ProcessHandle> parent = ProcessHandle.of(processId);
      parent.ifPresentOrElse(process -> process.onExit().thenRun(shutdown::exit), shutdown::exit);
    }
  }

  @Override
  protected ServerCapabilities createServerCapabilities(InitializeParams params) {
    ServerCapabilities capabilities = super.createServerCapabilities(params);
    capabilities.setSignatureHelpProvider(null); // nothing in the language takes arguments
    return capabilities;
  }

  /** Stop what is under way. */
  void stop() { }

  /** Return the text of a shipped file, null if there is none. */
  @JsonRequest(value = "imc/libraryContent", useSegment = false)
  public CompletableFuture<@Nullable String> libraryContent(LibraryContentParams params) {
    URI uri = URI.createURI(params.uri());
    if (!Library.contains(uri)) {
      return CompletableFuture.completedFuture(null);
    }
    return getRequestManager().runRead(cancellation ->
        read(params.uri(), cancellation, null, file -> file.lines().text()));
  }

  /** Read a file that is held still; a file that is not there has the answer {@code nothing}. */
  private <T> T read(String uri, CancelIndicator cancellation, T nothing, Function<OpenFile, T> reader) {
    URI known = getURI(new TextDocumentIdentifier(uri));
    if (Library.contains(known) && !texts.isShipped(known)) {
      return nothing;
    }
    return getWorkspaceManager().doRead(known, (document, resource) ->
        resource == null || resource.getParseResult() == null
            ? nothing
            : reader.apply(OpenFile.of(uri, resource, cancellation)));
  }

  @Override
  protected List<Diagnostic> toDiagnostics(Iterable<? extends Issue> issues) {
    var diagnostics = new ArrayList<Diagnostic>();
    issues.forEach(issue -> diagnostics.add(toDiagnostic(issue)));
    return diagnostics;
  }

  @Override
  protected Diagnostic toDiagnostic(Issue issue) {
    Position start = new Position(fromOne(issue.getLineNumber()), fromOne(issue.getColumn()));
    Position end = issue.getLineNumberEnd() == null || issue.getColumnEnd() == null
        ? start
        : new Position(fromOne(issue.getLineNumberEnd()), fromOne(issue.getColumnEnd()));
    var diagnostic = new Diagnostic(new Range(start, end), issue.getMessage(),
        toDiagnosticSeverity(issue.getSeverity()), SOURCE);
    diagnostic.setCode(issue.getCode() == null ? "" : issue.getCode());
    if (issue.getData() != null && issue.getData().length > 0) {
      diagnostic.setData(Arrays.asList(issue.getData()));
    }
    return diagnostic;
  }

  private static int fromOne(@Nullable Integer number) {
    return number == null ? 0 : Math.max(0, number - 1);
  }

  @Override
  protected Either<List<CompletionItem>, CompletionList> completion(
      CancelIndicator cancellation, CompletionParams params) {
    return Either.forRight(read(params.getTextDocument().getUri(), cancellation, new CompletionList(),
        file -> texts.completion(file, params.getPosition())));
  }

  @Override
  protected @Nullable Hover hover(HoverParams params, CancelIndicator cancellation) {
    return this.<@Nullable Hover>read(params.getTextDocument().getUri(), cancellation, null,
        file -> texts.hover(file, params.getPosition()));
  }

  @Override
  protected List<? extends TextEdit> formatting(DocumentFormattingParams params, CancelIndicator cancellation) {
    return read(params.getTextDocument().getUri(), cancellation, List.<TextEdit>of(), texts::format);
  }

  @Override
  protected List<? extends TextEdit> rangeFormatting(
      DocumentRangeFormattingParams params, CancelIndicator cancellation) {
    return read(params.getTextDocument().getUri(), cancellation, List.<TextEdit>of(),
        file -> texts.format(file, params.getRange()));
  }
}
