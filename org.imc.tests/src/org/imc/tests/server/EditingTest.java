package org.imc.tests.server;

import static org.imc.tests.server.Conversation.at;
import static org.imc.tests.server.Conversation.get;
import static org.imc.tests.server.Conversation.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentOnTypeFormattingParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.junit.jupiter.api.Test;

class EditingTest extends InConversation {

  @Test
  void libraryNamesAreKnownToTheFilesThatImportThem() throws IOException {
    String text = Texts.TINY;
    String uri = Conversation.write(folder, "tiny.imc", text);
    editor.initialize(folder);

    assertEquals(List.of(), editor.openAndCheck(uri, text));
  }

  @Test
  void aFileIsCheckedWithoutAnOpenFolderAndSeesThoseBesideIt() throws IOException {
    Conversation.write(folder, "chip.imc", Texts.CHIP);
    String uri = Conversation.write(folder, "question.imc", Texts.QUESTION);
    editor.initialize();

    assertEquals(List.of(), editor.openAndCheck(uri, Texts.QUESTION));
  }

  @Test
  void errorsHaveTheCheckersWordsCodesAndPlaces() throws IOException {
    String text = Texts.TINY.replace("rows 64", "rows 64.5");
    String uri = Conversation.write(folder, "tiny.imc", text);
    editor.initialize(folder);

    List<Diagnostic> found = editor.openAndCheck(uri, text);

    assertEquals(1, found.size(), found::toString);
    assertEquals("number.not-whole", found.get(0).getCode().getLeft());
    assertEquals("'rows' is 64.5, but must be a whole number.", found.get(0).getMessage().getLeft());
    assertEquals(new Range(at(text, "64.5", 0), at(text, "64.5", 4)), found.get(0).getRange());
    assertEquals(Problems.of(uri, text), Problems.of(found));
  }

  @Test
  void anEditTakesAnErrorAway() throws IOException {
    String broken = Texts.TINY.replace("import imc.technology.cmos28", "import imc.technology.cmos82");
    String uri = Conversation.write(folder, "tiny.imc", broken);
    editor.initialize(folder);
    assertFalse(editor.openAndCheck(uri, broken).isEmpty());

    editor.change(uri, Texts.TINY);

    assertEquals(List.of(), editor.client().diagnostics(uri, List::isEmpty));
  }

  @Test
  void aChangeInOneFileIsSeenInThoseThatDependOnIt() throws IOException {
    String chip = Conversation.write(folder, "chip.imc", Texts.CHIP);
    String question = Conversation.write(folder, "question.imc", Texts.QUESTION);
    editor.initialize(folder);
    editor.openAndCheck(question, Texts.QUESTION);
    editor.openAndCheck(chip, Texts.CHIP);

    editor.change(chip, Texts.CHIP.replace("weight 8 bit", "weight 4 bit"));

    List<Diagnostic> found = editor.client().diagnostics(question, all -> !all.isEmpty());
    assertEquals("study.precision", found.get(0).getCode().getLeft());
    editor.change(chip, Texts.CHIP);
    editor.client().diagnostics(question, List::isEmpty);
  }

  @Test
  void equalNamesInTwoWorkspaceFoldersDoNotClash() throws IOException {
    Path one = Files.createDirectory(folder.resolve("one"));
    Path two = Files.createDirectory(folder.resolve("two"));
    String first = Conversation.write(one, "tiny.imc", Texts.TINY);
    Conversation.write(two, "tiny.imc", Texts.TINY);
    editor.initialize(one, two);

    assertEquals(List.of(), editor.openAndCheck(first, Texts.TINY));
  }

  @Test
  void completionOffersWhatAMacroBlockLacks() throws IOException {
    String text = Texts.TINY.replace("  serial 1 bit\n", "  \n");
    String uri = Conversation.write(folder, "tiny.imc", text);
    editor.initialize(folder);
    editor.openAndCheck(uri, text);

    List<String> offered = complete(uri, text, "  \n}", 2);

    assertEquals("serial", offered.get(0));
    assertTrue(offered.contains("supply"), offered::toString);
    assertFalse(offered.contains("rows"), offered::toString);
    assertFalse(offered.contains("adc"), offered::toString);
  }

