package org.imc.tests.onnx;

import static org.imc.tests.onnx.OnnxBuilder.ints;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Network;
import org.imc.onnx.ImportedNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operators of ONNX become the layers that they are. */
class OnnxLayersTest {

  private static final Map<String, ?> PLAIN = Map.of();

  @TempDir private Path folder;

  private void assertLayers(OnnxBuilder model, String... layers) throws IOException {
    ImportedNetwork imported = model.imported(folder);
    assertEquals(List.of(), imported.warnings());
    assertEquals(List.of(layers), Imports.layers(imported));
  }

  private static OnnxBuilder image() {
    return new OnnxBuilder().input("image", 1, 3, 32, 32);
  }

  @Test
  void convolutionWithBiasNormalisationAndActivationIsOneLayer() throws Exception {
    assertLayers(image().weights("w", 16, 3, 3, 3).weights("b", 16)
            .then("Conv", Map.of("pads", ints(1, 1, 1, 1), "strides", ints(2, 2)), "w", "b")
            .then("BatchNormalization", PLAIN, "b", "b", "b", "b").then("Relu", PLAIN).then("Clip", PLAIN),
        "input image 3 x 32 x 32",
        "conv2d conv1 from image { channels 16 kernel 3 stride 2 padding 1 }");
  }

  @Test
  void kernelsThatAreNotSquareWithUnequalPadsAndDilation() throws Exception {
    OnnxBuilder model = image().weights("w", 8, 3, 5, 2).then("Conv",
        Map.of("pads", ints(2, 0, 1, 3), "strides", ints(2, 1), "dilations", ints(3, 2)), "w");
    assertLayers(model, "input image 3 x 32 x 32",
        "conv2d conv1 from image { channels 8 kernel 5 x 2 stride 2 x 1 padding 2 0 1 3 dilation 3 x 2 }");
    MacLayer conv = Imports.macLayers(Imports.network(model.imported(folder))).getFirst();
    assertEquals(8 * 3 * 5 * 2 * ((32 + 3 - 13) / 2 + 1) * (32 + 3 - 3 + 1), conv.macs());
  }

  @Test
  void automaticPaddingIsThatOfTensorFlow() throws Exception {
    assertLayers(new OnnxBuilder().input("image", 1, 1, 49, 10).weights("w", 64, 1, 10, 4)
            .then("Conv", Map.of("auto_pad", "SAME_UPPER", "strides", ints(2, 2)), "w"),
        "input image 1 x 49 x 10",
        "conv2d conv1 from image { channels 64 kernel 10 x 4 stride 2 padding 4 1 5 1 }");
  }

  @Test
  void lowerAutomaticPaddingPutsTheOddZeroFirst() throws Exception {
    assertLayers(image().weights("w", 4, 3, 2, 2).then("Conv", Map.of("auto_pad", "SAME_LOWER"), "w"),
        "input image 3 x 32 x 32",
        "conv2d conv1 from image { channels 4 kernel 2 padding 1 1 0 0 }");
  }

  @Test
  void zerosOfAPadNodeBelongToTheConvolutionBehindIt() throws Exception {
    assertLayers(image().weights("w", 4, 3, 3, 3).numbers("zeros", 0, 0, 0, 0, 0, 0, 1, 1)
            .then("Pad", PLAIN, "zeros").then("Conv", Map.of("strides", ints(2, 2)), "w"),
        "input image 3 x 32 x 32",
        "conv2d conv2 from image { channels 4 kernel 3 stride 2 padding 0 0 1 1 }");
  }

  @Test
  void groupedAndDepthwiseConvolutions() throws Exception {
    assertLayers(new OnnxBuilder().input("image", 1, 8, 16, 16)
            .weights("grouped", 12, 2, 1, 1).weights("deep", 12, 1, 3, 3).weights("twice", 24, 1, 3, 3)
            .then("Conv", Map.of("group", 4), "grouped").then("Conv", Map.of("group", 12), "deep")
            .then("Conv", Map.of("group", 12), "twice"),
        "input image 8 x 16 x 16",
        "conv2d conv1 from image { channels 12 groups 4 kernel 1 }",
        "depthwise conv2 from conv1 { kernel 3 }",
        "depthwise conv3 from conv2 { multiplier 2 kernel 3 }");
  }

