package org.imc.tests.language;

import static org.imc.tests.language.Designs.chip;
import static org.imc.tests.language.Marked.assertNothing;
import static org.imc.tests.language.Marked.assertWarning;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.imc.dsl.validation.IssueCodes;
import org.imc.engine.arch.MemoryLevel;
import org.imc.engine.cost.SramModel;
import org.junit.jupiter.api.Test;

/** What the kind of a memory fills in, and where it has no figures. */
class MemoryKindTest {

  private static String with(String instead) {
    return Designs.complete().replace("read 0.16 pJ/bit", instead).replace("write 0.11 pJ/bit", "");
  }

  private static MemoryLevel level(String instead) {
    return LoweringTest.lower(with(instead)).study().architecture().memories().levels().get(0);
  }

  @Test
  void anSramHasTheFiguresOfTheTableForItsSizeWidestPortAndNode() {
    MemoryLevel level = level("kind sram");
    var word = SramModel.of(64 * 8192, 128, 28, true);
    assertEquals(word.readPj() / 128, level.readPjPerBit());
    assertEquals(word.writePj() / 128, level.writePjPerBit());
    assertEquals(word.areaMm2(), level.areaMm2());
    assertNothing(with("kind sram"));
  }

  @Test
  void theBufferOfTheSourceHasItsStatedFigures() {
    String text = with("kind sram").replace("size 64 KiB", "size 256 KiB").replace("128 bit/cycle", "256 bit/cycle");
    MemoryLevel level = LoweringTest.lower(text).study().architecture().memories().levels().get(0);
    assertEquals(41.0986 / 256, level.readPjPerBit(), 5e-7);
    assertEquals(27.0012 / 256, level.writePjPerBit(), 5e-7);
    assertEquals(0.778311504, level.areaMm2(), 1e-9);
  }

  @Test
  void compactCellsTakeHalfTheArea() {
    assertEquals(level("kind sram").areaMm2() / 2, level("kind sram cells compact").areaMm2(), 1e-12);
  }

  @Test
  void figuresThatAreGivenWin() {
    MemoryLevel level = level("kind sram read 0.5 pJ/bit area 1 mm2 leakage 0.25 mW");
    assertEquals(0.5, level.readPjPerBit());
    assertEquals(1, level.areaMm2());
    assertEquals(0.25, level.leakageMw());
    assertEquals(SramModel.of(64 * 8192, 128, 28, true).writePj() / 128, level.writePjPerBit());
  }

  @Test
  void aPortPerSecondMakesAWordOfWhatItMovesInACycle() {
    String perTime = with("kind sram").replace("128 bit/cycle", "25.6 Gbit/s").replace("serial 1 bit", "serial 1 bit clock 200 MHz");
    MemoryLevel level = LoweringTest.lower(perTime).study().architecture().memories().levels().get(0);
    assertEquals(level("kind sram").readPjPerBit(), level.readPjPerBit(), 1e-12);
  }

  @Test
  void registersAreSixGatesOfAreaAndThreeOfCapacitanceABit() {
    String text = with("kind registers").replace("size 64 KiB", "size 4 Kibit");
    MemoryLevel level = LoweringTest.lower(text).study().architecture().memories().levels().get(0);
    assertEquals(0, level.readPjPerBit());
    assertEquals(3 * 0.7e-3 * 0.81, level.writePjPerBit(), 1e-15);
    assertEquals(4096 * 6 * 0.614e-6, level.areaMm2(), 1e-12);
    assertNothing(text);
  }

  @Test
  void dynamicMemoriesHaveTheirEnergyPerBitAndNoArea() {
    assertEquals(13, level("kind lpddr4").readPjPerBit());
    assertEquals(9.4, level("kind ddr4").writePjPerBit());
    assertEquals(3.9, level("kind hbm2").readPjPerBit());
    assertEquals(0, level("kind hbm2").areaMm2());
  }

  @Test
  void anSramSmallerThanTheTableWarnsWithTheDirection() {
    assertWarning(IssueCodes.MEMORY_RANGE,
        "Memory 'sram' has 8 words of 128 bits; the table of 'sram' holds 32 to 262144. Below, it has the figures of the least, "
            + "which are too large. Maybe use 'kind registers'.",
        chip("size 64 KiB", "kind sram size «128 B»"));
  }

  @Test
  void anSramLargerThanTheTableWarnsWithTheDirection() {
    assertWarning(IssueCodes.MEMORY_RANGE,
        "Memory 'sram' has 524288 words of 128 bits; the table of 'sram' holds 32 to 262144. Above, it is extrapolated. "
            + "Maybe give wider ports.",
        chip("size 64 KiB", "kind sram size «8 MiB»"));
  }

  @Test
  void anSramBelowTheNodesOfTheTableWarnsWithTheDirection() {
    assertWarning(IssueCodes.MEMORY_RANGE,
        "Memory 'sram' is at 16 nm; the table of 'sram' holds 22 to 90 nm. Below, it is extrapolated. "
            + "Maybe give 'read', 'write' and 'area'.",
        chip("size 64 KiB", "kind «sram» size 64 KiB").replace("node 28 nm", "node 16 nm"));
  }

  @Test
  void anSramSlowerThanTheClockAtWhichItIsToMoveWordsWarns() {
    assertWarning(IssueCodes.MEMORY_ACCESS,
        "Memory 'sram' takes 1.21 ns for an access, but moves 128 bits in every cycle of 1.00 ns of macro 'm'. "
            + "Maybe make it smaller, or set 'clock' to at most 828 MHz.",
        chip("size 64 KiB", "kind sram size «4 MiB»").replace("serial 1 bit", "serial 1 bit clock 1 GHz"));
    assertNothing(chip("size 64 KiB", "kind sram size 4 MiB").replace("serial 1 bit", "serial 1 bit clock 828 MHz"));
  }

  @Test
  void manyRegistersWarn() {
    assertWarning(IssueCodes.MEMORY_RANGE,
        "Memory 'sram' has 524288 bits of registers, which are read for free up to 4096 bits; above, that is too good. "
            + "Maybe use 'kind sram'.",
        chip("size 64 KiB", "kind registers size «64 KiB»"));
  }

  @Test
  void cellsOfAnotherMemoryWarn() {
    assertWarning(IssueCodes.MEMORY_KIND,
        "'cells' changes nothing in memory 'sram', which is no 'sram'. Maybe add 'kind sram', or remove it.",
        chip("size 64 KiB", "cells «compact» size 64 KiB"));
  }
}
