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
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageServer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The language server on one large file, from the editor's side of a socket: does the time grow as the file does? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(value = 1, jvmArgsAppend = {"-Xmx512m", "-Dguice_bytecode_gen_option=DISABLED"})
public class ServerLargeFileBenchmark {

  @Param({"5000", "20000"})
  private int lines;

  private final EditorClient client = new EditorClient();
  private LanguageServer server;
  private Path file;
  private String uri;
  private Position layer;
  private int version = 1;

  /** Write the file and open it. */
  @Setup
  public void open() throws IOException, InterruptedException, ExecutionException {
    String text = Texts.file(lines).text();
    file = Files.writeString(Files.createTempDirectory("imc").resolve("large.imc"), text);
    uri = file.toUri().toString();
    layer = EditorClient.behind(text, "from l5", text.length() / 2);
    server = client.connect(file.getParent());
    client.forget();
    server.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "imc", version++, text)));
    client.next(uri);
  }

  /** Leave, and remove the file. */
  @TearDown
  public void close() throws IOException, InterruptedException, ExecutionException {
    server.shutdown().get();
    server.exit();
    Files.delete(file);
    Files.delete(file.getParent());
  }

  /** Type a digit behind the name of a layer, or take it away; hear what is wrong in the file. */
  @Benchmark
  public PublishDiagnosticsParams keyToDiagnostics() throws InterruptedException {
    var behind = new Position(layer.getLine(), layer.getCharacter() + 1);
    var change = ++version % 2 == 1 // the text was the first version, this is the third
        ? new TextDocumentContentChangeEvent(new Range(layer, layer), "9")
        : new TextDocumentContentChangeEvent(new Range(layer, behind), "");
    client.forget();
    server.getTextDocumentService().didChange(
        new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(uri, version), List.of(change)));
    return client.next(uri);
  }

  /** Complete the name of a layer. */
  @Benchmark
  public Either<List<CompletionItem>, CompletionList> complete() throws InterruptedException, ExecutionException {
    return server.getTextDocumentService().completion(
        new CompletionParams(new TextDocumentIdentifier(uri), layer)).get();
  }
}
