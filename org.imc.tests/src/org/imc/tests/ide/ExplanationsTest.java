package org.imc.tests.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  private static final String MACRO = """
      import imc.technology.cmos28
      digital macro Array { technology cmos28 rows 32 columns 32 weight 8 bit activation 8 bit serial 1 bit }
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
  void aMacroWalksFromItsTotalsToTheirPartsFormulasAndSources() {
    List<String> said = EditorServices.liveFile().read(EditorServices.snapshot(MACRO), resource ->
        EditorServices.get(Explanations.class).at(resource, MACRO.indexOf("Array {"))).orElseThrow().paragraphs();
    assertEquals(4, said.size(), said::toString);
    assertTrue(said.get(0).startsWith("At its peak: "), said::toString);
    assertTrue(said.get(1).startsWith("Energy: 4.45 pJ a cycle, 278 fJ a MAC (16 MACs a cycle; counts are times the activity): "
        + "multipliers 6.5% = 1024 x ½·C_g·V² = ½·0.7·0.9² fJ (zigzag-imc df34a6f); adder tree 83.8% = 1096 x 6·C_g·V² = "),
        said::toString);
    assertTrue(said.get(2).startsWith("Area: "), said::toString);
    assertTrue(said.get(3).startsWith("Clock period: 3.22 ns, the slowest stage: multipliers 1.5% = 1 x t_g·f_d = 0.0478·1 ns"),
        said::toString);
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