  /** A decoder doubles its image: each pixel times all taps of all kernels, 8 x 8 x 16 x 8 x 4 x 4, then the products move. */
  @Test
  void transposedConvolutionIsAProductWithAllTapsAndAMove() throws Exception {
    var doubling = Map.of("strides", ints(2, 2), "pads", ints(1, 1, 1, 1));
    assertLayers(new OnnxBuilder().input("x", 1, 16, 8, 8).weights("w", 16, 8, 4, 4).weights("k", 4, 8, 3, 3)
            .node("ConvTranspose", "up", doubling, "x", "w").node("Conv", "c", Map.of("pads", ints(1, 1, 1, 1)), "up", "k"),
        "input x_1 16 x 8 x 8", "conv2d up from x_1 { channels 128 kernel 1 }",
        "operator up_1 from up { kind \"ConvTranspose\" shape 8 x 16 x 16 }", "conv2d c from up_1 { channels 4 kernel 3 padding 1 }");
    assertLayers(new OnnxBuilder().input("x", 1, 16, 7, 8).weights("w", 16, 4, 3, 2)
            .node("ConvTranspose", "up", Map.of("strides", ints(2, 3), "output_padding", ints(1, 0), "group", 2), "x", "w"),
        "input x_1 16 x 7 x 8", "conv2d up from x_1 { channels 48 groups 2 kernel 1 }",
        "operator up_1 from up { kind \"ConvTranspose\" shape 8 x 16 x 23 }");
  }

  @Test
  void convolutionOfASignalIsOneOfAnImageOfWidthOne() throws Exception {
    assertLayers(new OnnxBuilder().input("signal", 1, 4, 100).weights("w", 8, 4, 5)
            .then("Conv", Map.of("pads", ints(2, 1), "strides", ints(2)), "w"),
        "input signal 100 x 4 x 1",
        "reshape signal_view from signal to 4 x 100 x 1",
        "conv2d conv1 from signal_view { channels 8 kernel 5 x 1 stride 2 x 1 padding 2 0 1 0 }");
  }

  @Test
  void poolingRoundsUpIfAsked() throws Exception {
    assertLayers(new OnnxBuilder().input("image", 1, 4, 8, 8)
            .then("MaxPool", Map.of("kernel_shape", ints(3, 3), "strides", ints(2, 2), "ceil_mode", 1))
            .then("AveragePool", Map.of("kernel_shape", ints(2, 1)))
            .then("GlobalAveragePool", PLAIN),
        "input image 4 x 8 x 8",
        "pool maxpool1 from image { max kernel 3 stride 2 padding 0 0 1 1 }",
        "pool averagepool2 from maxpool1 { average kernel 2 x 1 }",
        "pool globalaveragepool3 from averagepool2 { average global }");
  }

  @Test
  void meanOverPixelsIsAGlobalPool() throws Exception {
    assertLayers(new OnnxBuilder().input("image", 1, 4, 8, 8).weights("w", 4, 2)
            .then("ReduceMean", Map.of("axes", ints(2, 3), "keepdims", 0)).then("MatMul", PLAIN, "w"),
        "input image 4 x 8 x 8",
        "pool reducemean1 from image { average global }",
        "dense matmul2 from reducemean1 { units 2 }");
  }

  @Test
  void gemmFlattensAndTransposes() throws Exception {
    assertLayers(image().weights("w", 10, 3072).weights("b", 10).weights("v", 10, 5)
            .then("Flatten", PLAIN).then("Gemm", Map.of("transB", 1), "w", "b").then("Gemm", PLAIN, "v"),
        "input image 3 x 32 x 32",
        "dense gemm2 from image { units 10 }",
        "dense gemm3 from gemm2 { units 5 }");
  }

  @Test
  void additionConcatenationAndScaling() throws Exception {
    assertLayers(image().weights("w", 3, 3, 1, 1).floats("half", 0.5f)
            .node("Conv", "left", PLAIN, "image", "w").node("Mul", "scaled", PLAIN, "left", "half")
            .node("Add", "sum", PLAIN, "scaled", "image").node("Concat", "both", Map.of("axis", 1), "sum", "image")
            .node("Softmax", "soft", Map.of("axis", 1), "both"),
        "input image 3 x 32 x 32",
        "conv2d left from image { channels 3 kernel 1 }",
        "add sum_1 from left, image",
        "concat both_1 from sum_1, image",
        "operator soft from both_1 { kind \"Softmax\" }");
  }

  @Test
  void functionsThatToolsTakeApartCostNothing() throws Exception {
    assertLayers(image().weights("w", 3, 3, 1, 1).floats("half", 0.5f)
            .node("Conv", "c", PLAIN, "image", "w")
            .node("Sigmoid", "s", PLAIN, "c").node("Mul", "swish", PLAIN, "c", "s")
            .node("Erf", "e", PLAIN, "swish").node("Add", "one", PLAIN, "e", "half").node("Mul", "gelu", PLAIN, "swish", "one")
            .node("Conv", "d", PLAIN, "gelu", "w"),
        "input image 3 x 32 x 32",
        "conv2d c from image { channels 3 kernel 1 }",
        "conv2d d from c { channels 3 kernel 1 }");
  }

