package org.imc.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.validation.IssueCodes;
import org.imc.engine.workload.ElementwiseLayer;
import org.imc.engine.workload.Layer;
import org.imc.engine.workload.MacLayer;
import org.junit.jupiter.api.Test;

/** Layers that only move data, or not even that: concatenations, views and other operators. */
class MovedLayersTest {

  private static final String LAYERS = """
      input image 4 x 8 x 8
      conv2d narrow from image { channels 4 kernel 3 padding 1 }
      conv2d wide from image { channels 12 kernel 1 }
      concat both from narrow, wide
      operator normed from both { kind "LayerNormalization" }
      operator larger from normed, image { kind "Resize" shape 16 x 16 x 16 }
      reshape tokens from larger to 256 x 8 x 1
      reshape some from tokens to 128 x 4 x 1
      conv2d projected from some { channels 8 kernel 1 }
      """;

  @Test
  void concatenationsAndOperatorsMoveWhatTheyReadAndWrite() {
    List<Layer> layers = lower(LAYERS);
    assertEquals(List.of("narrow", "wide", "both", "normed", "larger", "projected"),
        layers.stream().map(Layer::name).toList());
    assertEquals(List.of("conv2d", "conv2d", "concat", "operator", "operator", "conv2d"),
        layers.stream().map(Layer::operation).toList());
    assertMoves(layers.get(2), 16 * 64, 16 * 64);
    assertMoves(layers.get(3), 16 * 64, 16 * 64);
    assertMoves(layers.get(4), 16 * 64 + 4 * 64, 16 * 16 * 16);
    assertEquals(List.of("narrow", "wide"), layers.get(2).predecessors());
  }

  @Test
  void whoReadsAViewReadsWhatItShows() {
    var projected = (MacLayer) lower(LAYERS).getLast();
    assertEquals(List.of("larger"), projected.predecessors());
    assertEquals(128 * 8 * 4, projected.macs());
  }

  @Test
  void viewOfTheInputReadsNoLayer() {
    Layer dense = lower("input image 4 x 8 x 8\nreshape half from image to 128\ndense d from half { units 2 }\n").getFirst();
    assertEquals(List.of(), dense.predecessors());
    assertEquals(256, dense.macs());
  }

  @Test
  void concatenationOfOtherHeightsIsReported() {
    assertError(IssueCodes.LAYER_SHAPE,
        "Layer 'both' puts the channels of 'wide' (12 x 7 x 7) behind those of 'narrow' (4 x 8 x 8). Both must have the same "
            + "height and width.",
        LAYERS.replace("12 kernel 1", "12 kernel 2").replace("from narrow, wide", "from narrow, «wide»"));
  }

  @Test
  void viewThatShowsMoreThanThereIsIsReported() {
    assertError(IssueCodes.LAYER_SHAPE,
        "Layer 'tokens' shows 512 x 9 x 1, but what it reads has only 4096 elements (16 x 16 x 16). Maybe use an 'operator' for "
            + "what makes new ones.",
        LAYERS.replace("256 x 8 x 1", "«512 x 9 x 1»"));
  }

  @Test
  void viewOfTwoSizesIsReported() {
    assertError(IssueCodes.LAYER_SHAPE,
        "Reshape 'tokens' has 2 sizes. Maybe write channels x height x width, or the number of features alone.",
        LAYERS.replace("256 x 8 x 1", "«256 x 8»"));
  }

  @Test
  void operatorWithoutItsKindIsReported() {
    assertError(IssueCodes.PROPERTY_MISSING, "Operator 'normed' has no 'kind'. Maybe add 'kind'.",
        LAYERS.replace("operator normed from both { kind \"LayerNormalization\" }", "operator «normed» from both { }"));
  }

  @Test
  void operatorWithTwoShapesIsReported() {
    assertError(IssueCodes.PROPERTY_DUPLICATE, "'shape' is given twice. Maybe remove one.",
        LAYERS.replace("shape 16 x 16 x 16", "shape 16 x 16 x 16 «shape» 16 x 16 x 16"));
  }

  @Test
  void networkOfViewsAloneIsReported() {
    Marked.assertError(IssueCodes.NETWORK_EMPTY, "Network 'n' has no layer. Maybe add 'dense fc from image { units 10 }'.",
        "network «n» { weight 8 bit activation 8 bit\n input image 8\n reshape half from image to 4\n}\n");
  }

  @Test
  void whatIsOnlyMovedHasNoMapping() {
    String text = Designs.complete().replace(Designs.NETWORK, "network n { weight 8 bit activation 8 bit\n" + LAYERS + "}\n");
    var problem = Language.problems(Language.parse(text + "mapping mine for n on chip { layer normed { cells none } }")).getFirst();
    assertEquals(IssueCodes.MAPPING_LAYER, problem.code());
    assertEquals("Layer 'normed' is operator and has no mapping: it is only moved through the memories. Maybe remove it here.",
        problem.message());
  }

  @Test
  void theirWordsMayBeNames() {
    assertEquals(List.of("shape", "concat"), lower("""
        input to 8
        reshape operator from to to 4
        dense shape from operator { units 8 }
        operator concat from shape { kind "Softmax" }
        """).stream().map(Layer::name).toList());
  }

  private static void assertMoves(Layer layer, long read, long written) {
    var moved = (ElementwiseLayer) layer;
    assertEquals(read, moved.inputElements());
    assertEquals(written, moved.outputElements());
  }

  private static List<Layer> lower(String layers) {
    String text = Designs.complete().replace(Designs.NETWORK, "network n { weight 8 bit activation 8 bit\n" + layers + "}\n");
    return Language.get(StudyRunner.class).lower(Language.parse(text)).getFirst().study().network().layers();
  }

  private static void assertError(String code, String message, String layers) {
    Marked.assertError(code, message, "network n { weight 8 bit activation 8 bit\n" + layers + "}\n");
  }
}
