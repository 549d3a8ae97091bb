package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.imc.engine.arch.MacroModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Macros are priced as the authors' releases price them. */
class MacroCostReferenceTest {

  @Test
  void everyMacroOfTheCommittedExtractIsPricedAsItsReleaseDoes(TestReporter reporter) {
    assertAllMet(MacroReference.committed(), 25, reporter);
  }

  @Test
  void all86MacrosOfTheFullArrayGoldenFileArePricedAsBothReleasesDo(TestReporter reporter) {
    assertAllMet(full("array-golden.csv", MacroReference::arrayGolden), 86, reporter);
  }

  @Test
  void all137MacrosOfTheFullArrayPointsFileArePricedAsZigZagDoes(TestReporter reporter) {
    assertAllMet(full("golden/open/array_points.json", MacroReference::arrayPoints), 137, reporter);
  }

  @ParameterizedTest
  @EnumSource(value = MacroModel.class, names = {"ICCAD2023", "STANDARD"})
  void all12MacrosOfTheFullPeakFileArePricedAsInThePaper(MacroModel model, TestReporter reporter) {
    assertAllMet(full("peak-macro.csv", file -> MacroReference.peakMacro(file, model)), 12, reporter);
  }

  private static List<MacroReference> full(String name, Function<Path, List<MacroReference>> reader) {
    return reader.apply(ReferenceFolder.required(name));
  }

  private static void assertAllMet(List<MacroReference> references, int count, TestReporter reporter) {
    assertEquals(count, references.size());
    assertAll(references.stream().map(reference -> reference::assertMet));
    reporter.publishEntry("macros compared part by part", Integer.toString(references.size()));
  }
}
