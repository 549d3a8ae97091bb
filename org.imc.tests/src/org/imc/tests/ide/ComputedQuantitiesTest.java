package org.imc.tests.ide;

import static org.imc.tests.ide.EditorServices.complete;
import static org.imc.tests.ide.EditorServices.file;
import static org.imc.tests.ide.EditorServices.get;
import static org.imc.tests.ide.EditorServices.liveFile;
import static org.imc.tests.ide.EditorServices.proposals;
import static org.imc.tests.ide.EditorServices.snapshot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.imc.dsl.ide.highlighting.Highlight;
import org.imc.dsl.ide.highlighting.Highlighter;
import org.imc.dsl.ide.hover.Explanation;
import org.imc.dsl.ide.hover.Explanations;
import org.imc.dsl.ide.rename.Renaming;
import org.junit.jupiter.api.Test;

/** Parameters, expressions and what extends another, as an editor shows them. */
class ComputedQuantitiesTest {

  private static final String TEXT = """
      import imc.technology.cmos28
      parameter line = 8192 bit

      digital macro M {
        // Bit cells on a bit line.
        parameter n = 64
        technology cmos28
        rows n
        columns 2 * n
        weight 8 bit
        activation 8 bit
        serial 1 bit
      }

      architecture A {
        macro M x 4
        memory sram {
          size 2 * rows * 8 bit + 64 * line
          serves weights, inputs, outputs
          port readwrite 64 bit/cycle
          read 1 pJ/bit
          write 1 pJ/bit
        }
      }

      architecture B extends A {
      }
      """;

  @Test
  void anExpressionSaysWhatItComesTo() {
    assertEquals(List.of("Bit cells along a word line; whole weights must fit.",
        "Takes a number without a unit, 1 to 65536.", "Here 128."), hover("2 * n").paragraphs());
    assertEquals("Here 525312 bit.", hover("+ 64").paragraphs().getLast());
  }

  @Test
  void aParameterSaysItsValueWhereItIsDeclaredAndWhereItIsUsed() {
    for (String place : List.of("n = 64", "n\n  columns")) {
      Explanation said = hover(place);
      assertEquals("parameter n", said.title());
      assertEquals("Here 64.", said.paragraphs().getLast());
    }
    assertEquals("Bit cells on a bit line.", hover("n = 64").paragraphs().getFirst());
  }

  @Test
  void aPropertyOfTheMacroSaysItsValueInTheArchitecture() {
    assertEquals("macro's rows", hover("rows * 8").title());
    assertEquals("Here 64.", hover("rows * 8").paragraphs().getLast());
  }

  @Test
  void aMacroSaysItsPeakAndWherePublishedMacrosWouldHaveIt() {
    for (String place : List.of("M {", "M x 4")) {
      List<String> said = hover(place).paragraphs();
      String peak = "At its peak: \\S+ TOPS/W, 68 % within \\S+ to \\S+ · \\S+ TOPS · \\S+ mm²\\.";
      assertTrue(said.stream().anyMatch(text -> text.matches(peak)), said::toString);
    }
  }

  @Test
  void parametersAreOfferedWithTheirValuesAndPropertiesWhereThereIsAMacro() {
    var offered = complete(TEXT.replace("2 * n", "2 * |"));
    assertTrue(offered.stream().anyMatch(
        entry -> entry.getProposal().equals("n") && entry.getDescription().equals("parameter · 64")), offered::toString);
    assertTrue(proposals(TEXT.replace("2 * rows", "2 * |")).contains("rows"));
    assertFalse(proposals("network n { batch | }").contains("rows"));
  }

  @Test
  void unitsInsideAnExpressionAreThoseOfItsProperty() {
    assertEquals("bit", proposals(TEXT.replace("8 bit + 64", "8 |")).getFirst());
  }

  @Test
  void basesAreOfferedWithTheirKeyFigures() {
    var offered = complete(TEXT.replace("extends A", "extends |"));
    assertEquals("architecture · 4 x M · sram",
        offered.stream().filter(entry -> entry.getProposal().equals("A")).findFirst().orElseThrow().getDescription());
    var macros = complete(TEXT.replace("macro M x 4", "macro |"));
    assertEquals("macro · digital · 64 x 128 cells",
        macros.stream().filter(entry -> entry.getProposal().equals("M")).findFirst().orElseThrow().getDescription());
  }

