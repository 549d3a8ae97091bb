package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.imc.engine.arch.NodeScaling;
import org.imc.engine.cost.SramFigures;
import org.imc.engine.cost.SramModel;
import org.junit.jupiter.api.Test;

class SramModelTest {

  private static final long KIB = 8 * 1024;

  @Test
  void theArraysOfTheSourceHaveTheirStatedFigures() {
    SramFigures small = SramModel.of(32 * 32, 32, 28, true);
    assertEquals(0.00060331878, small.areaMm2(), 1e-14);
    assertEquals(0.08819, small.accessNs(), 5e-6);
    SramFigures buffer = SramModel.of(256 * KIB, 256, 28, true);
    assertEquals(0.778311504, buffer.areaMm2(), 1e-12);
    assertEquals(41.0986, buffer.readPj(), 5e-5);
    assertEquals(27.0012, buffer.writePj(), 5e-5);
  }

  @Test
  void compactCellsTakeHalfTheAreaAndNothingElseChanges() {
    SramFigures logic = SramModel.of(64 * KIB, 128, 28, true);
    SramFigures compact = SramModel.of(64 * KIB, 128, 28, false);
    assertEquals(logic.areaMm2() / 2, compact.areaMm2(), 1e-15);
    assertEquals(logic.readPj(), compact.readPj());
    assertEquals(logic.accessNs(), compact.accessNs());
  }

  @Test
  void everyPointOfTheFullTableIsMetExactly() {
    Path table = ReferenceFolder.required("cacti-table.csv");
    int points = 0;
    for (String line : ReferenceFolder.lines(table).stream().skip(1).toList()) {
      String[] f = line.split(",");
      if (!f[3].isEmpty()) {
        double node = Math.round(Double.parseDouble(f[0]) * 1000);
        long width = Long.parseLong(f[1]);
        SramFigures figures = SramModel.of(width * Long.parseLong(f[2]), width, node, false);
        assertEquals(Double.parseDouble(f[3]), figures.accessNs(), 1e-12, line);
        assertEquals(Double.parseDouble(f[4]), figures.areaMm2(), 1e-12, line);
        assertEquals(Double.parseDouble(f[5]) * 1000, figures.readPj(), 1e-9, line);
        assertEquals(Double.parseDouble(f[6]) * 1000, figures.writePj(), 1e-9, line);
        points++;
      }
    }
    assertEquals(650, points);
  }

  /**
   * The peer runs the same CACTI with a read and a write port of their own and with lines eight times as wide. A second port
   * takes the room of a second array; what wide lines do grows with the width.
   */
  @Test
  void memoriesOfTwoPortsTakeTwiceTheAreaOfTheseAndUpToFourTimesTheEnergy() {
    int points = 0;
    for (JsonNode point : ReferenceFolder.json(ReferenceFolder.required("golden/cacti_points.json")).path("points")) {
      double width = point.path("bw_bits").asDouble();
      SramFigures figures = SramModel.of(
          point.path("kB").asLong() * KIB, width, point.path("tech_um").asDouble() * 1000, false);
      assertRatio(1.9, width > 128 ? 2.7 : 2.3, point.path("area_mm2").asDouble() / figures.areaMm2(), point);
      assertRatio(0.9, 1.9, point.path("r_pj").asDouble() / figures.readPj(), point);
      assertRatio(1.2, width > 128 ? 3.8 : 2.2, point.path("w_pj").asDouble() / figures.writePj(), point);
      points++;
    }
    assertEquals(14, points);
  }

  private static void assertRatio(double least, double most, double ratio, JsonNode point) {
    assertTrue(ratio >= least && ratio <= most, () -> ratio + " " + point);
  }

  @Test
  void leavingOutEveryOtherSizeTheOthersAreFoundAgain() {
    double worst = 1;
    for (long rows : new long[] {96, 192, 384, 768, 1536, 3072, 6144, 12288}) { // between powers of two
      SramFigures low = SramModel.of(rows * 2 / 3 * 32, 32, 32, false);
      SramFigures high = SramModel.of(rows * 4 / 3 * 32, 32, 32, false);
      double between = Math.sqrt(low.areaMm2() * high.areaMm2());
      double ratio = SramModel.of(rows * 32, 32, 32, false).areaMm2() / between;
      worst = Math.max(worst, Math.max(ratio, 1 / ratio));
    }
    assertTrue(worst < 1.25, "factor " + worst);
  }

  @Test
  void betweenTwoNodesAndWidthsTheFiguresLieBetweenTheirs() {
    for (double[] nodes : new double[][] {{22, 25, 28}, {28, 30, 32}, {45, 55, 65}, {65, 80, 90}}) {
      assertBetween(SramModel.of(64 * KIB, 64, nodes[0], true), SramModel.of(64 * KIB, 64, nodes[1], true),
          SramModel.of(64 * KIB, 64, nodes[2], true));
    }
    assertBetween(SramModel.of(1024 * 16, 16, 28, true), SramModel.of(1024 * 20, 20, 28, true),
        SramModel.of(1024 * 24, 24, 28, true));
  }

  private static void assertBetween(SramFigures low, SramFigures middle, SramFigures high) {
    assertTrue(low.areaMm2() < middle.areaMm2() && middle.areaMm2() < high.areaMm2());
    assertTrue(low.readPj() < middle.readPj() && middle.readPj() < high.readPj());
    assertTrue(low.accessNs() < middle.accessNs() && middle.accessNs() < high.accessNs());
  }

  @Test
  void belowTwentyTwoNanometresTheScalingOfTechnologiesGoesOn() {
    SramFigures at22 = SramModel.of(64 * KIB, 64, 22, true);
    SramFigures at7 = SramModel.of(64 * KIB, 64, 7, true);
    var scaling = new NodeScaling(22, 7);
    assertEquals(at22.areaMm2() * scaling.cellArea(), at7.areaMm2(), 1e-15);
    assertEquals(at22.readPj() * scaling.capacitance(), at7.readPj(), 1e-12);
    assertEquals(at22.accessNs() * scaling.gateDelay(), at7.accessNs(), 1e-12);
  }

  @Test
  void beyondTheRowsOfTheTableAreaGrowsWithThemAndEnergyWithTheirRoot() {
    SramFigures last = SramModel.of(SramModel.MOST_ROWS * 32, 32, 28, true);
    SramFigures beyond = SramModel.of(4 * SramModel.MOST_ROWS * 32, 32, 28, true);
    assertEquals(4 * last.areaMm2(), beyond.areaMm2(), 1e-12);
    assertEquals(2 * last.readPj(), beyond.readPj(), 1e-12);
    assertEquals(2 * last.accessNs(), beyond.accessNs(), 1e-12);
    assertEquals(SramModel.of(32 * 32, 32, 28, true), SramModel.of(8 * 32, 32, 28, true), "the smallest stands for all");
  }

  @Test
  void whatIsNotPositiveIsRefused() {
    var e = assertThrows(IllegalArgumentException.class, () -> SramModel.of(0, 32, 28, true));
    assertEquals("A memory of 0 bits in words of 32.0 bits at 28.0 nm cannot be. All must be positive.", e.getMessage());
  }
}
