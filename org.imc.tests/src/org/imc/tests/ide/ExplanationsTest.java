package org.imc.tests.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.imc.dsl.ide.hover.Explanation;
import org.imc.dsl.ide.hover.Explanations;
import org.junit.jupiter.api.Test;

class ExplanationsTest {

  private static final String TEXT = """
      import imc.technology.cmos28

      // Another thing.

      // The array
      // of the chip.
      digital macro Array {
        technology cmos28
        rows 64
      }
      architecture Chip { macro Array x 4 }
      """;

  @Test
  void aPropertySaysWhatItMeansAndTakes() {
    assertEquals(Optional.of(new Explanation(TEXT.indexOf("rows"), 4, "rows",
        List.of("Bit cells along a bit line.", "Takes a number without a unit, 1 to 65536."))), at("rows"));
  }

  @Test
  void aNameSaysWhatItStandsForWithTheCommentBeforeIt() {
    var expected = new Explanation(TEXT.indexOf("Array x"), 5, "macro Array", List.of("The array of the chip."));
    assertEquals(Optional.of(expected), at("Array x"));
  }

  @Test
  void aNameOfTheLibrarySaysItsSource() {
    Explanation technology = at("cmos28\n  rows").orElseThrow();
    assertEquals("technology cmos28", technology.title());
    assertEquals(1, technology.paragraphs().stream().filter(text -> text.startsWith("Source: ")).count());
  }

  @Test
  void spaceAndPunctuationSayNothing() {
    assertEquals(Optional.empty(), at("{\n  technology"));
    assertEquals(Optional.empty(), at("\n  rows"));
  }

  private static Optional<Explanation> at(String word) {
    return EditorServices.liveFile().read(EditorServices.snapshot(TEXT),
        resource -> EditorServices.get(Explanations.class).at(resource, TEXT.indexOf(word)));
  }
}
