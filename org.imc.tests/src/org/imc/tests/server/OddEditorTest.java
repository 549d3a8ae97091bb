package org.imc.tests.server;

import static org.imc.tests.server.Conversation.at;
import static org.imc.tests.server.Conversation.get;
import static org.imc.tests.server.Conversation.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DocumentColorParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Editors that do what they should not, and documents that are none of ours. */
class OddEditorTest extends InConversation {

  @ParameterizedTest
  @ValueSource(strings = {"untitled:Untitled-1", "file:///nowhere/notes.txt", "nonsense", "imc-library:/imc/nothing.imc"})
  void aDocumentThatIsNoFileOfTheLanguageDisturbsNoOther(String odd) throws IOException {
    String uri = Conversation.write(folder, "tiny.imc", Texts.SMALL);
    editor.initialize(folder);
    editor.open(odd, Texts.SMALL);
    editor.change(odd, Texts.SMALL + " ");

    assertNull(get(editor.server().getTextDocumentService().hover(new HoverParams(id(odd), new Position(0, 1)))));
    editor.open(uri, Texts.SMALL.replace("rows 64", "rows 64.5"));
    editor.client().diagnostics(uri, found -> !found.isEmpty());
    editor.change(uri, Texts.SMALL);
    editor.client().diagnostics(uri, List::isEmpty);
    editor.server().getTextDocumentService().didClose(new DidCloseTextDocumentParams(id(odd)));
    assertNotNull(get(editor.server().getTextDocumentService().hover(
        new HoverParams(id(uri), at(Texts.SMALL, "rows 64", 1)))));
  }

  @Test
  void closingOrChangingWhatWasNotOpenedChangesNothing() throws IOException {
    String uri = Conversation.write(folder, "tiny.imc", Texts.SMALL);
    editor.initialize(folder);
    editor.server().getTextDocumentService().didClose(new DidCloseTextDocumentParams(id(uri)));
    editor.change(uri, "nonsense");

    assertEquals(List.of(), editor.openAndCheck(uri, Texts.SMALL));
  }

  @Test
  void aRequestThatTheServerDoesNotKnowIsRefusedInWords() throws IOException {
    String uri = Conversation.write(folder, "tiny.imc", Texts.SMALL);
    editor.initialize(folder);

    ResponseError refused = refusal(editor.server().getTextDocumentService().documentColor(new DocumentColorParams(id(uri))));

    assertEquals(ResponseErrorCode.MethodNotFound.getValue(), refused.getCode());
    assertEquals("This server does not answer such requests.", refused.getMessage());
    assertNull(refused.getData());
  }

  @Test
  void aFaultIsToldWithoutItsStack() {
    editor.initialize(folder);

    ResponseError refused = refusal(editor.server().getTextDocumentService().hover(null));

    assertEquals(ResponseErrorCode.InternalError.getValue(), refused.getCode());
    assertTrue(refused.getMessage().startsWith("Internal error: "), refused::getMessage);
    assertNull(refused.getData());
  }

  @Test
  void aParameterIsNotGivenTheNameOfAProperty() throws IOException {
    String text = "parameter depth = 8 bit\nnetwork n { weight depth activation depth input i 4 dense d from i { units 2 } }\n";
    String uri = Conversation.write(folder, "tiny.imc", text);
    editor.initialize(folder);
    editor.openAndCheck(uri, text);

    ResponseError refused = refusal(editor.server().getTextDocumentService().rename(
        new RenameParams(id(uri), at(text, "depth", 1), "rows")));

    assertEquals("'rows' is a word of the language. Maybe choose another name.", refused.getMessage());
    assertNotNull(get(editor.server().getTextDocumentService().rename(
        new RenameParams(id(uri), at(text, "n {", 0), "rows"))));
  }

  private static ResponseError refusal(CompletableFuture<?> answer) {
    ExecutionException refused = assertThrows(ExecutionException.class, answer::get);
    return ((ResponseErrorException) refused.getCause()).getResponseError();
  }
}
