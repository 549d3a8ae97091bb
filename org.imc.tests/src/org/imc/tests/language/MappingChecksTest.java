package org.imc.tests.language;

import static org.imc.tests.language.Marked.assertError;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.validation.IssueCodes;
import org.junit.jupiter.api.Test;

/** What is wrong with mappings of a convolution (K 16, C 3, OY 8, OX 8, FY 3, FX 3) and a dense layer on four 64 x 8 macros. */
class MappingChecksTest {

  private static final String BUFFER = """
      memory buffer {
        size 8 Kibit
        serves inputs, outputs
        port readwrite 128 bit/cycle
        read 0.1 pJ/bit
        write 0.1 pJ/bit
      }
      memory sram {""";

  private static String design(String mapping) {
    return Designs.TECHNOLOGY + Designs.DIGITAL
        + Designs.CHIP.replace("memory sram {", BUFFER) + Designs.NETWORK + mapping;
  }

  private static String conv(String lines) {
    return design("mapping wanted for n on chip { layer conv { " + lines + " } }");
  }

  @Test
  void completeAndPartialMappingsHaveNoProblem() {
    Marked.assertNothing(conv("columns K 8 rows C 3, FY 3, FX 3 macros OY 4 loops OX 8, OY 2, K 2 cells none "
        + "memory buffer { inputs OX 8 outputs OX 8, OY 2 }"));
    Marked.assertNothing(conv("columns K 8, any not macros OX, OY loops OX 2, any, K 2"));
    Marked.assertNothing(design("mapping wanted for n on chip { layer conv, classes { macros none } } "
        + "evaluate n on chip minimising edp with wanted evaluate n on chip minimising edp"));
  }

  @Test
  void unknownNamesAreReportedWithTheNearest() {
    assertError(IssueCodes.NAME_UNKNOWN, "There is no input or layer named 'conw' here. Maybe 'conv'.",
        design("mapping wanted for n on chip { layer «conw» { rows C 3 } }"));
    assertError(IssueCodes.NAME_UNKNOWN, "There is no memory named 'bufer' here. Maybe 'buffer'.",
        conv("memory «bufer» { inputs OX 8 }"));
    assertError(IssueCodes.MAPPING_DIMENSION,
        "There is no loop dimension 'OZ'. Maybe 'OX'; there are B, G, K, C, OY, OX, FY and FX.", conv("loops «OZ» 8, any"));
    assertError(IssueCodes.MAPPING_DIMENSION,
        "There is no loop dimension 'fx'. Maybe 'FX'; there are B, G, K, C, OY, OX, FY and FX.", conv("not rows «fx»"));
  }

  @Test
  void aDimensionOnTheWrongAxisIsReported() {
    assertError(IssueCodes.MAPPING_AXIS,
        "K cannot be unrolled over the rows, which take C, FY, FX. Maybe unroll it over 'columns' or 'macros'.",
        conv("rows C 3, «K» 2"));
  }

  @Test
  void sizesBeyondTheLayerAreReported() {
    assertError(IssueCodes.MAPPING_SIZE, "C of layer 'conv' has 3 steps, fewer than 4. Maybe 'C 3'.", conv("rows C «4»"));
  }

  @Test
  void unrollingsWiderThanTheArrayAreReported() {
    assertError(IssueCodes.MAPPING_TOO_WIDE,
        "The columns of layer 'conv' take 16, but macro 'm' computes 8 outputs side by side. Maybe unroll at most 8.",
        conv("columns «K 16»"));
    assertError(IssueCodes.MAPPING_TOO_WIDE,
        "The macros of layer 'conv' take 16, but architecture 'chip' has 4 macros. Maybe unroll at most 4.",
        conv("macros «OX 4, OY 4»"));
    assertError(IssueCodes.MAPPING_TOO_WIDE,
        "The rows of layer 'conv' take 90, but macro 'm' sums 64 inputs. Maybe unroll at most 64.",
        conv("columns OX 8 rows «C 3, FY 3, FX 3»"));
  }

  @Test
  void loopsThatDoNotMakeUpTheStepsAreReported() {
    assertError(IssueCodes.MAPPING_SIZE,
        "OX of layer 'conv' has 8 / 3, rounded up to 3, steps in time, but the loops make 2. Maybe 'OX 3'.",
        conv("columns OX 3 rows C 3, FY 3 macros none loops «OX 2, OY 8, K 16, FX 3»"));
    assertError(IssueCodes.MAPPING_SIZE,
        "K of layer 'conv' has 16 / 8 = 2 steps in time, but the loops make 4, which do not divide them. Maybe 'K 2'.",
        conv("columns K 8 macros none loops «K 4, any»"));
    assertError(IssueCodes.MAPPING_SIZE,
        "OX of layer 'conv' has 8 steps in time, which do not divide into 3. Maybe use one of its factors.",
        conv("columns K 8 macros none memory buffer { inputs «OX 3» }"));
  }

