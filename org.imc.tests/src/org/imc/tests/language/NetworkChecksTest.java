package org.imc.tests.language;

import static org.imc.tests.language.Designs.network;
import static org.imc.tests.language.Marked.assertError;
import static org.imc.tests.language.Marked.assertWarning;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.stream.Collectors;
import org.imc.dsl.lowering.Shape;
import org.imc.dsl.lowering.ShapeInference;
import org.imc.dsl.validation.IssueCodes;
import org.imc.model.imc.NetworkDecl;
import org.imc.model.imc.NodeDecl;
import org.junit.jupiter.api.Test;

class NetworkChecksTest {

  @Test
  void layerThatReadsOneBehindItIsReportedOnTheName() {
    assertError(IssueCodes.LAYER_ORDER, "Layer 'sum' reads 'late', which stands behind it. Maybe move 'late' up.", """
        network n {
          weight 8 bit
          activation 8 bit
          input image 3 x 8 x 8
          add sum from image, «late»
          pool late from sum { kernel 1 }
        }
        """);
  }

  @Test
  void additionOfDifferentShapesIsReportedOnTheOperand() {
    assertError(IssueCodes.LAYER_SHAPE,
        "Layer 'sum' adds 'conv' (16 x 8 x 8) to 'image' (3 x 8 x 8). Both must have the same shape.",
        network("dense classes from conv", "add sum from image, «conv»\n  dense classes from sum"));
  }

  @Test
  void additionOfOneOperandIsReported() {
    assertError(IssueCodes.LAYER_OPERANDS,
        "Layer 'sum' reads 1 inputs, but needs at least two. Maybe change what stands behind 'from'.",
        network("dense classes from conv", "add sum from «conv»\n  dense classes from sum"));
  }

  @Test
  void kernelLargerThanItsInputIsReportedOnTheKernel() {
    assertError(IssueCodes.LAYER_SHAPE,
        "The kernel of layer 'conv' spans 11 x 11, but its padded input is only 10 x 10. Maybe use a smaller kernel or more padding.",
        network("kernel 3 x 3", "kernel «11 x 11»"));
  }

  @Test
  void groupsThatDoNotDivideTheChannelsAreReported() {
    assertError(IssueCodes.LAYER_SHAPE,
        "Layer 'conv' has 2 groups, which do not divide its 3 input and 16 output channels.",
        network("channels 16", "channels 16 groups «2»"));
  }

  @Test
  void paddingOfThreeNumbersIsReported() {
    assertError(IssueCodes.LAYER_SHAPE,
        "'padding' has 3 numbers. Maybe give one (all sides), two (height, width) or four (top, left, bottom, right).",
        network("padding 1", "padding «1 1 1»"));
  }

  @Test
  void matmulWhoseOperandsDoNotFitIsReported() {
    assertError(IssueCodes.LAYER_SHAPE,
        "Operand 2 of layer 'scores' needs 24 elements, but 'key' has 12 (12). Maybe change 'heads', 'rows', 'inner' or 'columns'.",
        """
        network n {
          weight 8 bit
          activation 8 bit
          input query 12
          input key 12
          matmul scores from query, «key» { heads 2 rows 2 inner 3 columns 4 }
        }
        """);
  }

  @Test
  void inputOfTwoSizesIsReported() {
    assertError(IssueCodes.LAYER_SHAPE,
        "Input 'image' has 2 sizes. Maybe write channels x height x width, or the number of features alone.",
        network("3 x 8 x 8", "«3 x 8»"));
  }

  @Test
  void networkWithoutLayersIsReported() {
    Marked expected = Marked.of("network «n» { weight 8 bit activation 8 bit }");
    assertEquals("[network.empty]", Language.problems(Language.parse(expected.text())).stream()
        .map(problem -> problem.code()).toList().toString());
  }

  @Test
  void layerThatNobodyReadsIsReported() {
    assertWarning(IssueCodes.LAYER_UNREAD, "Nobody reads 'conv'. Maybe a 'from' is missing.",
        network("conv2d conv from", "conv2d «conv» from").replace("from conv", "from image"));
  }

