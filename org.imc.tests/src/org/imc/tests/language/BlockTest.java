package org.imc.tests.language;

import static org.imc.tests.language.Marked.assertError;
import static org.imc.tests.language.Marked.assertNothing;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.imc.dsl.validation.IssueCodes;
import org.imc.engine.workload.Layer;
import org.imc.engine.workload.LoopDim;
import org.imc.engine.workload.MacLayer;
import org.imc.engine.workload.Network;
import org.junit.jupiter.api.Test;

/** Blocks of layers and where they are used. */
class BlockTest {

  private static final String SEPARABLE = """
      block Separable {
        parameter out = 8
        parameter step = 1
        input x
        depthwise dw from x { kernel 3 x 3 stride step padding same }
        conv2d pw from dw { channels out kernel 1 x 1 }
      }
      """;

  private static String network(String layers) {
    return """
        network n {
          weight 8 bit
          activation 8 bit
          parameter width = 4
          input image 3 x 32 x 32
          conv2d stem from image { channels 2 * width kernel 3 x 3 padding same }
        %s}
        """.formatted(layers.indent(2));
  }

  private static Network lower(String layers) {
    return LoweringTest.lower(SEPARABLE + network(layers) + Designs.TECHNOLOGY + Designs.DIGITAL + Designs.CHIP + Designs.STUDY)
        .study().network();
  }

  private static List<String> names(Network network) {
    return network.layers().stream().map(Layer::name).toList();
  }

  @Test
  void theLayersOfABlockStandWhereItIsUsed() {
    Network network = lower("""
        use Separable s from stem { parameter out = 3 * width  parameter step = 2 }
        dense fc from s { units 10 }
        """);
    assertEquals(List.of("stem", "s.dw", "s.pw", "fc"), names(network));
    var pointwise = (MacLayer) network.layers().get(2);
    assertEquals(12, pointwise.bounds().get(LoopDim.K));
    assertEquals(8, pointwise.bounds().get(LoopDim.C));
    assertEquals(16, pointwise.bounds().get(LoopDim.OY));
    assertEquals(List.of("stem"), network.layers().get(1).predecessors());
    assertEquals(List.of("s.pw"), network.layers().get(3).predecessors());
    assertEquals("n.s.pw", pointwise.id().value());
  }

  @Test
  void aRepeatedBlockReadsTheOneBefore() {
    Network network = lower("use Separable s x 3 from stem\n");
    assertEquals(List.of("stem", "s.1.dw", "s.1.pw", "s.2.dw", "s.2.pw", "s.3.dw", "s.3.pw"), names(network));
    assertEquals(List.of("s.2.pw"), network.layers().get(5).predecessors());
  }

  @Test
  void aBlockMayUseAnotherAndGiveItItsOwnParameters() {
    Network network = LoweringTest.lower("""
        block Residual {
          parameter channels_of = 8
          input x
          use Separable left from x { parameter out = channels_of }
          add sum from x, left
        }
        """ + SEPARABLE + network("use Residual r x 2 from stem\n") + Designs.TECHNOLOGY + Designs.DIGITAL + Designs.CHIP
        + Designs.STUDY).study().network();
    assertEquals(List.of("stem", "r.1.left.dw", "r.1.left.pw", "r.1.sum", "r.2.left.dw", "r.2.left.pw", "r.2.sum"),
        names(network));
    assertEquals(List.of("r.1.sum", "r.2.left.pw"), network.layers().get(6).predecessors());
  }

  @Test
  void blocksOfOtherFilesAreImported() {
    assertNothing("import shared.Separable\n" + network("use Separable s from stem\n"), "package shared\n" + SEPARABLE);
  }

  @Test
  void aShapeThatDoesNotComposeIsReportedWhereTheBlockIsUsed() {
    assertError(IssueCodes.LAYER_SHAPE,
        "Layer 'sum' adds 'stem' (8 x 32 x 32) to 's.pw' (9 x 32 x 32). Both must have the same shape."
            .replace("'stem' (8 x 32 x 32) to 's.pw' (9 x 32 x 32)", "'s.pw' (9 x 32 x 32) to 'stem' (8 x 32 x 32)"),
        SEPARABLE + network("use Separable s from stem { parameter out = 9 }\nadd sum from stem, «s»\n"));
    assertError(IssueCodes.LAYER_SHAPE,
        "The kernel of layer 's.c' spans 40 x 40, but its padded input is only 32 x 32. Maybe use a smaller kernel or more padding.",
        "block Large { input x conv2d c from x { channels 4 kernel 40 x 40 } }\n" + network("use Large «s» from stem\n"));
  }

  @Test
  void aLayerMayReadAUseTwice() {
    Network network = lower("use Separable s from stem\nmatmul m from s, s { rows 32 inner 256 columns 32 }\n");
    assertEquals(List.of("s.pw", "s.pw"), network.layers().get(3).predecessors());
    Marked.assertWarning(IssueCodes.LAYER_READS_TWICE, "Layer 'sum' reads 's' twice. Maybe another layer is meant.",
        SEPARABLE + network("use Separable s from stem\nadd sum from s, «s»\n"));
  }

  @Test
  void aBlockThatUsesItselfIsReported() {
    assertError(IssueCodes.BLOCK_CIRCLE, "Block 'B' uses itself here. Maybe another block is meant.",
        "block B { input x use «B» again from x }\n");
  }

  @Test
  void anUnknownParameterIsReportedWithTheOneThatWasMeant() {
    assertError(IssueCodes.PARAMETER_UNKNOWN, "Block 'Separable' has no parameter 'outs'. Maybe 'out'.",
        SEPARABLE + network("use Separable s from stem { parameter «outs» = 9 }\n"));
  }

  @Test
  void otherInputsThanThoseOfTheBlockAreReported() {
    assertError(IssueCodes.LAYER_OPERANDS,
        "Block 'Separable' has 1 input, but 's' reads 2. Maybe change what stands behind 'from'.",
        SEPARABLE + network("use Separable s from «stem», image\n"));
    assertError(IssueCodes.LAYER_OPERANDS,
        "Block 'Sum' has 2 inputs; only a block with one input can be put behind itself. Maybe use it once for each.",
        "block Sum { input a input b add c from a, b }\n"
            + network("conv2d other from stem { channels 8 kernel 1 }\nuse Sum s x «2» from stem, other\n"));
  }

  @Test
  void shapesBelongToTheInputsOfNetworks() {
    assertError(IssueCodes.PROPERTY_OUT_OF_PLACE,
        "Input 'x' of a block has the shape of what the block is used on. Maybe remove this.",
        "block B { input x «3 x 3 x 3» dense fc from x { units 8 } }\n");
    assertError(IssueCodes.PROPERTY_MISSING, "Input 'a' has no shape. Maybe add '3 x 32 x 32'.",
        "network n { weight 8 bit activation 8 bit input «a» dense fc from a { units 8 } }\n");
  }

  @Test
  void blocksOfBlocksOfBlocksAreBounded() {
    assertError(IssueCodes.BLOCK_TOO_LARGE,
        "With its blocks, network 'n' has more than 20000 layers. Maybe repeat a block less often.",
        SEPARABLE + "block Many { input x use Separable s x 9000 from x }\n"
            + network("use Many m x 9000 from stem\n").replace("network n", "network «n»"));
  }
}
