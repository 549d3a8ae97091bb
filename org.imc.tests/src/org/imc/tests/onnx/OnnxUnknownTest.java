package org.imc.tests.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.imc.engine.workload.ElementwiseLayer;
import org.imc.onnx.ImportWarning;
import org.imc.onnx.ImportedNetwork;
import org.imc.onnx.OnnxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be translated becomes a layer that moves its data, and a warning. */
class OnnxUnknownTest {

  private static final Map<String, ?> PLAIN = Map.of();

  @TempDir private Path folder;

  @Test
  void unknownOperatorIsMovedDataWithTheShapeThatTheFileGives() throws Exception {
    ImportedNetwork imported = new OnnxBuilder().input("x", 1, 4, 8, 8).known("y", -1, 10, 2, 2).weights("w", 40, 5)
        .node("my.\"domain", "Fancy\nOp", List.of("y"), PLAIN, "x").then("Flatten", PLAIN).then("MatMul", PLAIN, "w")
        .imported(folder);
    assertEquals(List.of("input x_1 4 x 8 x 8",
        "operator y from x_1 { kind \"my.\\\"domain.Fancy Op\" shape 10 x 2 x 2 }",
        "dense matmul2 from y { units 5 }"), Imports.layers(imported));
    assertTrue(imported.text().contains("\n  // my.\"domain.Fancy Op: priced as moved data\n  operator y"), imported::text);
    assertEquals(List.of(new ImportWarning(1, "y", "my.\"domain.Fancy\nOp",
        "Operator 'my.\"domain.Fancy\nOp' is not known. It is priced as the data it moves; multiplications, if it makes any, are "
            + "not counted.", lineOf(imported, "  operator y"))), imported.warnings());
    var moved = (ElementwiseLayer) Imports.network(imported).layers().getFirst();
    assertEquals(256, moved.inputElements());
    assertEquals(40, moved.outputElements());
  }

  @Test
  void unknownOperatorWithoutAShapeMakesAsMuchAsItReads() throws Exception {
    ImportedNetwork imported = new OnnxBuilder().input("x", 1, 4, 8, 8).weights("w", 4, 4, 1, 1)
        .node("", "LSTM", List.of("a", "b", ""), PLAIN, "x").node("Conv", "c", PLAIN, "b", "w").output("c").output("a").imported(folder);
    assertEquals(List.of("input x_1 4 x 8 x 8", "operator a from x_1 { kind \"LSTM\" }", "operator a_1 from x_1 { kind \"LSTM\" }",
        "conv2d c from a_1 { channels 4 kernel 1 }"), Imports.layers(imported));
  }

  @Test
  void recurrentLayersHaveTheShapeOfTheirStates() throws Exception {
    ImportedNetwork imported = new OnnxBuilder().input("x", 1, 10, 32).weights("w", 2, 256, 32).weights("r", 2, 256, 64)
        .node("", "LSTM", List.of("y", "h", "c"), Map.of("hidden_size", 64, "direction", "bidirectional", "layout", 1), "x", "w", "r")
        .numbers("all", 1, 10, 128).node("Reshape", "tokens", PLAIN, "y", "all").weights("k", 128, 5).then("MatMul", PLAIN, "k")
        .imported(folder);
    assertEquals(List.of("input x_1 32 x 10 x 1", "operator y from x_1 { kind \"LSTM\" shape 10 x 2 x 64 }",
        "reshape y_view from y to 128 x 10 x 1", "conv2d matmul1 from y_view { channels 5 kernel 1 }"), Imports.layers(imported));
    assertEquals(List.of("Operator 'LSTM' has no layer of its own here. It is priced as the data it moves; multiplications, if it "
        + "makes any, are not counted."), imported.warnings().stream().map(ImportWarning::message).toList());
  }

  /** The branches of an 'If' name what they read from outside; no input of the node does. */
  @Test
  void whatBranchesReadFromOutsideIsReadByTheirNode() throws Exception {
    var branch = GraphProto.newBuilder().addNode(NodeProto.newBuilder().setOpType("Relu").addInput("conv").addOutput("inner"))
        .addNode(NodeProto.newBuilder().setOpType("Neg").addInput("inner").addOutput("made"))
        .addOutput(ValueInfoProto.newBuilder().setName("made"));
    var model = new OnnxBuilder().input("x", 1, 4, 8, 8).input("which", 1).weights("w", 6, 4, 1, 1).node("Conv", "conv", PLAIN, "x", "w");
    model.graph().addNode(NodeProto.newBuilder().setOpType("If").addInput("which").addOutput("y")
        .addAttribute(AttributeProto.newBuilder().setName("then_branch").setType(AttributeType.GRAPH).setG(branch))
        .addAttribute(AttributeProto.newBuilder().setName("else_branch").setType(AttributeType.GRAPH).setG(branch)));
    assertEquals(List.of("input x_1 4 x 8 x 8", "input which 1", "conv2d conv from x_1 { channels 6 kernel 1 }",
        "operator y from which, conv { kind \"If\" }"), Imports.layers(model.output("y").imported(folder)));
  }

