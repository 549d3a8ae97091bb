package org.imc.tests.onnx;

import static org.imc.tests.onnx.OnnxBuilder.ints;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.engine.Cancellation;
import org.imc.engine.Engine;
import org.imc.engine.Progress;
import org.imc.engine.result.Component;
import org.imc.engine.result.LayerEvaluation;
import org.imc.engine.workload.MacLayer;
import org.imc.onnx.ImportOptions;
import org.imc.onnx.ImportedNetwork;
import org.imc.tests.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attention: projections with weights, and products of two activations, of which one is written into the cells. */
class OnnxAttentionTest {

  private static final Map<String, ?> PLAIN = Map.of();

  @TempDir private Path folder;

  /** Eight tokens of 16 features, attended to with 4 heads of 4 features, as PyTorch exports it. */
  private static OnnxBuilder attention(long tokens) {
    return new OnnxBuilder().input("tokens", -1, tokens, 16)
        .weights("qkv_w", 16, 48).weights("out_w", 16, 16).numbers("heads", 0, 0, 3, 4, 4).numbers("merged", 0, -1, 16)
        .numbers("i0", 0).numbers("i1", 1).numbers("i2", 2)
        .node("MatMul", "qkv", PLAIN, "tokens", "qkv_w")
        .node("Reshape", "split", PLAIN, "qkv", "heads")
        .node("Transpose", "apart", Map.of("perm", ints(2, 0, 3, 1, 4)), "split")
        .node("Gather", "q1", Map.of("axis", 0), "apart", "i0").node("Gather", "k1", Map.of("axis", 0), "apart", "i1")
        .node("Gather", "v1", Map.of("axis", 0), "apart", "i2")
        .numbers("first", 0).node("Squeeze", "q", PLAIN, "q1", "first").node("Squeeze", "k", PLAIN, "k1", "first")
        .node("Squeeze", "v", PLAIN, "v1", "first")
        .node("Transpose", "kt", Map.of("perm", ints(0, 1, 3, 2)), "k")
        .node("MatMul", "scores", PLAIN, "q", "kt").node("Softmax", "shares", Map.of("axis", -1), "scores")
        .node("MatMul", "mixed", PLAIN, "shares", "v")
        .node("Transpose", "back", Map.of("perm", ints(0, 2, 1, 3)), "mixed").node("Reshape", "flat", PLAIN, "back", "merged")
        .node("MatMul", "projected", PLAIN, "flat", "out_w").node("Add", "result", PLAIN, "projected", "tokens");
  }

  @Test
  void headsAreViewsAndProductsOfActivationsAreMatmuls() throws Exception {
    ImportedNetwork imported = attention(8).imported(folder);
    assertEquals(List.of(), imported.warnings());
    assertEquals(List.of(
        "input tokens 16 x 8 x 1",
        "conv2d qkv from tokens { channels 48 kernel 1 }",
        "reshape q1 from qkv to 4 x 8 x 4",
        "reshape k1 from qkv to 4 x 8 x 4",
        "reshape v1 from qkv to 4 x 8 x 4",
        "matmul scores from q1, k1 { heads 4 rows 8 inner 4 columns 8 }",
        "operator shares from scores { kind \"Softmax\" }",
        "matmul mixed from shares, v1 { heads 4 rows 8 inner 8 columns 4 }",
        "conv2d projected from mixed { channels 16 kernel 1 }",
        "add result from projected, tokens"),
        Imports.layers(imported));
    List<MacLayer> layers = Imports.macLayers(Imports.network(imported));
    assertEquals(List.of(8L * 16 * 48, 4L * 8 * 4 * 8, 4L * 8 * 8 * 4, 8L * 16 * 16), layers.stream().map(MacLayer::macs).toList());
    assertEquals(List.of(false, true, true, false), layers.stream().map(MacLayer::dynamicWeights).toList());
  }

  @Test
  void whatIsWrittenIntoTheCellsIsCharged() throws Exception {
    var study = Imports.study(attention(8).imported(folder));
    var result = Language.get(StudyRunner.class).evaluate(study, Engine.withThreads(1), Progress.NONE, Cancellation.NEVER);
    LayerEvaluation scores = result.evaluation().layers().stream()
        .filter(layer -> layer.layer().name().equals("scores")).findFirst().orElseThrow();
    double written = scores.energy().pj(Component.WEIGHT_WRITE);
    assertTrue(written > 0, () -> "Writing the keys into the cells costs %s pJ".formatted(written));
  }

  @Test
  void openNumberOfTokensIsAskedFor() throws Exception {
    var options = new ImportOptions("", 1, Map.of("open1", 24L), 8, 8, Imports.OPTIONS.reservedNames());
    ImportedNetwork imported = attention(-1).imported(folder, options);
    assertTrue(Imports.layers(imported).contains("matmul scores from q1, k1 { heads 4 rows 24 inner 4 columns 24 }"), imported::text);
  }

  @Test
  void tokensOfAVisionTransformerAreThePixelsOfItsPatches() throws Exception {
    ImportedNetwork imported = new OnnxBuilder().input("image", 1, 3, 32, 32).weights("w", 16, 3, 8, 8).weights("v", 16, 16)
        .numbers("shape", 0, 16, -1).weights("class", 1, 1, 16).weights("position", 1, 17, 16)
        .then("Conv", Map.of("strides", ints(8, 8)), "w").then("Reshape", PLAIN, "shape")
        .then("Transpose", Map.of("perm", ints(0, 2, 1)))
        .node("Concat", "all", Map.of("axis", 1), "class", "transpose3").node("Add", "placed", PLAIN, "all", "position")
        .node("LayerNormalization", "normed", PLAIN, "placed").node("MatMul", "m1", PLAIN, "normed", "v")
        .imported(folder);
    assertEquals(List.of(
        "input image 3 x 32 x 32",
        "conv2d conv1 from image { channels 16 kernel 8 stride 8 }",
        "operator all from conv1 { kind \"Concat\" shape 16 x 17 x 1 }",
        "operator normed from all { kind \"LayerNormalization\" }",
        "conv2d m1 from normed { channels 16 kernel 1 }"), Imports.layers(imported));
  }

  @Test
  void embeddingIsALookUpInMemory() throws Exception {
    ImportedNetwork imported = new OnnxBuilder().typedInput("ids", 7, 1, 12).weights("table", 1000, 16).weights("w", 16, 32)
        .node("Gather", "embedded", PLAIN, "table", "ids").node("MatMul", "m1", PLAIN, "embedded", "w").imported(folder);
    assertEquals(List.of("input ids 12", "operator embedded from ids { kind \"Gather\" shape 16 x 12 x 1 }",
        "conv2d m1 from embedded { channels 32 kernel 1 }"), Imports.layers(imported));
  }
}
