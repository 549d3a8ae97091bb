package org.imc.tests.ide;

import static org.imc.tests.ide.EditorServices.proposals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.imc.dsl.ide.hover.Explanation;
import org.imc.dsl.ide.hover.Explanations;
import org.junit.jupiter.api.Test;

/** Hover and completion inside weighted products of an exploration. */
class WeightedProductServicesTest {

  private static final String BEFORE = "network N { }\narchitecture A { }\nexplore S {\n  networks N\n  architectures A\n  minimising ";
  private static final String TEXT = BEFORE + "area, energy ^ 0.7 * latency ^ 0.3\n  maximising throughput\n}\n";
  private static final List<String> COSTS = List.of("area", "edp", "energy", "latency");

  @Test
  void costsAreOfferedWhereAFactorMayStand() {
    for (String begun : List.of("|", "energy, |", "energy ^ 0.7 * |", "energy * |", "energy ^ 0.7 * |\n budget 4")) {
      assertEquals(COSTS, proposals(BEFORE + begun + "\n}"), begun);
    }
    assertEquals(List.of("latency"), proposals(BEFORE + "energy ^ 0.7 * l|\n}"));
  }

  @Test
  void anExponentIsOfferedWithWhatItMayBe() {
    List<ContentAssistEntry> offered = EditorServices.complete(BEFORE + "energy ^ |\n}");
    assertEquals(List.of("0.5"), offered.stream().map(ContentAssistEntry::getProposal).toList());
    assertEquals("Its weight, above 0 and at most 4; 1 when left out.", offered.getFirst().getDescription());
  }

  @Test
  void behindAFactorComesTheNextLine() {
    List<String> offered = proposals(BEFORE + "energy ^ 0.7 |\n}");
    assertTrue(offered.containsAll(List.of("maximising", "where", "budget", "rows")), offered::toString);
    assertFalse(offered.contains("minimising") || offered.contains("energy"), offered::toString);
  }

  @Test
  void eachWordOfAProductIsExplained() {
    assertSays("minimising", "Figures, and weighted products of figures, of which less is better.");
    assertSays("energy", "Energy of all inferences.");
    assertSays("0.7", "Its weight, above 0 and at most 4; 1 when left out.");
    assertSays("latency", "Time of all inferences.");
    assertSays("throughput", "Effective throughput: operations over time, in TOPS.");
    assertEquals(Optional.empty(), at("^"));
    assertEquals(Optional.empty(), at("* lat"));
  }

  private static void assertSays(String word, String meaning) {
    assertEquals(Optional.of(new Explanation(TEXT.indexOf(word), word.length(), word, List.of(meaning))), at(word));
  }

  private static Optional<Explanation> at(String word) {
    return EditorServices.liveFile().read(EditorServices.snapshot(TEXT),
        resource -> EditorServices.get(Explanations.class).at(resource, TEXT.indexOf(word)));
  }
}
