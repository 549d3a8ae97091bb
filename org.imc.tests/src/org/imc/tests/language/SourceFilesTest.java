package org.imc.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.evaluation.SourceFiles;
import org.imc.dsl.validation.IssueCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesTest {

  @TempDir private Path folder;

  @Test
  void byteOrderMarkIsNoPartOfTheText() throws IOException {
    Files.writeString(folder.resolve("a.imc"), "\uFEFF" + Designs.complete());
    var sources = Language.get(SourceFiles.class).read(List.of(folder));
    assertEquals(List.of(), sources.problems());
    assertEquals(List.of(), Language.problems(sources.named().get(0)));
  }

  @Test
  void fileReadAloneSeesThoseOfItsFolder() throws IOException {
    Path chip = Files.writeString(folder.resolve("chip.imc"), "import p.t\n" + Designs.DIGITAL);
    Files.writeString(folder.resolve("technology.imc"), "package p\n" + Designs.TECHNOLOGY);
    var sources = Language.get(SourceFiles.class).read(List.of(chip));
    assertEquals(1, sources.named().size());
    assertEquals(List.of(), Language.problems(sources.named().get(0)));
  }

  @Test
  void fileThatIsNotTextIsReportedAndNotParsed() throws IOException {
    Files.write(folder.resolve("a.imc"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0});
    var sources = Language.get(SourceFiles.class).read(List.of(folder));
    assertEquals(List.of(), sources.named());
    assertEquals(List.of(IssueCodes.FILE_NOT_TEXT), sources.problems().stream().map(Problem::code).toList());
    assertEquals("'a.imc' is not a UTF-8 text file. Maybe it is not an .imc file.", sources.problems().get(0).message());
  }

  @Test
  void hiddenFoldersAndLinksAreNotRead() throws IOException {
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Path inside = Files.createDirectories(folder.resolve("inside/.hidden"));
    Files.writeString(outside.resolve("b.imc"), Designs.TECHNOLOGY);
    Files.writeString(inside.resolve("c.imc"), Designs.TECHNOLOGY);
    Files.createSymbolicLink(folder.resolve("inside/b.imc"), outside.resolve("b.imc"));
    assertEquals(List.of(), Language.get(SourceFiles.class).read(List.of(folder.resolve("inside"))).named());
  }
}
