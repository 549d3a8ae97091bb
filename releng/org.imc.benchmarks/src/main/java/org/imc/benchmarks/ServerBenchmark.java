package org.imc.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageServer;
import org.imc.dsl.ide.live.SourceText;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The language server on a folder of 200 files, from the editor's side of a socket. Targets: edit 200 ms, others 100 ms. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = {"-Xmx512m", "-Dguice_bytecode_gen_option=DISABLED"})
public class ServerBenchmark {

  private static final int FILES = 200;

  private final EditorClient client = new EditorClient();
  private LanguageServer server;
  private Path folder;
  private String technology;
  private String technologyUri;
  private SourceText file;
  private String uri;
  private Position layer;
  private int version = 1;

  /** Write the files, open the folder, and one file in it, and the technology that all import. */
  @Setup
  public void open() throws IOException, InterruptedException, ExecutionException {
    folder = Files.createTempDirectory("imc");
    List<SourceText> workspace = Texts.workspace(FILES);
    for (SourceText each : workspace) {
      Files.writeString(folder.resolve(each.uri().lastSegment()), each.text());
    }
    server = client.connect(folder);
    file = workspace.get(FILES / 2);
    uri = opened(file);
    technology = workspace.getFirst().text();
    technologyUri = opened(workspace.getFirst());
    layer = EditorClient.behind(file.text(), "from l5", 0);
  }

  private String opened(SourceText text) throws InterruptedException {
    String opened = folder.resolve(text.uri().lastSegment()).toUri().toString();
    client.forget();
    server.getTextDocumentService().didOpen(
        new DidOpenTextDocumentParams(new TextDocumentItem(opened, "imc", version++, text.text())));
    PublishDiagnosticsParams said = client.next(opened);
    if (said.getDiagnostics().stream().anyMatch(each -> each.getSeverity() == DiagnosticSeverity.Error)) {
      throw new IllegalStateException("The generated file has errors: " + said);
    }
    return opened;
  }

  private PublishDiagnosticsParams change(String changed, String text) throws InterruptedException {
    client.forget();
    server.getTextDocumentService().didChange(new DidChangeTextDocumentParams(
        new VersionedTextDocumentIdentifier(changed, version++), List.of(new TextDocumentContentChangeEvent(text))));
    return client.next(changed);
  }

  /** Leave, and remove the files. */
  @TearDown
  public void close() throws IOException, InterruptedException, ExecutionException {
    server.shutdown().get();
    server.exit();
    try (var files = Files.newDirectoryStream(folder)) {
      for (Path each : files) {
        Files.delete(each);
      }
    }
    Files.delete(folder);
  }

  /** Exchange one digit in one file; hear what is wrong in it. */
  @Benchmark
  public PublishDiagnosticsParams editToDiagnostics() throws InterruptedException {
    return change(uri, Texts.edited(file, version % 2 == 0 ? "6" : "7").text());
  }

  /** Exchange one digit in the technology that all files use; hear what is wrong in it. */
  @Benchmark
  public PublishDiagnosticsParams editOfWhatAllUse() throws InterruptedException {
    return change(technologyUri, technology.replace("0.7 fF", version % 2 == 0 ? "0.7 fF" : "0.8 fF"));
  }

  /** Complete the name of a layer. */
  @Benchmark
  public Either<List<CompletionItem>, CompletionList> complete() throws InterruptedException, ExecutionException {
    return server.getTextDocumentService().completion(
        new CompletionParams(new TextDocumentIdentifier(uri), layer)).get();
  }

  /** Explain the name of a layer. */
  @Benchmark
  public Hover hover() throws InterruptedException, ExecutionException {
    return server.getTextDocumentService().hover(
        new HoverParams(new TextDocumentIdentifier(uri), layer)).get();
  }
}
