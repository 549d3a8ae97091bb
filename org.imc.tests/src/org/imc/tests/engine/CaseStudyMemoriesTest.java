package org.imc.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What the memories of the ICCAD 2023 case study spent: every access costs its full width, and inputs under a sliding window
 * follow a rule of their own, for which reason no switch of the model gives the totals of networks with windows.
 * Runs where the full reference folder is.
 */
class CaseStudyMemoriesTest {

  private static final double STORED = 1e-4;
  private static final int WORD_BITS = 8;
  private static final double DRAM_PJ_PER_BIT = 3.7;
  private static final double REGISTER_PJ_PER_BIT = 3 * 0.7e-3 * 0.81;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> OF_OUTPUTS = Set.of("B", "K", "G", "OX", "OY");

  /** A stored layer beside its network, with its loops in space and time. */
  private record Layer(Map<String, String> row, Map<String, String> network) {

    JsonNode loops(String column, String... names) {
      JsonNode all = json(row.get(column));
      return all.has(names[0]) ? all.path(names[0]) : all.path(names[1]);
    }

    double unrolled(String dim) {
      double product = 1;
      for (JsonNode place : loops("sm", "O", "O")) {
        product *= product(place, Set.of(dim));
      }
      return product;
    }

    double stored(int level, String... operands) {
      return loops("mem", operands).path(level).asDouble();
    }

    double number(String column) {
      return Double.parseDouble(network.get(column));
    }

    boolean slides() {
      return row.get("dims").matches(".*F[XY]=([2-9]|1\\d).*");
    }

    double outputCachePj() {
      JsonNode time = loops("tm", "O", "O");
      if (time.size() < 2) {
        return 0; // the outputs stay in the registers
      }
      double periods = product(time.path(1), null);
      double words = unrolled("K") * unrolled("OX") * product(time.path(0), OF_OUTPUTS);
      boolean comesBack = periods > product(time.path(1), OF_OUTPUTS);
      return periods * accesses(words, "cache_bw") * (number("cache_w") + (comesBack ? number("cache_r") : 0));
    }

    double weightDramPj() {
      JsonNode time = loops("tm", "B", "W");
      double words = unrolled("K") * unrolled("C") * unrolled("FX") * unrolled("FY");
      return product(time.path(1), null) * accesses(words, "dram_bw") * number("dram_bw") * DRAM_PJ_PER_BIT;
    }

    double drivenRows() {
      return unrolled("C") * (unrolled("FX") + unrolled("OX") - 1) * unrolled("FY");
    }

    double inputPeriods() {
      JsonNode time = loops("tm", "A", "I");
      return time.size() < 2 ? 0 : product(time.path(1), null);
    }

    double inputCachePj() {
      return inputPeriods() * accesses(drivenRows(), "cache_bw") * number("cache_r");
    }

    private double accesses(double words, String width) {
      return Math.ceil(words * WORD_BITS / number(width) - 1e-9); // unrollings may be fractional
    }
  }

  @Test
  void outputsAndWeightsOfAll696StoredLayersCostAccessesOfFullWidth() {
    for (Layer layer : layers().values()) {
      assertMet(layer.stored(1, "O", "O"), layer.outputCachePj(), layer);
      assertMet(layer.stored(1, "B", "W"), layer.weightDramPj(), layer);
    }
  }

  @Test
  void inputsDoSoToWhereNoWindowSlidesAndNoOutputsAreSideBySide() {
    int met = 0;
    for (Layer layer : layers().values()) {
      if (!layer.slides() && layer.unrolled("OX") == 1) {
        assertMet(layer.stored(1, "A", "I"), layer.inputCachePj(), layer);
        met++;
      }
    }
    assertEquals(360, met);
  }

  /** DS-CNN: 25 windows side by side are fetched 24 times over, though one access is wide enough for all of them. */
  @Test
  void windowsSideBySideAreReadOneAfterTheOther() {
    Layer layer = layers().get("aimc_max ds-cnn 256 1");
    assertEquals(25, layer.unrolled("OX"));
    assertTrue(layer.drivenRows() * WORD_BITS < layer.number("cache_bw"));
    assertEquals(64 * 5, layer.inputPeriods());
    double perWindowOfRows = 7.0 / 3 / 5; // 7 rows of inputs for 5 windows of 3
    assertEquals(24 * perWindowOfRows, layer.stored(1, "A", "I") / layer.inputCachePj(), 1e-6);
  }

  /** ResNet8: the stored inputs of a row are brought once, not for each window over them. */
  @Test
  void aWindowThatSlidesIsChargedLessThanItsPositions() {
    Layer layer = layers().get("aimc_max resnet8 32 0");
    assertEquals(32 * 32 * 4, layer.inputPeriods());
    assertEquals(34.0 / 3 / 32, layer.stored(1, "A", "I") / layer.inputCachePj(), 1e-6); // 34 inputs for 32 windows of 3
  }

  @Test
  void theTotalsOf12Of48NetworksFollowAndThoseWithWindowsMissByUpToAThird() {
    Map<String, Double> priced = new HashMap<>();
    layers().values().forEach(layer -> priced.merge(CaseStudyLayer.run(layer.row()), pricedPj(layer), Double::sum));
    double least = 1;
    double most = 1;
    for (Map<String, String> network : ReferenceFolder.rows(ReferenceFolder.required("case-study-networks.csv"))) {
      double ratio = priced.get(CaseStudyLayer.run(network)) / Double.parseDouble(network.get("energy_pj"));
      if (network.get("workload").equals("ae")) {
        assertEquals(1, ratio, STORED, CaseStudyLayer.run(network));
      } else {
        least = Math.min(least, ratio);
        most = Math.max(most, ratio);
      }
    }
    assertEquals(0.65, least, 0.005);
    assertEquals(1.10, most, 0.005);
  }

  private static double pricedPj(Layer layer) {
    double steps = 1;
    for (JsonNode place : layer.loops("tm", "A", "I")) {
      steps *= product(place, null);
    }
    double outputWords = steps * layer.unrolled("K") * layer.unrolled("OX");
    double registers = (outputWords + layer.inputPeriods() * layer.drivenRows()) * WORD_BITS * REGISTER_PJ_PER_BIT;
    return Double.parseDouble(layer.row().get("mac_pj")) + layer.stored(0, "B", "W") + layer.weightDramPj()
        + layer.outputCachePj() + layer.inputCachePj() + registers;
  }

  private static void assertMet(double stored, double priced, Layer layer) {
    assertEquals(stored, priced, stored * STORED, () -> layer.row().toString());
  }

  /** Return the product of loops, of all where no dimensions are named. */
  private static double product(JsonNode loops, Set<String> dims) {
    double product = 1;
    for (JsonNode loop : loops) {
      product *= dims == null || dims.contains(loop.path(0).asText()) ? loop.path(1).asDouble() : 1;
    }
    return product;
  }

  private static Map<String, Layer> layers() {
    Map<String, Map<String, String>> networks = new HashMap<>();
    ReferenceFolder.rows(ReferenceFolder.required("case-study-networks.csv"))
        .forEach(row -> networks.put(CaseStudyLayer.run(row), row));
    Map<String, Layer> layers = new HashMap<>();
    for (Map<String, String> row : ReferenceFolder.rows(ReferenceFolder.required("case-study-layers.csv"))) {
      String run = CaseStudyLayer.run(row);
      layers.put(run + " " + row.get("idx"), new Layer(row, networks.get(run)));
    }
    return layers;
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
