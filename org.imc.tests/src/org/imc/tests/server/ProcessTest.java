package org.imc.tests.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as editors start it. Needs the command line built, which {@code ./test} does after the tests. */
class ProcessTest {

  @TempDir private Path folder;

  @Test
  void theCommandServesAnEditorOnItsStreamsAndLeavesWithIt() throws Exception {
    Process process = start();
    var editor = Conversation.over(process.getInputStream(), process.getOutputStream());
    String text = Texts.SMALL.replace("rows 64", "rows 64.5");
    String uri = Conversation.write(folder, "tiny.imc", text);
    editor.initialize(folder);

    List<Diagnostic> found = editor.openAndCheck(uri, text);
    assertEquals(Problems.of(uri, text), Problems.of(found));
    editor.change(uri, Texts.SMALL);
    editor.client().diagnostics(uri, List::isEmpty);
    editor.close();

    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue());
  }

  @Test
  void whatTheServersLibraryLogsStaysOutOfTheProtocol() throws Exception {
    Process process = start();
    var editor = Conversation.over(process.getInputStream(), process.getOutputStream());
    String uri = Conversation.write(folder, "tiny.imc", Texts.SMALL);
    editor.initialize(folder);
    editor.openAndCheck(uri, Texts.SMALL);
    var beyond = new Position(100_000, 0);
    editor.server().getTextDocumentService().didChange(new DidChangeTextDocumentParams(
        new VersionedTextDocumentIdentifier(uri, 9), List.of(new TextDocumentContentChangeEvent(new Range(beyond, beyond), "x"))));
    editor.change(uri, Texts.SMALL.replace("rows 64", "rows 64.5"));
    editor.client().diagnostics(uri, found -> !found.isEmpty());
    editor.close();

    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals("", new String(process.getInputStream().readAllBytes()));
  }

  @Test
  void theCommandEndsWhenTheStreamDoes() throws Exception {
    Process process = start();
    process.getOutputStream().close();

    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(1, process.exitValue());
    assertEquals("", new String(process.getInputStream().readAllBytes()));
  }

  @Test
  void theCommandServesAnEditorOnASocketThatItTells() throws Exception {
    Process process = start(ProcessBuilder.Redirect.PIPE, "--socket", "0");
    String told = process.errorReader().readLine();
    String words = "imc: waiting for an editor on port ";
    assertTrue(told.startsWith(words), told);
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(told.substring(words.length())))) {
      var editor = Conversation.over(socket.getInputStream(), socket.getOutputStream());
      String text = Texts.SMALL.replace("rows 64", "rows 64.5");
      String uri = Conversation.write(folder, "tiny.imc", text);
      editor.initialize(folder);

      assertEquals(Problems.of(uri, text), Problems.of(editor.openAndCheck(uri, text)));
      editor.close();
    }

    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue());
    assertEquals("", new String(process.getInputStream().readAllBytes()));
  }

  private static Process start(String... options) throws IOException {
    return start(ProcessBuilder.Redirect.INHERIT, options);
  }

  private static Process start(ProcessBuilder.Redirect errors, String... options) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<>(List.of(java, "-Dguice_bytecode_gen_option=DISABLED", "-XX:TieredStopAtLevel=1",
        "-cp", classPath(), "org.imc.cli.Main", "lsp"));
    command.addAll(List.of(options));
    return new ProcessBuilder(command).redirectError(errors).start();
  }

  /** Return where the command's classes are: what a property says, else the jars of the last build. */
  private static String classPath() throws IOException {
    String given = System.getProperty("imc.test.classpath");
    if (given != null) {
      return given;
    }
    Path lib = Path.of("").toAbsolutePath();
    while (lib != null && !Files.isDirectory(lib.resolve("releng/org.imc.commandline"))) {
      lib = lib.getParent();
    }
    assumeTrue(lib != null, "not in the repository");
    Path jars = lib.resolve("releng/org.imc.commandline/target/lib");
    assumeTrue(Files.isDirectory(jars) && hasServer(jars), "the command line has not been built yet");
    return jars + "/*";
  }

  private static boolean hasServer(Path jars) throws IOException {
    try (Stream<Path> all = Files.list(jars)) {
      for (Path jar : all.filter(path -> path.getFileName().toString().startsWith("org.imc.cli")).toList()) {
        try (var content = new ZipFile(jar.toFile())) {
          if (content.getEntry("org/imc/cli/LspCommand.class") != null) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
