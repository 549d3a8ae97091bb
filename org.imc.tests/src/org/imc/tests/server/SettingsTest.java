package org.imc.tests.server;

import static org.imc.tests.server.Conversation.at;
import static org.imc.tests.server.Conversation.get;
import static org.imc.tests.server.Conversation.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.HoverParams;
import org.imc.dsl.validation.CheckDescriptions;
import org.imc.dsl.validation.SettingsFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server takes problems as a project's settings say, and explains them. */
class SettingsTest extends InConversation {

  /** Has one warning, import.duplicate. */
  private static final String TEXT = "import imc.network.ResNet8\n" + Texts.TINY;

  private Path settings;

  @BeforeEach
  void makeFolderOfSettings() throws IOException {
    settings = folder.resolve(SettingsFile.NAME);
    Files.createDirectory(settings.getParent());
  }

  @Test
  void settingsHoldAtOnceAndWhenTheyChange() throws IOException {
    Files.writeString(settings, "severity.import.duplicate=ignore\n");
    String uri = Conversation.write(folder, "tiny.imc", TEXT);
    editor.initialize(folder);
    assertEquals(List.of(), editor.openAndCheck(uri, TEXT));

    Files.writeString(settings, "severity.import.duplicate=info\n");
    announce(FileChangeType.Changed);
    List<Diagnostic> found = editor.client().diagnostics(uri, all -> !all.isEmpty());
    assertEquals(DiagnosticSeverity.Information, found.get(0).getSeverity());

    Files.delete(settings);
    announce(FileChangeType.Deleted);
    editor.client().diagnostics(uri, all -> all.get(0).getSeverity() == DiagnosticSeverity.Warning);
  }

  @Test
  void aSettingWithoutEffectIsReportedInTheSettingsUntilItIsGone() throws IOException {
    String setting = "severity.import.duplicates=ignore";
    Files.writeString(settings, "\n" + setting + "\n");
    String uri = Conversation.write(folder, "tiny.imc", TEXT);
    editor.initialize(folder);
    editor.openAndCheck(uri, TEXT);

    List<Diagnostic> found = editor.client().diagnostics(settings.toUri().toString(), all -> !all.isEmpty());
    assertEquals(List.of("ERROR settings.without-effect 2:1 There is no check 'import.duplicates'. Maybe 'import.duplicate'."),
        Problems.of(found));
    assertEquals(setting.length(), found.get(0).getRange().getEnd().getCharacter());

    Files.delete(settings);
    announce(FileChangeType.Deleted);
    editor.client().diagnostics(settings.toUri().toString(), List::isEmpty);
  }

  @Test
  void hoveringOverAProblemExplainsIt() throws IOException {
    String uri = Conversation.write(folder, "tiny.imc", TEXT.replace("rows 64", "rows 0"));
    editor.initialize(folder);
    editor.openAndCheck(uri, TEXT.replace("rows 64", "rows 0"));

    String shown = get(editor.server().getTextDocumentService().hover(
        new HoverParams(id(uri), at(TEXT, "rows 64", 5)))).getContents().getRight().getValue();

    var check = CheckDescriptions.of("number.out-of-range").orElseThrow();
    assertTrue(shown.contains("Takes a number without a unit, 1 to 65536."), shown);
    assertTrue(shown.contains("**" + check.title() + "**\n\n" + check.help().get(0)), shown);
  }

  private void announce(FileChangeType what) {
    editor.server().getWorkspaceService().didChangeWatchedFiles(
        new DidChangeWatchedFilesParams(List.of(new FileEvent(settings.toUri().toString(), what))));
  }
}
