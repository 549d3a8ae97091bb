package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.imc.engine.arch.Sharing;
import org.imc.engine.mapping.Loop;
import org.imc.engine.mapping.SpatialMapping;
import org.imc.engine.workload.LoopBounds;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.Window;
import org.junit.jupiter.api.Test;

class SpatialMappingTest {

  private static final Window STRIDE_1 = new Window(1, 1, 1, 1, 8, 8);

  @Test
  void withoutDiagonalCopiesTheUsedRowsAreTheAddedRows() {
    var spatial = new SpatialMapping(
        List.of(new Loop(LoopDim.K, 4)), List.of(new Loop(LoopDim.C, 2), new Loop(LoopDim.FX, 3)), List.of());

    assertEquals(6, spatial.usedRows(STRIDE_1));
    assertEquals(1, spatial.weightCopies());
  }

  @Test
  void outputsSideBySideUseOneRowForEachDistinctInput() {
    var spatial = new SpatialMapping(
        List.of(new Loop(LoopDim.OX, 2)), List.of(new Loop(LoopDim.C, 2), new Loop(LoopDim.FX, 3)), List.of());

    assertEquals(2 * 4, spatial.usedRows(STRIDE_1)); // x in {0, 1, 2} and {1, 2, 3}
    assertEquals(2 * 5, spatial.usedRows(new Window(1, 2, 1, 1, 8, 8))); // {0, 1, 2} and {2, 3, 4}
    assertEquals(2 * 6, spatial.usedRows(new Window(1, 1, 1, 2, 8, 8))); // {0, 2, 4} and {1, 3, 5}
    assertEquals(2, spatial.weightCopies());
  }

  @Test
  void rowsAreCountedThoughTheStoredInputIsSmaller() {
    var spatial = new SpatialMapping(List.of(), List.of(new Loop(LoopDim.FX, 3)), List.of());

    assertEquals(3, spatial.usedRows(new Window(1, 1, 1, 1, 1, 1))); // two of the taps meet padding
  }

  @Test
  void instancesFollowTheSharing() {
    var spatial = new SpatialMapping(
        List.of(new Loop(LoopDim.K, 4)), List.of(new Loop(LoopDim.C, 3)), List.of(new Loop(LoopDim.G, 2)));

    assertEquals(6, spatial.instances(Sharing.PER_ROW, STRIDE_1));
    assertEquals(8, spatial.instances(Sharing.PER_OUTPUT, STRIDE_1));
    assertEquals(2, spatial.instances(Sharing.PER_MACRO, STRIDE_1));
    assertEquals(1, spatial.instances(Sharing.GLOBAL, STRIDE_1));
    assertEquals(LoopBounds.ONES, spatial.tile(Sharing.PER_ROW));
    assertEquals(LoopBounds.ONES.with(LoopDim.K, 4).with(LoopDim.C, 3), spatial.tile(Sharing.PER_MACRO));
    assertEquals(LoopBounds.ONES.with(LoopDim.K, 4).with(LoopDim.C, 3).with(LoopDim.G, 2), spatial.tile(Sharing.GLOBAL));
  }
}
