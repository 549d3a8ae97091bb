package org.imc.tests.server;

import static org.imc.tests.server.Conversation.at;
import static org.imc.tests.server.Conversation.get;
import static org.imc.tests.server.Conversation.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MendingTest extends InConversation {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "import imc.network.ResNet8  | import imc.network.RestNet8 | import.unknown     | Change to 'imc.network.ResNet8'",
    "size 64 KiB                 | size 64                     | unit.missing       | Add the unit 'KiB'",
    "size 64 KiB                 | size 64 KiBi                | unit.unknown       | Change to 'KiB'",
    "rows 64                     |                             | property.missing   | Add 'rows 64'",
    "rows 64                     | rows 64 rows 64             | property.duplicate | Remove 'rows'",
    "columns 64                  | columns 60                  | macro.columns      | Set 'columns' to 64",
    "serial 1 bit                | serial 9 bit                | macro.bits-per-cycle | Set 'serial' to 8 bit",
    "serves inputs, outputs      | serves inputs, outputs, inputs | memory.operand-twice | Remove the second one",
    "port write 24 bit/cycle     |                             | memory.ports       | Add 'port write 128 bit/cycle'",
    "macro Array x 4             | macro Aray x 4              | name.unknown       | Change to 'Array'",
    "import imc.technology.cmos28 | | name.unknown | Import 'imc.technology.cmos28'",
  })
  void aFixLeavesNoError(String right, String wrong, String code, String title) throws IOException {
    String text = Texts.TINY.replace(right, wrong == null ? "" : wrong);
    String uri = Conversation.write(folder, "tiny.imc", text);
    editor.initialize(folder);
    Diagnostic found = editor.openAndCheck(uri, text).stream()
        .filter(issue -> issue.getCode().getLeft().equals(code))
        .findFirst().orElseThrow(() -> new AssertionError("not reported: " + code));

    List<CodeAction> offered = get(editor.server().getTextDocumentService().codeAction(
        new CodeActionParams(id(uri), found.getRange(), new CodeActionContext(List.of(found))))).stream()
        .map(action -> action.getRight())
        .toList();
    CodeAction fix = offered.stream().filter(action -> action.getTitle().equals(title)).findFirst()
        .orElseThrow(() -> new AssertionError("offered for " + found + ": " + offered.stream().map(CodeAction::getTitle).toList()));
    assertEquals(List.of(found), fix.getDiagnostics());
    String mended = Conversation.apply(text, fix.getEdit().getChanges().get(uri));
    editor.change(uri, mended);

    List<Diagnostic> left = editor.client().diagnostics(uri, all -> all.stream().noneMatch(
        issue -> issue.getSeverity() == org.eclipse.lsp4j.DiagnosticSeverity.Error));
    assertFalse(left.contains(found), left::toString);
  }

  @Test
  void renameChangesAllFilesAndTheirImports() throws IOException {
    String chip = Conversation.write(folder, "chip.imc", Texts.CHIP);
    String question = Conversation.write(folder, "question.imc", Texts.QUESTION);
    editor.initialize(folder);
    editor.openAndCheck(chip, Texts.CHIP);
    editor.openAndCheck(question, Texts.QUESTION);
    Position place = at(Texts.QUESTION, "Tiny minimising", 2);

    Range name = get(editor.server().getTextDocumentService().prepareRename(
        new PrepareRenameParams(id(question), place))).getFirst();
    WorkspaceEdit edit = get(editor.server().getTextDocumentService().rename(
        new RenameParams(id(question), place, "Small")));

    assertEquals(new Range(at(Texts.QUESTION, "Tiny minimising", 0), at(Texts.QUESTION, "Tiny minimising", 4)), name);
    String newChip = Conversation.apply(Texts.CHIP, edit.getChanges().get(chip));
    String newQuestion = Conversation.apply(Texts.QUESTION, edit.getChanges().get(question));
    assertEquals(Texts.CHIP.replace("Tiny", "Small"), newChip);
    assertEquals(Texts.QUESTION.replace("Tiny", "Small"), newQuestion);
    editor.change(chip, newChip);
    editor.change(question, newQuestion);
    editor.client().diagnostics(question, List::isEmpty);
  }

  @Test
  void whatIsShippedCannotBeRenamed() throws IOException {
    String uri = Conversation.write(folder, "tiny.imc", Texts.TINY);
    editor.initialize(folder);
    editor.openAndCheck(uri, Texts.TINY);

    AssertionError refused = assertThrows(AssertionError.class, () -> get(editor.server().getTextDocumentService()
        .rename(new RenameParams(id(uri), at(Texts.TINY, "ResNet8 on", 1), "Other"))));

    assertTrue(refused.getMessage().contains("'ResNet8' belongs to the shipped library"), refused::getMessage);
  }

  @Test
  void referencesAreFoundAcrossFiles() throws IOException {
    String chip = Conversation.write(folder, "chip.imc", Texts.CHIP);
    String question = Conversation.write(folder, "question.imc", Texts.QUESTION);
    editor.initialize(folder);
    editor.openAndCheck(chip, Texts.CHIP);

    List<? extends Location> found = get(editor.server().getTextDocumentService().references(
        new ReferenceParams(id(chip), at(Texts.CHIP, "Tiny", 1), new ReferenceContext(true))));

    assertEquals(List.of(chip, question), found.stream().map(Location::getUri).toList());
    assertEquals(at(Texts.QUESTION, "Tiny minimising", 0), found.get(1).getRange().getStart());
  }

  @Test
  void symbolsAreTheDeclarations() throws IOException {
    String uri = Conversation.write(folder, "tiny.imc", Texts.TINY);
    editor.initialize(folder);
    editor.openAndCheck(uri, Texts.TINY);

    List<DocumentSymbol> symbols = get(editor.server().getTextDocumentService().documentSymbol(
        new DocumentSymbolParams(id(uri)))).stream().map(symbol -> symbol.getRight()).toList();

    assertEquals(List.of("Array", "Tiny", "ResNet8 on Tiny"), symbols.stream().map(DocumentSymbol::getName).toList());
    assertEquals(List.of("input_register", "output_register", "buffer", "dram"),
        symbols.get(1).getChildren().stream().map(DocumentSymbol::getName).toList());
  }

  @Test
  void blocksFold() throws IOException {
    String uri = Conversation.write(folder, "tiny.imc", Texts.TINY);
    editor.initialize(folder);
    editor.openAndCheck(uri, Texts.TINY);

    List<FoldingRange> folds = get(editor.server().getTextDocumentService().foldingRange(
        new FoldingRangeRequestParams(id(uri))));

    int macro = at(Texts.TINY, "digital macro", 0).getLine();
    assertTrue(folds.stream().anyMatch(fold -> fold.getStartLine() == macro), folds::toString);
  }

  @Test
  void hintsShowWhatHoldsWithoutBeingWritten() throws IOException {
    String uri = Conversation.write(folder, "tiny.imc", Texts.TINY);
    editor.initialize(folder);
    editor.openAndCheck(uri, Texts.TINY);

    List<InlayHint> hints = get(editor.server().getTextDocumentService().inlayHint(
        new InlayHintParams(id(uri), new Range(new Position(0, 0), new Position(999, 0)))));

    assertEquals("cells 1 per multiplier · supply 0.9 V · clock as fast as the array",
        hints.get(0).getLabel().getLeft());
    assertEquals(at(Texts.TINY, "Array {", 7), hints.get(0).getPosition());
  }

  @Test
  void tokensColourWordsAndNames() throws IOException {
    String uri = Conversation.write(folder, "tiny.imc", Texts.TINY);
    var types = editor.initialize(folder).getCapabilities().getSemanticTokensProvider().getLegend().getTokenTypes();
    editor.openAndCheck(uri, Texts.TINY);

    List<Integer> data = get(editor.server().getTextDocumentService().semanticTokensFull(
        new SemanticTokensParams(id(uri)))).getData();

    assertEquals(0, data.size() % 5);
    assertEquals(List.of(0, 0, "import".length(), types.indexOf("keyword"), 0), data.subList(0, 5));
    assertTrue(data.contains(types.indexOf("number")));
  }
}