  @Test
  void shapesFollowTheRulesOfEachLayer() {
    var resource = Language.parse("""
        network n {
          weight 8 bit
          activation 8 bit
          input frames 1 x 49 x 10
          conv2d same from frames { channels 64 kernel 10 x 4 stride 2 padding same }
          conv2d valid from frames { channels 8 kernel 10 x 4 }
          conv2d sides from frames { channels 8 kernel 3 padding 0 1 2 3 stride 2 x 1 }
          conv2d dilated from frames { channels 8 kernel 3 dilation 4 x 2 }
          depthwise twice from same { kernel 3 multiplier 2 padding 1 }
          pool halves from twice { average kernel 2 x 5 stride 2 x 5 }
          pool one from twice { average global }
          dense classes from halves { units 12 }
          matmul product from frames, frames { heads 7 rows 7 inner 10 columns 7 }
        }
        """);
    var network = (NetworkDecl) Language.file(resource).getElements().get(0);
    ShapeInference shapes = ShapeInference.of(network);
    Map<String, Shape> byName = network.getNodes().stream()
        .collect(Collectors.toMap(NodeDecl::getName, node -> shapes.shape(node).orElseThrow()));
    assertEquals(new Shape(64, 25, 5), byName.get("same"));
    assertEquals(new Shape(8, 40, 7), byName.get("valid"));
    assertEquals(new Shape(8, 25, 12), byName.get("sides")); // rows (49 + 0 + 2 - 3) / 2 + 1, columns 10 + 1 + 3 - 3 + 1
    assertEquals(new Shape(8, 41, 6), byName.get("dilated")); // spans of 9 and 5
    assertEquals(new Shape(128, 25, 5), byName.get("twice"));
    assertEquals(new Shape(128, 12, 1), byName.get("halves"));
    assertEquals(new Shape(128, 1, 1), byName.get("one"));
    assertEquals(new Shape(12, 1, 1), byName.get("classes"));
    assertEquals(new Shape(49, 7, 1), byName.get("product"));
  }

  @Test
  void additionOfALayerToItselfIsPointedOut() {
    assertWarning(IssueCodes.LAYER_READS_TWICE, "Layer 'sum' reads 'conv' twice. Maybe another layer is meant.",
        network("dense classes from conv", "add sum from conv, «conv»\n  dense classes from sum"));
  }

  @Test
  void kernelOfAGlobalPoolIsReported() {
    assertError(IssueCodes.PROPERTY_OUT_OF_PLACE,
        "Pool 'p' is global, so 'kernel' has no meaning. Maybe remove one of them.",
        network("dense classes from conv", "pool p from conv { global kernel «2 x 2» }\n  dense classes from p"));
  }

  @Test
  void strideThatStepsOverInputsIsPointedOut() {
    assertWarning(IssueCodes.LAYER_STRIDE_SKIPS,
        "Layer 'conv' steps over rows: its stride of 4 is larger than the 3 that its kernel spans.",
        network("padding 1", "padding 1 stride «4 x 1»"));
  }

  @Test
  void subsamplingByAKernelOfOneIsFine() {
    Marked.assertNothing(network("kernel 3 x 3 padding 1", "kernel 1 stride 2"));
  }

  @Test
  void paddingAsWideAsTheKernelIsPointedOut() {
    assertWarning(IssueCodes.LAYER_PADDING,
        "Layer 'conv' has kernels that see padding rows only: 6 zeros for a span of 3. Maybe use less padding.",
        network("padding 1", "padding «3 0»"));
  }

  @Test
  void sumThatCannotHoldAProductIsPointedOut() {
    assertWarning(IssueCodes.NETWORK_PARTIAL_SUM,
        "Network 'n' sums products of 16 bits in 12 bits. Maybe set 'partial sum' to at least 16 bit.",
        network("activation 8 bit", "activation 8 bit\n  partial sum «12 bit»"));
  }
}
