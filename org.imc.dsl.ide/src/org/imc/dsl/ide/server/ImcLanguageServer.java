package org.imc.dsl.ide.server;

import com.google.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentOnTypeFormattingOptions;
import org.eclipse.lsp4j.DocumentOnTypeFormattingParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.eclipse.xtext.ide.server.LanguageServerImpl;
import org.eclipse.xtext.ide.server.UriExtensions;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.ide.formatting.TypedLayout;
import org.imc.dsl.library.Library;
import org.imc.dsl.lowering.LoweredStudy;
import org.jspecify.annotations.Nullable;

/** Answer an LSP client: Xtext's server for what is the same in every language, our services for the rest. */
final class ImcLanguageServer extends LanguageServerImpl {

  @Inject private Shutdown shutdown;
  @Inject private UriExtensions uris;
  @Inject private ImcWorkspace workspace;
  @Inject private IssueBoard board;
  @Inject private TextAnswers texts;
  @Inject private SymbolTree symbols;
  @Inject private TokenData tokens;
  @Inject private References references;
  @Inject private Renames renames;
  @Inject private CodeActions actions;
  @Inject private StudyLenses lenses;
  @Inject private FileStudies studies;
  @Inject private Evaluations evaluations;
  @Inject private Commands commands;

  /** A client takes no requests before it has said that it is there. */
  private volatile boolean listens;
  private volatile boolean refreshesLenses;
  private volatile boolean followsProgress;
  private volatile boolean fillsInSnippets;

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    watchParent(params.getProcessId());
    return super.initialize(params).thenApply(result -> {
      result.setServerInfo(new ServerInfo("imc"));
      return result;
    });
  }

  @Override
  public void initialized(InitializedParams params) {
    super.initialized(params);
    listens = true;
    board.connect((file, diagnostics) -> getLanguageClient().publishDiagnostics(
        new PublishDiagnosticsParams(uris.toUriString(file), diagnostics)));
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
    learn(params.getCapabilities());
    workspace.addBuildListener(this::afterCheck);
    ServerCapabilities capabilities = super.createServerCapabilities(params);
    capabilities.setSignatureHelpProvider(null); // nothing in the language takes arguments
    capabilities.setFoldingRangeProvider(true);
    capabilities.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
    capabilities.setCodeLensProvider(new CodeLensOptions(false));
    capabilities.setInlayHintProvider(true);
    capabilities.setDocumentOnTypeFormattingProvider(
        new DocumentOnTypeFormattingOptions(TypedLayout.BRACE, List.of(TypedLayout.LINE_END)));
    capabilities.setExecuteCommandProvider(new ExecuteCommandOptions(Commands.ALL));
    capabilities.setSemanticTokensProvider(new SemanticTokensWithRegistrationOptions(TokenData.LEGEND, true));
    return capabilities;
  }

  private void learn(@Nullable ClientCapabilities client) {
    if (client != null) {
      refreshesLenses = client.getWorkspace() != null && client.getWorkspace().getCodeLens() != null
          && Boolean.TRUE.equals(client.getWorkspace().getCodeLens().getRefreshSupport());
      fillsInSnippets = Optional.ofNullable(client.getTextDocument())
          .map(TextDocumentClientCapabilities::getCompletion)
          .map(CompletionCapabilities::getCompletionItem)
          .map(CompletionItemCapabilities::getSnippetSupport)
          .orElse(false);
      followsProgress = client.getWindow() != null && Boolean.TRUE.equals(client.getWindow().getWorkDoneProgress());
    }
  }

  /** Take back results that no longer hold. Called while the model is held still. */
  private void afterCheck(List<IResourceDescription.Delta> changed) {
    var asking = new LinkedHashSet<URI>(board.asking());
    asking.addAll(evaluations.files());
    for (URI file : asking) {
      workspace.doRead(file, (document, resource) -> {
        if (resource != null) {
          studies.publishFindings(resource);
          if (studies.faulty(resource).isEmpty()) {
            evaluations.keepOnly(file, studies.lowered(resource).stream().map(LoweredStudy::study).toList());
          }
        }
        return null;
      });
    }
    if (changed.size() > 1) {
      refreshLenses(); // a client asks again by itself only for the file that it has changed
    }
    checkRest();
  }

  /** Check what is not yet checked, a file at a time, behind the client's requests; an edit cancels it and begins anew. */
  private void checkRest() {
    getRequestManager().runRead(workspace::checkNext).thenAccept(more -> {
      if (more) {
        checkRest();
      }
    });
  }

  private void refreshLenses() {
    if (refreshesLenses && listens) {
      getLanguageClient().refreshCodeLenses();
    }
  }

  /** {@inheritDoc} The protocol wants null. */
  @Override
  public CompletableFuture<Object> shutdown() {
    return super.shutdown().thenApply(done -> null);
  }

  /** Stop what is under way. */
  void stop() {
    evaluations.stop();
  }

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
    if (!ImcWorkspace.follows(known) && !texts.isShipped(known)) {
      return nothing;
    }
    return getWorkspaceManager().doRead(known, (document, resource) ->
        resource == null || resource.getParseResult() == null
            ? nothing
            : reader.apply(OpenFile.of(uri, resource, cancellation)));
  }

  @Override
  protected Either<List<CompletionItem>, CompletionList> completion(
      CancelIndicator cancellation, CompletionParams params) {
    return Either.forRight(read(params.getTextDocument().getUri(), cancellation, new CompletionList(),
        file -> texts.completion(file, params.getPosition(), fillsInSnippets)));
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

  @Override
  public CompletableFuture<List<? extends TextEdit>> onTypeFormatting(DocumentOnTypeFormattingParams params) {
    return getRequestManager().runRead(cancellation -> read(params.getTextDocument().getUri(), cancellation,
        List.<TextEdit>of(), file -> texts.layOutTyped(file, params.getPosition(), params.getCh())));
  }

  /** {@inheritDoc} An import leads to what it names. */
  @Override
  protected List<? extends Location> definition(CancelIndicator cancellation, DefinitionParams params) {
    List<Location> imported = read(params.getTextDocument().getUri(), cancellation, List.<Location>of(),
        file -> references.imported(file, params.getPosition()));
    if (!imported.isEmpty()) {
      return imported;
    }
    params.setPosition(read(params.getTextDocument().getUri(), cancellation, params.getPosition(),
        file -> file.lines().position(file.lines().offset(params.getPosition())))); // Xtext takes none beyond the text
    return super.definition(cancellation, params);
  }

  @Override
  protected List<? extends Location> references(ReferenceParams params, CancelIndicator cancellation) {
    boolean alsoDeclaration = params.getContext() != null && params.getContext().isIncludeDeclaration();
    return read(params.getTextDocument().getUri(), cancellation, List.<Location>of(),
        file -> references.of(file, params.getPosition(), alsoDeclaration));
  }

  @Override
  protected List<? extends DocumentHighlight> documentHighlight(
      DocumentHighlightParams params, CancelIndicator cancellation) {
    return read(params.getTextDocument().getUri(), cancellation, List.<DocumentHighlight>of(),
        file -> references.inFile(file, params.getPosition()));
  }

  @Override
  protected List<DocumentSymbol> documentSymbol(DocumentSymbolParams params, CancelIndicator cancellation) {
    return read(params.getTextDocument().getUri(), cancellation, List.<DocumentSymbol>of(), symbols::of);
  }

  @Override
  protected SemanticTokens semanticTokensFull(SemanticTokensParams params, CancelIndicator cancellation) {
    return read(params.getTextDocument().getUri(), cancellation, new SemanticTokens(List.of()), tokens::of);
  }

  @Override
  protected List<Either<Command, CodeAction>> codeAction(CodeActionParams params, CancelIndicator cancellation) {
    return read(params.getTextDocument().getUri(), cancellation, List.<Either<Command, CodeAction>>of(),
        file -> actions.at(file, params));
  }

  @Override
  protected List<? extends CodeLens> codeLens(CodeLensParams params, CancelIndicator cancellation) {
    return read(params.getTextDocument().getUri(), cancellation, List.<CodeLens>of(), lenses::of);
  }

  @Override
  public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
    return getRequestManager().runRead(cancellation -> read(params.getTextDocument().getUri(), cancellation,
        List.<InlayHint>of(), file -> texts.hints(file, params.getRange())));
  }

  @Override
  protected WorkspaceEdit rename(RenameParams params, CancelIndicator cancellation) {
    return read(params.getTextDocument().getUri(), cancellation, new WorkspaceEdit(),
        file -> renames.rename(file, params.getPosition(), params.getNewName()));
  }

  @Override
  protected @Nullable Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior> prepareRename(
      PrepareRenameParams params, CancelIndicator cancellation) {
    Range range = this.<@Nullable Range>read(params.getTextDocument().getUri(), cancellation, null,
        file -> renames.prepare(file, params.getPosition()));
    return range == null ? null : Either3.forFirst(range);
  }

  @Override
  public CompletableFuture<Object> executeCommand(ExecuteCommandParams params) {
    return commands.execute(params, title -> WorkProgress.begin(
        getLanguageClient(), params.getWorkDoneToken(), followsProgress, title), this::refreshLenses)
        .thenApply(answer -> answer);
  }

  @Override
  public void cancelProgress(WorkDoneProgressCancelParams params) {
    evaluations.cancel(params.getToken());
  }
}