  @Test
  void completionOffersTheLibrary() throws IOException {
    String text = "import imc.\n";
    String uri = Conversation.write(folder, "new.imc", text);
    editor.initialize(folder);
    editor.openAndCheck(uri, text);

    List<String> offered = complete(uri, text, "imc.", 4);

    assertTrue(offered.contains("imc.network.ResNet8"), offered::toString);
  }

  @Test
  void aWholeDeclarationHasPlacesToFillIn() throws IOException {
    editor.fillInSnippets();

    CompletionItem macro = wholeDigitalMacro();

    assertEquals(InsertTextFormat.Snippet, macro.getInsertTextFormat());
    assertEquals("""
        digital macro ${1:Name} {
          technology ${2:cmos28}
          rows ${3:64}
          columns ${4:64}
          weight ${5:8 bit}
          activation ${6:8 bit}
          serial ${7:1 bit}
        \\}""", macro.getTextEdit().getLeft().getNewText());
  }

  @Test
  void aWholeDeclarationIsPlainForAnEditorWithoutPlaces() throws IOException {
    CompletionItem macro = wholeDigitalMacro();

    assertNull(macro.getInsertTextFormat());
    String text = macro.getTextEdit().getLeft().getNewText();
    assertTrue(text.startsWith("digital macro Name {\n  technology cmos28\n  rows "), text);
    assertFalse(text.contains("$"), text);
  }

  private CompletionItem wholeDigitalMacro() throws IOException {
    String uri = Conversation.write(folder, "new.imc", "dig");
    editor.initialize(folder);
    editor.openAndCheck(uri, "dig");
    return get(editor.server().getTextDocumentService().completion(
        new CompletionParams(id(uri), new Position(0, 3)))).getRight().getItems().stream()
        .filter(item -> item.getLabel().equals("digital macro Name { … }"))
        .findFirst().orElseThrow();
  }

  @Test
  void hoverExplainsAProperty() throws IOException {
    String uri = Conversation.write(folder, "tiny.imc", Texts.TINY);
    editor.initialize(folder);
    editor.openAndCheck(uri, Texts.TINY);

    Hover hover = get(editor.server().getTextDocumentService().hover(
        new HoverParams(id(uri), at(Texts.TINY, "activation 8 bit", 2))));

    String said = hover.getContents().getRight().getValue();
    assertTrue(said.startsWith("**activation**"), said);
    assertTrue(said.contains("Takes a number of bits, 1 to 32 bit."), said);
    assertEquals(at(Texts.TINY, "activation 8 bit", 0), hover.getRange().getStart());
  }

  @Test
  void definitionLandsInALibraryFileThatCanBeRead() throws IOException {
    String uri = Conversation.write(folder, "tiny.imc", Texts.TINY);
    editor.initialize(folder);
    editor.openAndCheck(uri, Texts.TINY);

    List<? extends Location> found = get(editor.server().getTextDocumentService().definition(
        new DefinitionParams(id(uri), at(Texts.TINY, "ResNet8 on", 2)))).getLeft();

    assertEquals(1, found.size());
    assertEquals("imc-library:/imc/network/ResNet8.imc", found.get(0).getUri());
    String content = get(editor.server().libraryContent(Map.of("uri", found.get(0).getUri())));
    int start = Conversation.offset(content, found.get(0).getRange().getStart());
    assertEquals("ResNet8", content.substring(start, start + 7));
  }

