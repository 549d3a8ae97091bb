package org.imc.tests.ide;

import static org.imc.tests.ide.EditorServices.file;
import static org.imc.tests.ide.EditorServices.get;
import static org.imc.tests.ide.EditorServices.liveFile;
import static org.imc.tests.ide.EditorServices.snapshot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.imc.dsl.ide.navigation.Definitions;
import org.imc.dsl.ide.navigation.Occurrences;
import org.imc.dsl.ide.outline.Outline;
import org.imc.dsl.ide.outline.OutlineNode;
import org.junit.jupiter.api.Test;

class NavigationServicesTest {

  private static final String PARTS = "package parts\nimport imc.technology.cmos28\n"
      + "digital macro Array { technology cmos28 rows 64 columns 64 weight 8 bit activation 8 bit serial 1 bit }\n";

  private static final String CHIP = """
      import parts.Array
      architecture Chip {
        macro Array x 2
        memory all { size 1 MiB serves inputs, weights, outputs port readwrite 64 bit/cycle read 1 pJ/bit write 1 pJ/bit }
      }
      """;

  @Test
  void aNameLeadsToItsDeclarationInAnotherFile() {
    var found = liveFile().read(snapshot(CHIP, file("parts.imc", PARTS)),
        resource -> get(Definitions.class).at(resource, CHIP.indexOf("Array x"))).orElseThrow();
    assertEquals(CHIP.indexOf("Array x"), found.offset());
    assertEquals(5, found.length());
    assertEquals("parts.imc", found.targets().getFirst().file().lastSegment());
    assertEquals(PARTS.indexOf("Array"), found.targets().getFirst().offset());
    assertEquals(3, found.targets().getFirst().line());
  }

  @Test
  void anImportLeadsToWhatItBrings() {
    var found = liveFile().read(snapshot(CHIP, file("parts.imc", PARTS)),
        resource -> get(Definitions.class).at(resource, CHIP.indexOf("parts") + 2)).orElseThrow();
    assertEquals("parts.Array".length(), found.length());
    assertEquals(PARTS.indexOf("Array"), found.targets().getFirst().offset());
  }

  @Test
  void allPlacesOfANameAreFoundInAllFiles() {
    var found = liveFile().read(snapshot(CHIP, file("parts.imc", PARTS)),
        resource -> get(Occurrences.class).everywhere(resource, CHIP.indexOf("Array x"))).orElseThrow();
    assertEquals("Array", found.name());
    assertEquals(List.of("parts.imc", "chip"), found.places().stream()
        .map(place -> place.file().lastSegment().equals("parts.imc") ? "parts.imc" : "chip").sorted().toList().reversed());
    assertTrue(liveFile().read(snapshot(CHIP, file("parts.imc", PARTS)),
        resource -> get(Occurrences.class).everywhere(resource, CHIP.indexOf("size"))).isEmpty());
  }

  @Test
  void theOutlineNestsDeclarations() {
    List<OutlineNode> nodes = liveFile().read(snapshot(CHIP, file("parts.imc", PARTS)),
        resource -> get(Outline.class).of(resource));
    assertEquals("Chip", nodes.getFirst().name());
    assertEquals("architecture", nodes.getFirst().word());
    assertEquals(List.of("all"), nodes.getFirst().children().stream().map(OutlineNode::name).toList());
    assertTrue(nodes.getFirst().whole().contains(CHIP.indexOf("1 MiB")));
    assertEquals(CHIP.indexOf("all {"), nodes.getFirst().children().getFirst().significant().offset());
  }
}
