package org.imc.tests.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.imc.dsl.ide.highlighting.Highlighter;
import org.junit.jupiter.api.Test;

class HighlighterTest {

  @Test
  void wordsNumbersUnitsTextsAndCommentsAreToldApart() {
    assertEquals(List.of("DECLARATION digital", "DECLARATION macro", "KEYWORD rows", "NUMBER 64", "KEYWORD source",
        "STRING \"x\"", "COMMENT // c"), highlight("digital macro A { rows 64 source \"x\" } // c"));
  }

  @Test
  void aNameBehindANumberIsAUnitUpToTheEndOfTheLine() {
    assertEquals(List.of("NUMBER 8", "UNIT bit", "UNIT /", "UNIT cycle"), highlight("8 bit/cycle"));
    assertEquals(List.of("NUMBER 8"), highlight("8\nbit"));
    assertEquals(List.of("NUMBER 3", "KEYWORD x", "NUMBER 3"), highlight("3 x 3"));
  }

  @Test
  void halfTypedTextIsColouredAsFarAsItGoes() {
    assertEquals(List.of("COMMENT /* open", "NUMBER 1"), highlight("/* open */ 1").stream()
        .map(line -> line.replace(" */", "")).toList());
    assertEquals(List.of("DECLARATION macro"), highlight("macro § \" never closed").subList(0, 1));
  }

  private static List<String> highlight(String text) {
    return EditorServices.get(Highlighter.class).highlight(text).stream()
        .map(each -> each.kind() + " " + text.substring(each.offset(), each.end()).strip())
        .toList();
  }
}