  @Test
  void definitionAndHoverOfAnImportTellWhatItNames() throws IOException {
    Conversation.write(folder, "chip.imc", Texts.CHIP);
    String uri = Conversation.write(folder, "question.imc", Texts.QUESTION);
    editor.initialize(folder);
    editor.openAndCheck(uri, Texts.QUESTION);

    assertEquals(List.of("chip.imc Tiny"), defined(uri, Texts.QUESTION, "chip.Tiny"));
    assertEquals(List.of("ResNet8.imc ResNet8"), defined(uri, Texts.QUESTION, "imc.network.ResNet8"));
    Hover hover = get(editor.server().getTextDocumentService().hover(
        new HoverParams(id(uri), at(Texts.QUESTION, "imc.network.ResNet8", 5))));
    assertTrue(hover.getContents().getRight().getValue().startsWith("**network ResNet8**"), hover::toString);
    assertEquals(new Range(at(Texts.QUESTION, "imc.network", 0), at(Texts.QUESTION, "ResNet8\n", 7)), hover.getRange());
  }

  @Test
  void anImportOfAPackageLeadsToAllItsNames() throws IOException {
    Conversation.write(folder, "chip.imc", Texts.CHIP);
    String text = Texts.QUESTION.replace("chip.Tiny", "chip.*");
    String uri = Conversation.write(folder, "question.imc", text);
    editor.initialize(folder);
    editor.openAndCheck(uri, text);

    assertEquals(List.of("chip.imc Array", "chip.imc Tiny"), defined(uri, text, "chip.*"));
    Hover hover = get(editor.server().getTextDocumentService().hover(new HoverParams(id(uri), at(text, "chip.*", 1))));
    assertEquals("**chip.\\***\n\narchitecture: Tiny\n\nmacro: Array", hover.getContents().getRight().getValue());
  }

  /** Return file and name of each place that a word leads to. */
  private List<String> defined(String uri, String text, String word) throws IOException {
    var names = new ArrayList<String>();
    for (Location found : get(editor.server().getTextDocumentService().definition(
        new DefinitionParams(id(uri), at(text, word, 2)))).getLeft()) {
      String content = found.getUri().startsWith("imc-library:")
          ? get(editor.server().libraryContent(Map.of("uri", found.getUri())))
          : Files.readString(Path.of(java.net.URI.create(found.getUri())));
      names.add(found.getUri().substring(found.getUri().lastIndexOf('/') + 1) + " " + content.substring(
          Conversation.offset(content, found.getRange().getStart()),
          Conversation.offset(content, found.getRange().getEnd())));
    }
    return names;
  }

  @Test
  void aLineEndLaysOutTheLineBefore() throws IOException {
    String text = Texts.TINY.replace("  rows 64\n", "  rows    64\n\n");
    String uri = Conversation.write(folder, "tiny.imc", text);
    editor.initialize(folder);
    editor.openAndCheck(uri, text);

    List<? extends TextEdit> edits = get(editor.server().getTextDocumentService().onTypeFormatting(
        new DocumentOnTypeFormattingParams(id(uri), new FormattingOptions(2, true), at(text, "rows    64\n", 11), "\n")));

    assertEquals(text.replace("rows    64\n\n", "rows 64\n  \n"), Conversation.apply(text, edits));
  }

  @Test
  void formattingMovesSpaceAlone() throws IOException {
    String messy = Texts.TINY.replace("  rows 64", "rows    64").replace(" {\n", "   {\n");
    String uri = Conversation.write(folder, "tiny.imc", messy);
    editor.initialize(folder);
    editor.openAndCheck(uri, messy);

    List<? extends TextEdit> edits = get(editor.server().getTextDocumentService().formatting(
        new DocumentFormattingParams(id(uri), new FormattingOptions(2, true))));

    assertTrue(edits.stream().allMatch(edit -> edit.getNewText().isBlank()), edits::toString);
    assertEquals(Texts.TINY, Conversation.apply(messy, edits));
  }

  private List<String> complete(String uri, String text, String word, int inside) {
    return get(editor.server().getTextDocumentService().completion(
        new CompletionParams(id(uri), at(text, word, inside)))).getRight().getItems().stream()
        .map(CompletionItem::getLabel)
        .toList();
  }
}
