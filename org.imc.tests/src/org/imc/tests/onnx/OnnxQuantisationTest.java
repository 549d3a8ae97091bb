package org.imc.tests.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.imc.engine.workload.MacLayer;
import org.imc.onnx.ImportOptions;
import org.imc.onnx.ImportedNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Widths are those that the model was quantised to. */
class OnnxQuantisationTest {

  private static final Map<String, ?> PLAIN = Map.of();

  private static final int INT4 = 22;

  @TempDir private Path folder;

  @Test
  void quantisedOperatorsHaveTheWidthsOfTheirTensors() throws Exception {
    ImportedNetwork imported = new OnnxBuilder().typedInput("x", DataType.UINT8_VALUE, 1, 4, 8, 8)
        .typedWeights("w", DataType.INT8_VALUE, 8, 4, 3, 3).typedWeights("v", INT4, 8, 10)
        .floats("s", 0.1f).scalar("z", DataType.UINT8_VALUE).scalar("z16", DataType.INT16_VALUE)
        .node("QLinearConv", "c", PLAIN, "x", "s", "z", "w", "s", "z", "s", "z16")
        .node("com.microsoft", "QLinearGlobalAveragePool", List.of("p"), PLAIN, "c", "s", "z16", "s", "z16")
        .node("Flatten", "f", PLAIN, "p")
        .node("QLinearMatMul", "m1", PLAIN, "f", "s", "z16", "v", "s", "z", "s", "z")
        .node("com.microsoft", "QLinearAdd", List.of("a"), PLAIN, "m1", "s", "z", "m1", "s", "z", "s", "z")
        .imported(folder);
    assertEquals(List.of(
        "input x_1 4 x 8 x 8",
        "conv2d c from x_1 { channels 8 kernel 3 weight 8 bit }",
        "pool p from c { average global }",
        "dense m1 from p { units 10 activation 16 bit }"), Imports.layers(imported));
    assertTrue(imported.text().contains("\n  weight 4 bit\n  activation 8 bit\n"), imported::text);
  }

  @Test
  void quantisersAroundFloatingPointOperatorsAreFollowed() throws Exception {
    ImportedNetwork imported = new OnnxBuilder().input("x", 1, 16).typedWeights("w", INT4, 16, 8)
        .typedWeights("v", DataType.INT8_VALUE, 8, 8).floats("s", 0.1f).scalar("z", DataType.INT8_VALUE)
        .node("QuantizeLinear", "q", PLAIN, "x", "s", "z").node("DequantizeLinear", "dq", PLAIN, "q", "s", "z")
        .node("DequantizeLinear", "dw", PLAIN, "w", "s").node("DequantizeLinear", "dv", PLAIN, "v", "s")
        .node("MatMul", "m1", PLAIN, "dq", "dw").node("Relu", "r", PLAIN, "m1")
        .node("QuantizeLinear", "q2", Map.of("output_dtype", INT4), "r", "s").node("DequantizeLinear", "dq2", PLAIN, "q2", "s")
        .node("MatMul", "m2", PLAIN, "dq2", "dv")
        .imported(folder);
    List<MacLayer> layers = Imports.macLayers(Imports.network(imported));
    assertEquals(List.of("m1", "m2"), layers.stream().map(MacLayer::name).toList());
    assertEquals(List.of(4, 8), layers.stream().map(layer -> layer.precision().weightBits()).toList());
    assertEquals(List.of(8, 4), layers.stream().map(layer -> layer.precision().inputBits()).toList());
  }

  @Test
  void quantisedTensorsAreJoinedWithoutTheirScales() throws Exception {
    ImportedNetwork imported = new OnnxBuilder().typedInput("x", DataType.INT8_VALUE, 1, 8, 4, 4).floats("s", 1)
        .scalar("z", DataType.INT8_VALUE)
        .typedWeights("w", DataType.INT8_VALUE, 4, 8, 1, 1).typedWeights("k", DataType.INT8_VALUE, 6, 12, 1, 1)
        .node("QLinearConv", "c", Map.of(), "x", "s", "z", "w", "s", "z", "s", "z")
        .node("com.microsoft", "QLinearConcat", List.of("joined"), Map.of("axis", 1), "s", "z", "c", "s", "z", "x", "s", "z")
        .node("QLinearConv", "d", Map.of(), "joined", "s", "z", "k", "s", "z", "s", "z").imported(folder);
    assertEquals(List.of("input x_1 8 x 4 x 4", "conv2d c from x_1 { channels 4 kernel 1 }", "concat joined from c, x_1",
        "conv2d d from joined { channels 6 kernel 1 }"), Imports.layers(imported));
  }

  @Test
  void integerOperatorsBehindDynamicQuantisation() throws Exception {
    ImportedNetwork imported = new OnnxBuilder().input("x", 1, 16).typedWeights("w", DataType.INT8_VALUE, 16, 8)
        .node("", "DynamicQuantizeLinear", List.of("q", "s", "z"), PLAIN, "x")
        .node("MatMulInteger", "m1", PLAIN, "q", "w", "z").node("Cast", "f", Map.of("to", 1), "m1")
        .node("Mul", "scaled", PLAIN, "f", "s")
        .imported(folder);
    assertEquals(List.of("input x_1 16", "dense m1 from x_1 { units 8 }"), Imports.layers(imported));
    assertEquals(List.of(), imported.warnings());
  }

  @Test
  void anyWidthOfQuantisersForTraining() throws Exception {
    ImportedNetwork imported = new OnnxBuilder().input("x", 1, 16).weights("w", 16, 8)
        .floats("s", 0.1f).floats("zero", 0).floats("three", 3).floats("two", 2)
        .node("qonnx.custom_op.general", "Quant", List.of("qx"), PLAIN, "x", "s", "zero", "three")
        .node("qonnx.custom_op.general", "Quant", List.of("qw"), PLAIN, "w", "s", "zero", "two")
        .node("MatMul", "m1", PLAIN, "qx", "qw")
        .imported(folder);
    MacLayer layer = Imports.macLayers(Imports.network(imported)).getFirst();
    assertEquals(2, layer.precision().weightBits());
    assertEquals(3, layer.precision().inputBits());
  }

  @Test
  void whatIsNotQuantisedHasTheWidthsThatAreAskedFor() throws Exception {
    var options = new ImportOptions("mine", 1, Map.of(), 4, 6, Imports.OPTIONS.reservedNames());
    ImportedNetwork imported = new OnnxBuilder().input("x", 1, 16).weights("w", 16, 8).then("MatMul", PLAIN, "w")
        .imported(folder, options);
    assertTrue(imported.text().contains("network mine {\n  source \"model.onnx\"\n  weight 4 bit\n  activation 6 bit\n"),
        imported::text);
  }
}