  @Test
  void branchesInsideOfBranchesWithoutEndAreRefused() {
    var inner = NodeProto.newBuilder().setOpType("If").addOutput("y");
    for (int depth = 0; depth < 33; depth++) {
      inner = NodeProto.newBuilder().setOpType("If").addOutput("y").addAttribute(
          AttributeProto.newBuilder().setName("then_branch").setType(AttributeType.GRAPH).setG(GraphProto.newBuilder().addNode(inner)));
    }
    var model = new OnnxBuilder().input("x", 1, 4);
    model.graph().addNode(inner);
    assertEquals("The file holds graphs inside of graphs, more than 32 deep. No network needs that.",
        assertThrows(OnnxException.class, () -> model.output("y").imported(folder)).getMessage());
  }

  @Test
  void convolutionOfVolumesIsNotCounted() throws Exception {
    assertWarning("It slides over 3 axes, but a layer here over 2 at most.",
        new OnnxBuilder().input("x", 1, 3, 8, 8, 8).weights("w", 4, 3, 3, 3, 3).then("Conv", PLAIN, "w"));
  }

  @Test
  void kernelsThatTheNetworkComputesAreNotCounted() throws Exception {
    assertWarning("Its kernels are computed by the network.",
        new OnnxBuilder().input("x", 1, 3, 8, 8).input("k", 1, 3, 8, 8).node("Conv", "c", PLAIN, "x", "k"));
  }

  @Test
  void groupsThatDoNotFitAreTold() throws Exception {
    assertWarning("It has 3 input channels, but 4 kernels of 3 channels in 2 groups.",
        new OnnxBuilder().input("x", 1, 3, 8, 8).weights("w", 4, 3, 1, 1).then("Conv", Map.of("group", 2), "w"));
  }

  @Test
  void kernelThatIsTooLargeIsTold() throws Exception {
    assertWarning("Its kernel is larger than what it slides over.",
        new OnnxBuilder().input("x", 1, 3, 8, 8).weights("w", 4, 3, 9, 9).then("Conv", PLAIN, "w"));
  }

  @Test
  void shapeThatIsNotKnownBeforeItRunsIsTold() throws Exception {
    assertWarning("Its shape is not known before it runs.",
        new OnnxBuilder().input("x", 1, 8).input("shape", 3).node("Reshape", "r", PLAIN, "x", "shape"));
  }

  @Test
  void operandsThatDoNotFitAreTold() throws Exception {
    assertWarning("Its operands [1, 8] and [9, 4] do not fit.",
        new OnnxBuilder().input("x", 1, 8).weights("w", 9, 4).then("MatMul", PLAIN, "w"));
    assertWarning("Its operands [1, 8] and [1, 9] do not fit.",
        new OnnxBuilder().input("x", 1, 8).input("y", 1, 9).node("Add", "a", PLAIN, "x", "y"));
  }

  @Test
  void inputsThatAreMissingAreTold() throws Exception {
    assertWarning("Its input 2 is missing.", new OnnxBuilder().input("x", 1, 3, 8, 8).then("Conv", PLAIN));
  }

  @Test
  void constantsInNodesAreConstants() throws Exception {
    var weights = OnnxBuilder.tensor("", DataType.FLOAT_VALUE, 8, 4).setRawData(ByteString.copyFrom(new byte[128])).build();
    ImportedNetwork imported = new OnnxBuilder().input("x", 1, 8).node("Constant", "w", Map.of("value", weights))
        .node("Transpose", "t", PLAIN, "w").node("Transpose", "tt", PLAIN, "t").node("MatMul", "m1", PLAIN, "x", "tt").imported(folder);
    assertEquals(List.of("input x_1 8", "dense m1 from x_1 { units 4 }"), Imports.layers(imported));
  }

  private static int lineOf(ImportedNetwork imported, String begin) {
    List<String> lines = imported.text().lines().toList();
    return 1 + IntStream.range(0, lines.size()).filter(i -> lines.get(i).startsWith(begin)).findFirst().orElseThrow();
  }

  private void assertWarning(String reason, OnnxBuilder model) throws Exception {
    ImportedNetwork imported = model.imported(folder);
    Imports.layers(imported);
    assertEquals(List.of(reason), imported.warnings().stream()
        .map(warning -> warning.message().replace(" It is priced as the data it moves; multiplications, if it makes any, are "
            + "not counted.", ""))
        .toList());
  }
}
