package org.imc.tests.server;

import static org.imc.tests.server.Conversation.at;
import static org.imc.tests.server.Conversation.get;
import static org.imc.tests.server.Conversation.id;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that come, go and move on the disk while others that need them are open, and edits beyond the text. */
class MovedFilesTest extends InConversation {

  private static final String NETWORK = "network Net { weight 8 bit activation 8 bit input i 16 dense d from i { units 8 } }\n";

  private static final String QUESTION =
      Texts.SMALL.replaceFirst("(?s)network Small \\{.*?\\n\\}\\n", "").replace("evaluate Small", "evaluate Net");

  private static final String UNKNOWN = "There is no network named 'Net' here.";

  private String question;

  @BeforeEach
  void openQuestion() throws IOException {
    question = Conversation.write(folder, "question.imc", QUESTION);
    editor.initialize(folder);
    editor.open(question, QUESTION);
    awaitUnknown(true);
  }

  private void awaitUnknown(boolean unknown) {
    editor.client().diagnostics(question, found -> messages(found).contains(UNKNOWN) == unknown);
  }

  private static List<String> messages(List<Diagnostic> found) {
    return found.stream().map(diagnostic -> diagnostic.getMessage().getLeft()).toList();
  }

  private void announce(FileChangeType what, String... uris) {
    editor.server().getWorkspaceService().didChangeWatchedFiles(
        new DidChangeWatchedFilesParams(Stream.of(uris).map(uri -> new FileEvent(uri, what)).toList()));
  }

  private List<String> references() {
    return get(editor.server().getTextDocumentService().references(
        new ReferenceParams(id(question), at(QUESTION, "Net on", 1), new ReferenceContext(true)))).stream()
        .map(location -> location.getUri().replaceAll(".*/", "")).toList();
  }

  private List<String> symbols() {
    return get(editor.server().getWorkspaceService().symbol(new WorkspaceSymbolParams("Net"))).getRight().stream()
        .filter(symbol -> symbol.getName().equals("Net")).map(symbol -> symbol.getLocation().getLeft().getUri().replaceAll(".*/", ""))
        .toList();
  }

  @Test
  void aFileThatMovesIsFoundWhereItIs() throws IOException {
    String network = Conversation.write(folder, "a.imc", NETWORK);
    announce(FileChangeType.Created, network);
    awaitUnknown(false);
    assertEquals(List.of("a.imc", "question.imc"), references());

    Files.move(folder.resolve("a.imc"), folder.resolve("b.imc"));
    announce(FileChangeType.Deleted, network);
    awaitUnknown(true);
    assertEquals(List.of(), symbols());
    announce(FileChangeType.Created, network.replace("a.imc", "b.imc"));
    awaitUnknown(false);
    assertEquals(List.of("b.imc", "question.imc"), references());
    assertEquals(List.of("b.imc"), symbols());
  }

  @Test
  void aFolderThatIsAnnouncedAloneStandsForItsFiles() throws IOException {
    Path below = Files.createDirectories(folder.resolve("below").resolve("deeper"));
    Conversation.write(below, "a.imc", NETWORK);
    String announced = folder.resolve("below").toUri().toString().replaceFirst("/$", "");
    announce(FileChangeType.Created, announced);
    awaitUnknown(false);
    assertEquals(List.of("a.imc"), symbols());

    Files.move(folder.resolve("below"), Files.createTempDirectory("elsewhere").resolve("below"));
    announce(FileChangeType.Deleted, announced);
    awaitUnknown(true);
    assertEquals(List.of(), symbols());
  }

  @Test
  void anOpenDocumentOutlivesItsFile() throws IOException {
    String network = Conversation.write(folder, "a.imc", NETWORK);
    editor.open(network, NETWORK);
    awaitUnknown(false);
    Files.delete(folder.resolve("a.imc"));
    announce(FileChangeType.Deleted, network);
    editor.change(network, NETWORK.replace("Net", "Other"));
    awaitUnknown(true);
    editor.change(network, NETWORK);
    awaitUnknown(false);

    editor.server().getTextDocumentService().didClose(new DidCloseTextDocumentParams(id(network)));
    awaitUnknown(true);
  }

  @Test
  void whatIsAnnouncedButCannotBeReadDoesNotEndAllBuilds() throws IOException {
    announce(FileChangeType.Created, folder.resolve("gone.imc").toUri().toString());
    announce(FileChangeType.Changed, Files.createDirectory(folder.resolve("folder.imc")).toUri().toString());
    String unsaved = "untitled:Untitled-1.imc";
    editor.open(unsaved, NETWORK);
    editor.server().getTextDocumentService().didClose(new DidCloseTextDocumentParams(id(unsaved)));
    editor.open(folder.toUri() + "%61.imc", NETWORK); // of a file that was never saved
    editor.open(question.replace("file:///", "file:/"), QUESTION);

    announce(FileChangeType.Created, Conversation.write(folder, "b.imc", NETWORK));
    editor.change(question, QUESTION + "\n");
    awaitUnknown(false);
    editor.change(question, QUESTION.replace("Net on", "Nothing on"));
    assertEquals(List.of("There is no network named 'Nothing' here."),
        messages(editor.client().diagnostics(question, found -> !found.isEmpty())));
  }

  @Test
  void anEditBeyondTheTextIsOneAtItsEnd() throws IOException {
    String network = Conversation.write(folder, "a.imc", "");
    editor.open(network, "Net { weight 8 bit activation 8 bit input i 16\n dense d from i {\n");
    edit(network, new Range(new Position(7, 0), new Position(9, 9)), "} }");
    edit(network, new Range(new Position(1, 99), new Position(1, 5)), " units 8");
    edit(network, new Range(new Position(-1, -1), new Position(-1, -1)), "network ");
    awaitUnknown(false);
    assertEquals(List.of(), editor.client().diagnostics(network, List::isEmpty));
    edit(network, new Range(new Position(0, 0), new Position(Integer.MAX_VALUE, Integer.MAX_VALUE)), "");
    awaitUnknown(true);
  }

  private void edit(String uri, Range range, String text) {
    editor.server().getTextDocumentService().didChange(new DidChangeTextDocumentParams(
        new VersionedTextDocumentIdentifier(uri, -3), List.of(new TextDocumentContentChangeEvent(range, text))));
  }

  @Test
  void aPlaceBeyondALineIsItsEnd() {
    for (Position beyond : List.of(new Position(-1, 0), new Position(99_999, 0))) {
      assertEquals(List.of(), definition(beyond));
    }
    assertEquals(List.of("cmos28.imc"), definition(new Position(0, 99_999)));
  }

  private List<String> definition(Position place) {
    return get(editor.server().getTextDocumentService().definition(new DefinitionParams(id(question), place))).getLeft().stream()
        .map(location -> location.getUri().replaceAll(".*/", "")).toList();
  }
}
