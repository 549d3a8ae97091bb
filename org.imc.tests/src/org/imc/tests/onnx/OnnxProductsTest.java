package org.imc.tests.onnx;

import static org.imc.tests.onnx.OnnxBuilder.ints;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.imc.engine.workload.MacLayer;
import org.imc.onnx.ImportWarning;
import org.imc.onnx.ImportedNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Products of matrices that come as one node: sums over indices, and attention. */
class OnnxProductsTest {

  private static final Map<String, ?> PLAIN = Map.of();

  private static final String RUNTIME = "com.microsoft";

  @TempDir private Path folder;

  /** Eight tokens of 16 features times weights: whatever the axes are called, and in whatever order they stand. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      bfd,dh->bfh     | 1 8 16   | 16 32   | conv2d y from x_1 { channels 32 kernel 1 }
      b f d, h d -> bhf | 1 8 16 | 32 16   | conv2d y from x_1 { channels 32 kernel 1 }
      bfd,dnh->bnfh   | 1 8 16   | 16 4 8  | conv2d y from x_1 { channels 32 kernel 1 }
      bfnd,ndh->bfh   | 1 8 4 4  | 4 4 32  | conv2d y from x_1_view { channels 32 kernel 1 }
      bd,dh           | 1 16     | 16 32   | dense y from x_1 { units 32 }
      bnd,ndh->bnh    | 1 4 4    | 4 4 8   | conv2d y from x_1_view { channels 32 groups 4 kernel 1 }
      """)
  void aSumOverWeightsIsALayer(String equation, String input, String weights, String layer) throws Exception {
    ImportedNetwork imported = new OnnxBuilder().input("x", sizes(input)).weights("w", sizes(weights))
        .node("Einsum", "y", Map.of("equation", equation), "x", "w").imported(folder);
    assertEquals(List.of(), imported.warnings());
    assertEquals(layer, Imports.layers(imported).getLast());
    long product = 1;
    for (char index : equation.replaceAll("->.*|[ ,]", "").chars().distinct().mapToObj(c -> (char) c).toList()) {
      product *= size(equation, index, sizes(input), sizes(weights));
    }
    assertEquals(List.of(product), Imports.macLayers(Imports.network(imported)).stream().map(MacLayer::macs).toList());
  }

  private static long[] sizes(String text) {
    return List.of(text.split(" ")).stream().mapToLong(Long::parseLong).toArray();
  }

  private static long size(String equation, char index, long[] left, long[] right) {
    String[] operands = equation.replaceAll("->.*| ", "").split(",");
    return operands[0].indexOf(index) >= 0 ? left[operands[0].indexOf(index)] : right[operands[1].indexOf(index)];
  }

  @Test
  void aSumOfTwoActivationsIsAMatmulAndAnExchangeOfAxesIsNothing() throws Exception {
    ImportedNetwork imported = new OnnxBuilder().input("q", 1, 8, 4, 6).input("k", 1, 10, 4, 6)
        .node("Einsum", "t", Map.of("equation", "bjnd->bndj"), "k")
        .node("Einsum", "y", Map.of("equation", "bind,bndj->bnij"), "q", "t").imported(folder);
    assertEquals(List.of(), imported.warnings());
    assertEquals("matmul y from q, k { heads 4 rows 8 inner 6 columns 10 }", Imports.layers(imported).getLast());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      bij,bij->bij  | adds nothing up
      bij,bjk->bk   | adds up what one operand has
      bii,bij->bj   | takes a diagonal
      ...i,ij->...j | has indices that are no letters
      bij,bkj->bix  | makes an index that it does not read
      bij,jk->bik   | has 2 indices for 3 axes
      bij,ikj->bk   | has sizes 8 and 1 for 'i'
      bij,bkj,j->bik | has 3 operands, but the node 2
      """)
  void aSumThatIsNoProductOfMatricesIsMovedAndTold(String equation, String why) throws Exception {
    ImportedNetwork imported = new OnnxBuilder().input("a", 1, 8, 8).input("b", 1, 8, 8)
        .node("Einsum", "y", Map.of("equation", equation), "a", "b").imported(folder);
    assertEquals(List.of("Its equation '%s' %s. It is priced as the data it moves; multiplications, if it makes any, are not counted."
        .formatted(equation, why)),
        imported.warnings().stream().map(ImportWarning::message).toList());
  }

  @Test
  void attentionOfTheRuntimeHasItsProjection() throws Exception {
    ImportedNetwork imported = new OnnxBuilder().input("tokens", -1, 8, 16).weights("w", 16, 48).weights("b", 48)
        .node(RUNTIME, "Attention", List.of("att"), Map.of("num_heads", 4), "tokens", "w", "b").weights("o", 16, 16)
        .node("MatMul", "out", PLAIN, "att", "o").imported(folder);
    assertEquals(List.of(), imported.warnings());
    assertEquals(List.of("input tokens 16 x 8 x 1",
        "conv2d att from tokens { channels 48 kernel 1 }",
        "reshape att_1 from att to 16 x 8 x 1", "reshape att_2 from att to 16 x 8 x 1", "reshape att_3 from att to 16 x 8 x 1",
        "matmul att_4 from att_1, att_2 { heads 4 rows 8 inner 4 columns 8 }",
        "operator att_5 from att_4 { kind \"Softmax\" }",
        "matmul att_6 from att_5, att_3 { heads 4 rows 8 inner 8 columns 4 }",
        "conv2d out from att_6 { channels 16 kernel 1 }"), Imports.layers(imported));
    assertEquals(List.of(8L * 16 * 48, 4L * 8 * 4 * 8, 4L * 8 * 8 * 4, 8L * 16 * 16), // as of single nodes in OnnxAttentionTest
        Imports.macLayers(Imports.network(imported)).stream().map(MacLayer::macs).toList());
  }

  @Test
  void headsThatShareKeysAreRowsOfOneMatrix() throws Exception {
    ImportedNetwork imported = new OnnxBuilder().input("q", 1, 6, 10, 8).input("k", 1, 2, 12, 8).input("v", 1, 2, 12, 4)
        .input("mask", 10, 12)
        .node("", "Attention", List.of("y"), Map.of("is_causal", 1), "q", "k", "v", "mask").imported(folder);
    assertEquals(List.of(), imported.warnings());
    assertEquals(List.of("matmul y from q, k { heads 2 rows 30 inner 8 columns 12 }",
        "operator y_1 from y, mask { kind \"Softmax\" }",
        "matmul y_2 from y_1, v { heads 2 rows 30 inner 12 columns 4 }"), Imports.layers(imported).subList(4, 7));
    assertEquals(List.of(6L * 10 * 8 * 12, 6L * 10 * 12 * 4),
        Imports.macLayers(Imports.network(imported)).stream().map(MacLayer::macs).toList());
  }

  @Test
  void tokensOfFeaturesAreTakenApartByTheNumbersOfHeads() throws Exception {
    ImportedNetwork imported = new OnnxBuilder().input("q", 1, 10, 32).input("k", 1, 12, 16).input("v", 1, 12, 8).weights("w", 16, 5)
        .node("", "Attention", List.of("y"), Map.of("q_num_heads", 4, "kv_num_heads", 2), "q", "k", "v")
        .node("MatMul", "out", PLAIN, "y", "w").imported(folder);
    assertEquals(List.of("matmul y from q, k { heads 2 rows 20 inner 8 columns 12 }", "operator y_1 from y { kind \"Softmax\" }",
        "matmul y_2 from y_1, v { heads 2 rows 20 inner 12 columns 4 }", "reshape y_2_view from y_2 to 16 x 10 x 1",
        "conv2d out from y_2_view { channels 5 kernel 1 }"), Imports.layers(imported).subList(3, 8));
  }

  @Test
  void attentionOfHeadsOfTheRuntimeWritesItsKeysIntoTheCells() throws Exception {
    ImportedNetwork imported = new OnnxBuilder().input("q", 1, 10, 32).input("k", 1, 12, 32).input("v", 1, 12, 32)
        .node(RUNTIME, "MultiHeadAttention", List.of("y"), Map.of("num_heads", 4), "q", "k", "v").imported(folder);
    List<MacLayer> layers = Imports.macLayers(Imports.network(imported));
    assertEquals(List.of(10L * 12 * 32, 10L * 12 * 32), layers.stream().map(MacLayer::macs).toList());
    assertEquals(List.of(true, true), layers.stream().map(MacLayer::dynamicWeights).toList());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      q             | 4 | Its queries, keys and values are packed
      q k v         | 5 | Its heads do not divide its features
      q k v - - - k | 4 | It goes on with keys and values of earlier steps
      q k           | 4 | Its queries, keys and values are packed
      """)
  void attentionThatIsNotUnderstoodIsMovedAndTold(String inputs, long heads, String why) throws Exception {
    ImportedNetwork imported = new OnnxBuilder().input("q", 1, 10, 32).input("k", 1, 12, 32).input("v", 1, 12, 32)
        .node(RUNTIME, "MultiHeadAttention", List.of("y"), Map.of("num_heads", heads), inputs.replace("-", "").split(" "))
        .imported(folder);
    assertEquals(List.of(why + ". It is priced as the data it moves; multiplications, if it makes any, are not counted."),
        imported.warnings().stream().map(ImportWarning::message).toList());
  }
}
