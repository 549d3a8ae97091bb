package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

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
    assertAllMet(full("golden/open/array_points.csv", MacroReference::arrayPoints), 137, reporter);
  }

  @Test
  void all12MacrosOfTheFullPeakFileArePricedByTheStandardFormAsInThePaper(TestReporter reporter) {
    assertAllMet(full("peak-macro.csv", MacroReference::peakMacro), 12, reporter);
  }

  private static List<MacroReference> full(String name, Function<Path, List<MacroReference>> reader) {
    Path file = ReferenceFolder.full(name);
    assumeTrue(Files.exists(file), () -> "The full reference folder is not here: " + file);
    return reader.apply(file);
  }

  private static void assertAllMet(List<MacroReference> references, int count, TestReporter reporter) {
    assertEquals(count, references.size());
    assertAll(references.stream().map(reference -> reference::assertMet));
    reporter.publishEntry("macros compared part by part", Integer.toString(references.size()));
  }
}
