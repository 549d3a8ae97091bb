package org.imc.tests.ide;

import static org.imc.tests.ide.EditorServices.complete;
import static org.imc.tests.ide.EditorServices.proposals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.validation.IssueCodes;
import org.junit.jupiter.api.Test;

class CompletionTest {

  @Test
  void aBlockIsOfferedThePropertiesItLacksNeededOnesFirst() {
    assertEquals(
        List.of("activation", "columns", "serial", "technology", "weight", "access", "active", "activity", "array", "cells",
            "clock", "gating", "logic", "model", "multipliers", "mux", "parameter", "ping_pong", "readout", "recoding", "source", "supply",
            "trees"),
        proposals("digital macro A {\n  rows 64\n  |\n}"));
  }

  @Test
  void propertiesAreOfferedBeforeAHalfTypedOne() {
    List<String> offered = proposals("digital macro A {\n  rows 64\n  |co\n}\n");
    assertTrue(offered.containsAll(List.of("activation", "columns", "serial", "technology", "weight")), offered.toString());
  }

  @Test
  void aStyleIsNotOfferedThePropertiesOfTheOther() {
    List<String> analog = proposals("analog macro A { | }");
    assertTrue(analog.containsAll(List.of("dac", "adc")), analog.toString());
    assertFalse(analog.contains("recoding") || analog.contains("trees"), analog.toString());
    List<String> digital = proposals("digital macro A { | }");
    assertTrue(digital.contains("serial"), digital.toString());
    assertFalse(digital.contains("dac") || digital.contains("adc"), digital.toString());
  }

  @Test
  void theBlockOfADacIsOfferedItsFiguresAndKinds() {
    List<String> figures = proposals("analog macro A { dac 4 bit { energy 1 pJ | } }");
    assertTrue(figures.containsAll(List.of("kind", "step", "area", "delay")), figures.toString());
    assertFalse(figures.contains("energy"), figures.toString());
    List<String> kinds = proposals("analog macro A { dac 4 bit { kind | } }");
    assertTrue(kinds.containsAll(List.of("converter", "wordline", "pulse_width")), kinds.toString());
  }

  @Test
  void propertiesThatMayBeRepeatedAreOfferedAgain() {
    List<String> all = proposals("architecture A { memory m { port read 8 bit/cycle\n | } }");
    assertTrue(all.contains("port"), all.toString());
  }

  @Test
  void aHalfTypedWordNarrowsTheOffer() {
    assertEquals(List.of("rows"), proposals("digital macro A { ro|"));
  }

  @Test
  void aPropertyIsOfferedAnExampleOfItsValue() {
    ContentAssistEntry example = complete("technology t { node | }").get(0);
    assertEquals("28 nm", example.getProposal());
    assertEquals("a length, 1 to 1000 nm", example.getDescription());
  }

  @Test
  void unitsFitTheDimensionOfTheProperty() {
    assertEquals(List.of("nm", "um"), proposals("technology t { node 28 | }").subList(0, 2));
    assertEquals(List.of("mV", "V"), proposals("technology t { supply 0.9 | }").subList(0, 2));
    assertEquals(List.of("bit/cycle", "B/cycle", "Mbit/s", "Gbit/s", "MB/s", "GB/s"),
        proposals("architecture A { memory m { port read 8 | } }").subList(0, 6));
  }

  @Test
  void unitsThatExceedTheRangeAreLeftOut() {
    assertEquals(List.of("bit", "B"), proposals("digital macro A { serial 1 | }").stream()
        .filter(unit -> unit.toLowerCase().contains("b") && unit.length() <= 5 && !unit.contains("e")).toList());
  }

  @Test
  void countsAreOfferedNoUnit() {
    assertFalse(complete("digital macro A { rows 64 | }").stream()
        .anyMatch(entry -> ContentAssistEntry.KIND_UNIT.equals(entry.getKind())));
  }

  @Test
  void importsAreThoseOfTheLibraryAndOfOtherPackages() {
    var other = EditorServices.file("b.imc", "package mine\nnetwork Own { weight 8 bit activation 8 bit }");
    List<String> all = proposals("import |", other);
    assertTrue(all.containsAll(List.of("imc.network.ResNet8", "imc.technology.cmos28", "imc.network.*", "mine.Own",
        "mine.*")), all.toString());
  }

  @Test
  void namesInSightComeFirstOthersBringTheirImport() {
    List<ContentAssistEntry> all = complete("import imc.network.ResNet8\n\nevaluate |");
    assertEquals(List.of("ResNet8", "AlexNet", "BertBase", "DeepAutoEncoder", "DsCnn", "EfficientNetB0", "MobileNetV1", "MobileNetV2",
            "MobileNetV3", "ResNet18", "ResNet50", "Vgg16", "VitTiny"),
        all.stream().map(ContentAssistEntry::getProposal).toList());
    assertTrue(all.get(0).getTextReplacements().isEmpty());
    assertEquals("\nimport imc.network.DsCnn", all.get(4).getTextReplacements().get(0).getText());
    assertEquals("import imc.network.ResNet8".length(), all.get(4).getTextReplacements().get(0).getOffset());
  }

  @Test
  void aLayerReadsInputsAndLayersOfItsOwnNetwork() {
    assertEquals(List.of("image"), proposals("network N { input image 3 x 4 x 4\n conv2d c from | }"));
  }

  @Test
  void wordsAreDescribedByTheModelsDocumentation() {
    ContentAssistEntry rows = complete("digital macro A { ro|").get(0);
    assertEquals("Bit cells along a bit line.", rows.getDescription());
  }

  @Test
  void wholeDeclarationsAreOfferedOutsideBlocksAndAreWithoutFault() {
    List<ContentAssistEntry> whole = whole("|");

    assertEquals(
        Set.of("parameter width = 8", "technology name { … }", "digital macro Name { … }", "analog macro Name { … }",
            "architecture Name { … }", "chip Name { … }", "block Name { … }", "network Name { … }",
            "evaluate Network on Architecture minimising energy", "explore Name { … }"),
        whole.stream().map(ContentAssistEntry::getLabel).collect(Collectors.toSet()));
    Set<String> elsewhere = Set.of(IssueCodes.NAME_UNKNOWN, IssueCodes.PARAMETER_UNUSED);
    for (ContentAssistEntry each : whole) {
      EditorServices.liveFile().read(EditorServices.snapshot(each.getProposal()), resource ->
          EditorServices.get(StudyRunner.class).check(resource, CancelIndicator.NullImpl)).forEach(problem ->
          assertTrue(elsewhere.contains(problem.code()), () -> each.getProposal() + "\n" + problem));
    }
  }

  @Test
  void whatIsToBeChangedInAWholeDeclarationIsKnown() {
    String before = "network N { }\n";
    ContentAssistEntry study = whole(before + "eva|").get(0);

    assertEquals(List.of("Network", "Architecture", "energy"), study.getEditPositions().stream()
        .map(place -> (before + study.getProposal()).substring(place.getOffset(), place.getOffset() + place.getLength()))
        .toList());
  }

  @Test
  void insideABlockNoWholeDeclarationIsOffered() {
    assertEquals(List.of(), whole("digital macro A {\n  |\n}"));
    assertEquals(List.of(), whole("chip C {\n  style |\n}"));
  }

  private static List<ContentAssistEntry> whole(String marked) {
    return complete(marked).stream().filter(entry -> ContentAssistEntry.KIND_SNIPPET.equals(entry.getKind())).toList();
  }
}
