package org.imc.tests.onnx;

import static org.imc.tests.onnx.OnnxBuilder.ints;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.imc.onnx.ImportOptions;
import org.imc.onnx.OnnxException;
import org.imc.onnx.OnnxImport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are damaged or made to do harm are refused in words, with bounded memory. */
class OnnxHostileFilesTest {

  private static final Map<String, ?> PLAIN = Map.of();

  @TempDir private Path folder;

  private static OnnxBuilder small() {
    return new OnnxBuilder().input("x", 1, 8).weights("w", 8, 4).then("MatMul", PLAIN, "w");
  }

  private void assertRefused(String message, byte[] file) throws IOException {
    Path path = Files.write(folder.resolve("model.onnx"), file);
    assertEquals(message, assertThrows(OnnxException.class, () -> OnnxImport.read(path, Imports.OPTIONS)).getMessage());
  }

  private void assertRefused(String message, OnnxBuilder model) throws IOException {
    assertRefused(message, model.model().toByteArray());
  }

  @Test
  void fileThatIsCutOffIsRefusedWhereverItIsCut() throws Exception {
    byte[] whole = small().model().toByteArray();
    for (int length = 20; length < whole.length; length++) {
      Path path = Files.write(folder.resolve("cut.onnx"), Arrays.copyOf(whole, length));
      int cut = length;
      try {
        OnnxImport.read(path, Imports.OPTIONS);
        assertTrue(cut >= whole.length - 4, () -> "Cut at %d of %d, and nobody noticed".formatted(cut, whole.length)); // the version
      } catch (OnnxException e) {
        assertTrue(e.getMessage().startsWith("The file "), e::getMessage);
      }
    }
  }

  @Test
  void dataThatEndsBeforeItsLengthIsRefused() throws Exception {
    var tensor = new ByteArrayOutputStream();
    CodedOutputStream wire = CodedOutputStream.newInstance(tensor);
    wire.writeTag(TensorProto.RAW_DATA_FIELD_NUMBER, 2);
    wire.writeUInt32NoTag(2_000_000_000);
    wire.flush();
    assertRefused("The file is cut off or is no ONNX file: reading failed at byte 10 of 10.", nested(7, nested(5, tensor.toByteArray())));
  }

