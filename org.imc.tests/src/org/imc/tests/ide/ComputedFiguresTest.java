package org.imc.tests.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.imc.dsl.ide.hints.DefaultHints;
import org.imc.dsl.ide.hints.Hint;
import org.imc.dsl.ide.hover.Explanations;
import org.junit.jupiter.api.Test;

/** Figures that nobody wrote are shown where they hold: as hints and when a name is asked for. */
class ComputedFiguresTest {

  private static final String TEXT = """
      import imc.technology.cmos28
      technology small extends cmos28 {
        node 7 nm
        supply 0.75 V
        gate { area 0.1 um2 }
      }
      analog macro M {
        technology cmos28
        rows 64
        columns 64
        weight 8 bit
        activation 8 bit
        dac 2 bit
        adc { resolution 5 bit }
      }
      architecture A {
        macro M
        memory buffer { kind sram size 256 KiB serves weights, inputs, outputs port readwrite 256 bit/cycle write 1 pJ/bit }
      }
      """;

  @Test
  void aMemoryShowsWhatItsKindSays() {
    assertTrue(hints(TEXT).contains("instances per chip · read 0.1605 pJ/bit · area 0.7783 mm2"), () -> hints(TEXT).toString());
  }

  @Test
  void aTechnologyOfAnotherNodeShowsItsScaledFigures() {
    assertTrue(hints(TEXT).contains(
            "gate capacitance 0.3010 fF · gate delay 16.21 ps · cell area 0.1160 um2 · cell write 3.546 fJ/bit"),
        () -> hints(TEXT).toString());
  }

  @Test
  void aConverterShowsItsModel() {
    assertTrue(hints(TEXT).contains("columns 1 · model in_array"), () -> hints(TEXT).toString());
  }

  @Test
  void anExplorationShowsHowManyDesignsItHas() {
    String question = "explore S { networks N architectures A rows in 16..64 step * 2 adc resolution in { 4 bit, 5 bit } }\n";
    assertTrue(hints(TEXT + question).contains("6 designs"), () -> hints(TEXT + question).toString());
    String huge = question.replace("16..64 step * 2", "1 .. 65536").replace("adc ", "columns in 1 .. 65536 mux in 1 .. 65536"
        + " active in 1 .. 65536 adc ");
    assertTrue(hints(TEXT + huge).contains("more designs than can be counted"), () -> hints(TEXT + huge).toString());
  }

  @Test
  void aTransistorShowsWhatIsUsual() {
    assertEquals(List.of("alpha 1.3 · slope 1.5 · analog exponent 2"),
        hints("technology t { transistor { threshold 0.3 V } }"));
  }

  @Test
  void halfTypedDeclarationsShowNothing() {
    String typing = TEXT.replace("size 256 KiB", "size").replace("node 7 nm", "node");
    assertTrue(hints(typing).stream().noneMatch(hint -> hint.contains("pJ/bit") || hint.contains("gate")));
  }

  @Test
  void theNameOfAMemoryTellsItsFigures() {
    List<String> paragraphs = EditorServices.liveFile().read(EditorServices.snapshot(TEXT), resource ->
        EditorServices.get(Explanations.class).at(resource, TEXT.indexOf("buffer"))).orElseThrow().paragraphs();
    assertTrue(paragraphs.contains("Computed: read 0.1605 pJ/bit · area 0.7783 mm2."), paragraphs::toString);
    assertTrue(paragraphs.contains("By its kind: CACTI 7 with the settings of zigzag-imc df34a6f, words of 256 bit at 28 nm; an "
        + "access takes 0.304 ns."),
        paragraphs::toString);
  }

  private static List<String> hints(String text) {
    return EditorServices.liveFile().read(EditorServices.snapshot(text),
        resource -> new DefaultHints().of(resource).stream().map(Hint::text).toList());
  }
}