  @Test
  void tilesThatALevelCannotHoldAreReported() {
    assertError(IssueCodes.MAPPING_CAPACITY,
        "The cells of macro 'm' hold 1 weights per multiplier, "
            + "but layer 'conv' is to keep 3 there. Maybe 'cells none'.",
        conv("rows none cells «C 3»"));
  }

  @Test
  void aTileLargerThanItsMemoryIsReportedWithTheBits() {
    assertError(IssueCodes.MAPPING_CAPACITY,
        "Memory 'buffer' holds 8192 bits, 8192 fewer than the outputs of layer 'conv' that it is to hold. "
            + "Maybe give it fewer loops, or a size of at least 16384 bits.",
        design("mapping wanted for big on chip { layer conv { columns K 8 macros none memory buffer { outputs «OX 16, OY 16» } } }"
            + Designs.NETWORK.replace("network n", "network big").replace("3 x 8 x 8", "3 x 16 x 16")));
  }

  @Test
  void contradictionsAreReported() {
    assertError(IssueCodes.MAPPING_CONTRADICTION,
        "OX is unrolled over the columns, and forbidden to be. Maybe remove one.", conv("columns «OX» 2 not columns OX"));
    assertError(IssueCodes.MAPPING_CONTRADICTION,
        "No border between 'loops' has just this tile inside. Maybe change their order, or leave out one of both.",
        conv("columns K 8 rows C 3, FY 3, FX 3 macros none loops OX 8, OY 8, K 2 memory buffer { outputs «OY 8» }"));
    assertError(IssueCodes.MAPPING_LAYER, "Layer 'conv' is mapped twice. Maybe put both into one block.",
        design("mapping wanted for n on chip { layer conv { rows C 3 } layer «conv» { columns K 8 } }"));
    assertError(IssueCodes.PROPERTY_DUPLICATE, "'rows' is given twice. Maybe remove one.", conv("rows C 3 «rows» C 2"));
  }

  @Test
  void levelsThatDoNotChooseAreReported() {
    assertError(IssueCodes.MAPPING_LEVEL, "Memory 'buffer' does not serve weights. Maybe 'sram' is meant.",
        conv("memory buffer { weights «C 3» }"));
    assertError(IssueCodes.MAPPING_LEVEL, "Memory 'sram' is the last one for inputs and holds them all. Maybe remove this.",
        conv("memory sram { inputs «OX 8» }"));
    assertError(IssueCodes.MAPPING_IRRELEVANT, "Loops of K do not change which inputs are held. Maybe remove it.",
        conv("memory buffer { inputs OX 8, «K» 2 }"));
  }

  @Test
  void aMappingForSomethingElseIsReported() {
    assertError(IssueCodes.STUDY_MAPPING, "Mapping 'wanted' is for network 'n', but 'other' is asked about. Maybe evaluate 'n'.",
        design(Designs.NETWORK.replace("network n", "network other")
            + "mapping wanted for n on chip { layer conv { rows C 3 } } evaluate other on chip minimising edp with «wanted»"));
  }

  @Test
  void layersOfBlocksAreNamedBehindTheUse() {
    String blocks = """
        block pair {
          input x
          conv2d a from x { channels 3 kernel 1 }
          conv2d b from a { channels 3 kernel 1 }
        }
        network deep {
          weight 8 bit
          activation 8 bit
          input image 3 x 8 x 8
          use pair s x 12 from image
        }
        """;
    Marked.assertNothing(design(blocks + "mapping wanted for deep on chip { layer \"s.1.a\", \"s.10.b\" { rows C 3 } }"));
    List<Problem> problems =
        Language.problems(Language.parse(design(blocks + "mapping wanted for deep on chip { layer \"s.13.a\" { rows C 3 } }")));
    assertEquals(List.of(IssueCodes.NAME_UNKNOWN), problems.stream().map(Problem::code).toList());
  }

  @Test
  void aMappingOnManyLinesIsLaidOut() {
    assertEquals("""
        mapping wanted for n on chip {
          layer conv, classes {
            columns K 8, any
            not rows FX, FY
            memory buffer { inputs OX 8, OY 2 outputs none }
          }

          layer other { rows none }
        }
        """, Language.format("""
        mapping  wanted for n  on chip{
        layer conv , classes {
        columns K 8,any not rows FX , FY
             memory buffer{ inputs OX 8 ,OY 2 outputs none }
        }

        layer other {rows none}}
        """));
  }
}