  @Test
  void aParameterIsRenamedWhereItIsUsed() {
    assertEquals(Map.of(URI.createURI("memory:/a.imc"),
        List.of(spot("n = 64", 1), spot("n\n  columns", 1), spot("n\n  weight", 1))), spots("n = 64"));
  }

  @Test
  void aParameterOfAnotherFileIsRenamedThere() {
    String other = "architecture C extends A { memory sram { size 3 * line } }";
    assertEquals(Map.of(URI.createURI("memory:/a.imc"), List.of(spot("line = ", 4), spot("line\n", 4)),
        URI.createURI("memory:/b.imc"), List.of(new Renaming.Spot(other.indexOf("line"), 4))),
        liveFile().read(snapshot(TEXT, file("b.imc", other)), model -> get(Renaming.class).spots(
            get(Renaming.class).declaration(model, TEXT.indexOf("line = ")).orElseThrow())));
  }

  @Test
  void whatIsGivenAnewByNameIsRenamedWithIt() {
    String text = """
        block b { parameter k = 3 input i conv2d a from i { channels 4 kernel k } }
        network n { weight 8 bit activation 8 bit input x 3 x 9 x 9 use b u from x { parameter k = 5 } }
        digital macro m { parameter k = 8 rows k columns 2 * k }
        digital macro w extends m { parameter k = 16 rows 2 * k }
        digital macro v extends w { parameter k = 32 }
        digital macro alone { parameter k = 3 rows k }
        """;
    assertRenamed(text, "k = 3 input", "«k» = 3 input", "kernel «k»", "«k» = 5");
    assertRenamed(text, "k = 5", "«k» = 3 input", "kernel «k»", "«k» = 5");
    for (String place : List.of("k = 8", "k = 16", "k = 32")) {
      assertRenamed(text, place, "«k» = 8", "rows «k» columns", "columns 2 * «k»", "«k» = 16", "rows 2 * «k»", "«k» = 32");
    }
    assertRenamed(text, "k = 3 rows", "«k» = 3 rows", "rows «k» }\n");
  }

  /** Assert that the name at a place is changed where it is marked in some of the text, and nowhere else. */
  private static void assertRenamed(String text, String place, String... marked) {
    Renaming renaming = get(Renaming.class);
    List<Renaming.Spot> found = liveFile().read(snapshot(text), model ->
        renaming.spots(renaming.declaration(model, text.indexOf(place)).orElseThrow())).values().iterator().next();
    assertEquals(Stream.of(marked).map(part -> text.indexOf(part.replaceAll("[«»]", "")) + part.indexOf('«')).sorted().toList(),
        found.stream().map(Renaming.Spot::offset).sorted().toList());
  }

  @Test
  void aMemoryOfTheLibraryIsNotRenamedInWhatExtendsItsChip() {
    String text = "import imc.chip.*\narchitecture a extends GuoISSCC2023 { memory buffer { size 8 KiB } }";
    var refused = assertThrows(Renaming.Refused.class, () -> {
      var declaration = liveFile().read(snapshot(text), model ->
          get(Renaming.class).declaration(model, text.indexOf("buffer")).orElseThrow());
      get(Renaming.class).check(declaration, "other");
    });
    assertEquals("'buffer' belongs to the shipped library, which cannot be changed.", refused.getMessage());
  }

  @Test
  void wordsNumbersAndUnitsOfAnExpressionAreToldApart() {
    String text = "size 2 * n * 8 bit + (64 Kibit)";
    assertEquals(List.of("size", "2", "8", "bit", "64", "Kibit"), get(Highlighter.class).highlight(text).stream()
        .map((Highlight found) -> text.substring(found.offset(), found.end())).toList());
  }

  private static Renaming.Spot spot(String place, int length) {
    return new Renaming.Spot(TEXT.indexOf(place), length);
  }

  private static Map<URI, List<Renaming.Spot>> spots(String place) {
    Renaming renaming = get(Renaming.class);
    return liveFile().read(snapshot(TEXT), model ->
        renaming.spots(renaming.declaration(model, TEXT.indexOf(place)).orElseThrow()));
  }

  private static Explanation hover(String place) {
    return liveFile().read(snapshot(TEXT),
        model -> get(Explanations.class).at(model, TEXT.indexOf(place))).orElseThrow();
  }
}
