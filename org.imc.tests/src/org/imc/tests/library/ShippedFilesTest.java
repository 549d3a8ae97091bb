package org.imc.tests.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.evaluation.SourceFiles;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.formatting2.SourceFormatter;
import org.imc.dsl.library.Library;
import org.imc.model.imc.FileDecl;
import org.imc.model.imc.NamedDecl;
import org.imc.tests.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every .imc file that we ship is one that we would want to be given. */
class ShippedFilesTest {

  private final SourceFiles files = Language.get(SourceFiles.class);
  private final StudyRunner runner = Language.get(StudyRunner.class);
  private final Library library = Language.get(Library.class);
  private final SourceFormatter formatter = Language.get(SourceFormatter.class);

  static List<Path> shipped() {
    List<Path> shipped = Stream.of(RepositoryFiles.LIBRARY, RepositoryFiles.EXAMPLES)
        .flatMap(folder -> RepositoryFiles.sources(folder).stream())
        .toList();
    assertTrue(shipped.size() >= 9, () -> "The library and the examples are not where they were: " + shipped);
    return shipped;
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void nothingIsWrongInIt(Path file) throws IOException {
    assertEquals(List.of(), runner.check(read(file), CancelIndicator.NullImpl));
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void formattingItTwiceChangesNothingMore(Path file, @TempDir Path folder) throws IOException {
    String once = formatter.format(read(file)).orElseThrow();
    Path copy = Files.writeString(folder.resolve(file.getFileName().toString()), once);
    assertEquals(once, formatter.format(read(copy)).orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void itIsFormatted(Path file) throws IOException {
    assertEquals(Files.readString(file), formatter.format(read(file)).orElseThrow());
  }

  /** Its files import each other out of the bundle, where copies of all of them stand. */
  @Test
  void theSourcesOfTheLibraryAreNoRivalsOfTheirCopies() throws IOException {
    for (XtextResource file : files.read(List.of(RepositoryFiles.LIBRARY.resolve("imc").resolve("network"))).named()) {
      assertEquals(List.of(), runner.check(file, CancelIndicator.NullImpl));
    }
  }

  @Test
  void theIndexOfTheLibraryListsEverythingThatItDeclaresInAlphabeticalOrder() throws IOException {
    var declared = new TreeSet<String>();
    for (Path file : RepositoryFiles.sources(RepositoryFiles.LIBRARY)) {
      FileDecl content = (FileDecl) read(file).getContents().getFirst();
      String path = RepositoryFiles.LIBRARY.relativize(file).toString().replace('\\', '/');
      content.getElements().stream()
          .filter(NamedDecl.class::isInstance)
          .map(element -> "%s.%s %s".formatted(content.getPackage(), ((NamedDecl) element).getName(), path))
          .forEach(declared::add);
    }
    assertEquals(List.copyOf(declared), Files.readAllLines(RepositoryFiles.LIBRARY.resolve("index.txt")));
  }

  @Test
  void theLibraryKnowsEachOfItsFiles() {
    for (Path file : RepositoryFiles.sources(RepositoryFiles.LIBRARY)) {
      String path = RepositoryFiles.LIBRARY.relativize(file).toString().replace('\\', '/');
      String name = path.substring(0, path.length() - ".imc".length()).replace('/', '.');
      assertEquals(Library.SCHEME + ":/" + path, library.find(name).map(Object::toString).orElse("nothing"), name);
    }
  }

  private XtextResource read(Path file) throws IOException {
    SourceFiles.Sources sources = files.read(List.of(file));
    assertEquals(List.of(), sources.problems());
    return sources.named().getFirst();
  }
}