  private static byte[] nested(int field, byte[] value) throws IOException {
    var out = new ByteArrayOutputStream();
    CodedOutputStream wire = CodedOutputStream.newInstance(out);
    wire.writeByteArray(field, value);
    wire.flush();
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "network n { }", "\u0000\u0001\u0002", "PK\u0003\u0004"})
  void whatIsNoOnnxFileIsRefused(String text) throws Exception {
    Path path = Files.writeString(folder.resolve("model.onnx"), text);
    String message = assertThrows(OnnxException.class, () -> OnnxImport.read(path, Imports.OPTIONS)).getMessage();
    assertTrue(message.contains("no ONNX file"), message);
  }

  @Test
  void bytesThatWereChangedNeverLeadToAFault() throws Exception {
    byte[] whole = new OnnxBuilder().input("x", 1, 3, 8, 8).weights("w", 4, 3, 3, 3).numbers("shape", 0, -1).weights("v", 144, 5)
        .then("Conv", Map.of("pads", ints(0, 0, 0, 0)), "w").then("Relu", PLAIN).then("Reshape", PLAIN, "shape")
        .then("MatMul", PLAIN, "v").then("Softmax", PLAIN).model().toByteArray();
    var random = new Random(7);
    for (int run = 0; run < 2000; run++) {
      byte[] changed = whole.clone();
      for (int change = random.nextInt(3); change >= 0; change--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      }
      Path path = Files.write(folder.resolve("changed.onnx"), changed);
      try {
        OnnxImport.read(path, Imports.OPTIONS);
      } catch (OnnxException refused) {
        assertTrue(refused.getMessage().endsWith("."), refused::getMessage);
      }
    }
  }

  @Test
  void tensorOfAbsurdSizeIsRefused() throws Exception {
    assertRefused("Tensor 'huge' declares more than 1099511627776 elements, the most that are counted. The file may be damaged.",
        small().constant(OnnxBuilder.tensor("huge", DataType.FLOAT_VALUE, 1L << 40, 1L << 40).build()));
    assertRefused("Tensor 'less' has size -3 on axis 1. It must not be negative.",
        small().constant(OnnxBuilder.tensor("less", DataType.FLOAT_VALUE, 2, -3).build()));
  }

  @Test
  void tensorOfTwoGigabytesWithoutDataIsOnlyItsShape() throws Exception {
    assertEquals("dense matmul1 from x_1 { units 65536 }", Imports.layers(new OnnxBuilder().input("x", 1, 8192)
        .weights("w", 8192, 65536).then("MatMul", PLAIN, "w").imported(folder)).getLast());
  }

  @Test
  void sizesWhoseProductIsTooLargeAreRefused() throws Exception {
    assertRefused("Node 1 'reshape1' makes a tensor that is too large to be counted. The file may be damaged.",
        new OnnxBuilder().input("x", 1, 8).numbers("shape", 1L << 50, 1L << 50).then("Reshape", PLAIN, "shape"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../secret", "/etc/passwd", "a/../../b", "C:\\weights", "..\\weights", "a\u0000b"})
  void dataOutsideOfTheFolderIsRefused(String location) throws Exception {
    assertRefused("Tensor 'out' keeps its data in '%s', which leaves the folder of the model. Such a file is not trusted."
        .formatted(location), small().constant(external("out", location)));
  }

  @Test
  void dataBesideTheModelIsNotNeeded() throws Exception {
    assertEquals("dense matmul1 from x_1 { units 4 }", Imports.layers(new OnnxBuilder().input("x", 1, 8)
        .constant(external("w", "weights/w.bin")).then("MatMul", PLAIN, "w").imported(folder)).getLast());
  }

  private static TensorProto external(String name, String location) {
    return OnnxBuilder.tensor(name, DataType.FLOAT_VALUE, 8, 4).setDataLocation(DataLocation.EXTERNAL)
        .addExternalData(StringStringEntryProto.newBuilder().setKey("location").setValue(location)).build();
  }

  @Test
  void circlesAreRefused() throws Exception {
    assertRefused("Nodes read each other in a circle, or read one: 1 'a', 2 'b', 3 'c'.", new OnnxBuilder().input("x", 1, 8)
        .node("Add", "a", PLAIN, "x", "b").node("Relu", "b", PLAIN, "a").node("Relu", "c", PLAIN, "b"));
  }

  @Test
  void whatNothingMakesIsRefused() throws Exception {
    assertRefused("Node 1 'a' reads 'ghost', which nothing makes.",
        new OnnxBuilder().input("x", 1, 8).node("Add", "a", PLAIN, "x", "ghost"));
  }

  @Test
  void whatIsMadeTwiceIsRefused() throws Exception {
    assertRefused("'a' is made twice: by node 2 'a' and by node 1 'a'.",
        new OnnxBuilder().input("x", 1, 8).node("Relu", "a", PLAIN, "x").node("Relu", "a", PLAIN, "x"));
    assertRefused("'x' is made twice: by node 1 'x' and by an input or a constant of the graph.",
        new OnnxBuilder().input("x", 1, 8).node("Relu", "x", PLAIN, "x"));
  }

  @Test
  void openSizesAreAskedFor() throws Exception {
    assertRefused("Input 'ids' leaves its size on axis 1 open ('open1').",
        new OnnxBuilder().input("ids", 1, -1).then("Relu", PLAIN));
    assertRefused("Input 'ids' leaves its size on axis 1 open ('?'). Maybe name it in the model, so that it can be given.",
        new OnnxBuilder().input("ids", 1, 0).then("Relu", PLAIN));
  }

  @Test
  void anImportIsCancelledWhileItReadsAndWhileItTranslates() throws Exception {
    Path model = new OnnxBuilder().input("x", 1, 8).then("Relu", PLAIN).weights("w", 8, 4).then("MatMul", PLAIN, "w").write(folder);
    var asked = new AtomicInteger();
    OnnxImport.read(model, ImportOptions.usual(Set.of()), () -> asked.incrementAndGet() < 0);
    assertTrue(asked.get() >= 3, "asked while reading, and for each of two nodes");
    for (int last = 1; last <= asked.get(); last++) {
      var left = new AtomicInteger(last);
      assertThrows(CancellationException.class,
          () -> OnnxImport.read(model, ImportOptions.usual(Set.of()), () -> left.decrementAndGet() == 0));
    }
  }

  @Test
  void graphThatComputesNothingIsRefused() throws Exception {
    assertRefused("The graph has no layer: nothing in it computes what leaves it.",
        new OnnxBuilder().input("x", 1, 8).then("Relu", PLAIN));
  }

  @Test
  void longChainsDoNotFillTheStack() throws Exception {
    var model = new OnnxBuilder().input("x", 1, 8);
    for (int i = 0; i < 30_000; i++) {
      model.then("Relu", PLAIN);
    }
    model.weights("w", 8, 4).then("MatMul", PLAIN, "w");
    assertEquals("dense matmul30001 from x_1 { units 4 }", Imports.layers(model.imported(folder)).getLast());
  }

  @Test
  void namesBeyondAllMeasureAreRefused() throws Exception {
    byte[] name = "n".repeat(60_000).getBytes(StandardCharsets.UTF_8);
    var graph = new ByteArrayOutputStream();
    CodedOutputStream wire = CodedOutputStream.newInstance(graph);
    for (int i = 0; i < 3000; i++) {
      wire.writeByteArray(1, nested(1, name)); // a node that reads it
    }
    wire.flush();
    assertRefused("The file holds names and small constants of more than 128 MiB. No network needs that.", nested(7, graph.toByteArray()));
  }
}