  @Test
  void gateOfAChannelIsMovedData() throws Exception {
    assertLayers(image().weights("w", 3, 3, 1, 1)
            .node("GlobalAveragePool", "squeeze", PLAIN, "image").node("Conv", "excite", PLAIN, "squeeze", "w")
            .node("Sigmoid", "gate", PLAIN, "excite").node("Mul", "scaled", PLAIN, "gate", "image"),
        "input image 3 x 32 x 32",
        "pool squeeze from image { average global }",
        "conv2d excite from squeeze { channels 3 kernel 1 }",
        "operator scaled from image, excite { kind \"Mul\" }");
  }

  @Test
  void shapesThatTheGraphComputesAreFollowed() throws Exception {
    assertLayers(image().weights("w", 4, 3, 1, 1).numbers("zero", 0).numbers("rest", -1).weights("v", 4096, 7)
            .node("Conv", "c", PLAIN, "image", "w").node("Shape", "shape", PLAIN, "c")
            .node("Gather", "batch", Map.of("axis", 0), "shape", "zero")
            .node("Concat", "target", Map.of("axis", 0), "batch", "rest")
            .node("Reshape", "flat", PLAIN, "c", "target").node("MatMul", "m", PLAIN, "flat", "v"),
        "input image 3 x 32 x 32",
        "conv2d c from image { channels 4 kernel 1 }",
        "dense m from c { units 7 }");
  }

  @Test
  void openBatchIsOneAndAFixedOneIsKept() throws Exception {
    assertLayers(new OnnxBuilder().input("x", -1, 8).weights("w", 8, 4).then("MatMul", PLAIN, "w"),
        "input x_1 8", "dense matmul1 from x_1 { units 4 }");
    ImportedNetwork five = new OnnxBuilder().input("image", 5, 2, 4, 4).weights("w", 3, 2, 1, 1).then("Conv", PLAIN, "w")
        .imported(folder);
    assertTrue(five.text().contains("\n  batch 5\n"), five::text);
    Network network = Imports.network(five);
    assertEquals(5 * 3 * 2 * 16, network.macs());
  }

  @Test
  void resizingAndSplittingMoveWhatTheyMust() throws Exception {
    assertLayers(new OnnxBuilder().input("image", 1, 4, 8, 8).floats("scales", 1, 1, 2, 2).numbers("sizes", 1, 3)
            .weights("w", 2, 3, 1, 1)
            .then("Resize", PLAIN, "", "scales")
            .node("", "Split", List.of("one", "three"), Map.of("axis", 1), "resize1", "sizes")
            .node("Conv", "c", PLAIN, "three", "w"),
        "input image 4 x 8 x 8",
        "operator resize1 from image { kind \"Resize\" shape 4 x 16 x 16 }",
        "reshape one from resize1 to 1 x 16 x 16",
        "reshape one_1 from resize1 to 3 x 16 x 16",
        "conv2d c from one_1 { channels 2 kernel 1 }");
  }

  @Test
  void upsamplingOfEarlyVersionsGoesByScales() throws Exception {
    assertLayers(new OnnxBuilder().input("x", 1, 4, 8, 8).floats("scales", 1, 1, 2, 3).weights("w", 6, 4, 1, 1)
            .node("Upsample", "u", PLAIN, "x", "scales").node("Conv", "c", PLAIN, "u", "w"),
        "input x_1 4 x 8 x 8", "operator u from x_1 { kind \"Upsample\" shape 4 x 16 x 24 }", "conv2d c from u { channels 6 kernel 1 }");
    var model = new OnnxBuilder().input("x", 1, 4, 8, 8);
    model.graph().addNode(NodeProto.newBuilder().setOpType("Upsample").addInput("x").addOutput("u").addAttribute(AttributeProto.newBuilder()
        .setName("scales").setType(AttributeType.FLOATS).addAllFloats(List.of(1f, 1f, 2f, 2f))));
    assertLayers(model.output("u"), "input x_1 4 x 8 x 8", "operator u from x_1 { kind \"Upsample\" shape 4 x 16 x 16 }");
  }

  @Test
  void wordsOfTheLanguageAndStrangeNamesBecomeNames() throws Exception {
    assertLayers(new OnnxBuilder().input("from", 1, 8).weights("w", 8, 8)
            .node("MatMul", "/block.0/fc/MatMul", PLAIN, "from", "w").node("MatMul", "7", PLAIN, "/block.0/fc/MatMul", "w")
            .node("MatMul", "a*/b\n".repeat(30), PLAIN, "7", "w"),
        "input from_1 8",
        "dense block_0_fc_MatMul from from_1 { units 8 }",
        "dense n7 from block_0_fc_MatMul { units 8 }",
        "dense dense1 from n7 { units 8 }");
  }
}
