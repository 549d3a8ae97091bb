package org.imc.tests.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.evaluation.SourceFiles;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.formatting2.SourceFormatter;
import org.imc.engine.Cancellation;
import org.imc.engine.Engine;
import org.imc.engine.Progress;
import org.imc.engine.explore.Design;
import org.imc.engine.explore.DesignCost;
import org.imc.engine.explore.Exploration;
import org.imc.engine.explore.Pricing;
import org.imc.engine.result.Evaluation;
import org.imc.model.imc.ExploreDecl;
import org.imc.tests.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A design that is written in the language is that design. */
class DesignTextTest {

  /** Everything that can be varied, in a package, with names that are words of the language. */
  private static final String CHIPS = """
      package my.chips

      import imc.network.DeepAutoEncoder
      import imc.technology.*

      technology mine extends cmos28 {
        parameter volts = 0.9 V
        supply volts
      }

      digital macro D {
        technology mine
        rows 32
        columns 32
        cells 1 per multiplier
        weight 8 bit
        activation 8 bit
        serial 1 bit
      }

      analog macro ^kernel {
        parameter height = 32
        technology cmos28
        rows height
        columns 32
        weight 8 bit
        activation 8 bit
        dac 1 bit
        adc {
          resolution 5 bit
        }
      }

      architecture Digital {
        macro D
        memory buffer {
          kind sram
          size 2 KiB
          serves inputs, outputs
          port readwrite 64 bit/cycle
        }
        memory dram {
          kind lpddr4
          size 1 MiB
          serves weights, inputs, outputs
          port readwrite 32 bit/cycle
        }
      }

      architecture Analog extends Digital {
        macro ^kernel
      }

      network Small {
        weight 8 bit
        activation 8 bit
        input image 3 x 8 x 8
        conv2d c from image {
          channels 12
          kernel 3 x 3
          padding 1
        }
        dense f from c {
          units 10
        }
      }

      explore Sizes {
        networks Small, DeepAutoEncoder
        architectures Digital, Analog
        minimising energy
      """;

  @TempDir private Path folder;

  private final StudyRunner runner = Language.get(StudyRunner.class);

  @ParameterizedTest
  @ValueSource(strings = {
    "columns in { 32, 64 } adc resolution in { 4 bit, 6 bit }",
    "cells in { 1, 2 } macros in { 1, 2 }",
    "parameter volts in { 0.8 V, 0.9 V } parameter height in 16 .. 32 step * 2",
    "memory buffer size in { 2 KiB, 4 KiB } memory buffer read in { 0.1 pJ/bit, 0.2 pJ/bit } macros in 1 .. 2",
    "technology in { cmos28, cmos22 } macro in { D, ^kernel } mapped for energy, latency"
  })
  void everyDesignIsSoundLaidOutAndCostsTheSame(String axes) throws IOException {
    ExploreDecl declared = explore(axes);
    Exploration exploration = runner.lower(declared);
    int priced = 0;
    for (long index = 0; index < exploration.space().size(); index++) {
      Design design = exploration.space().design(index);
      if (design.architecture().isPresent()) {
        List<Evaluation> expected =
            new Pricing(exploration).evaluate(design.architecture().get(), design, Cancellation.NEVER);
        assertEquals(costs(expected), costs(evaluated(runner.text(declared, index))), "design " + index);
        priced++;
      }
    }
    assertEquals(exploration.space().size(), priced);
  }

  private ExploreDecl explore(String axes) throws IOException {
    Files.writeString(folder.resolve("chips.imc"), CHIPS + axes + "}\n");
    return runner.explorations(read("chips.imc")).get(0);
  }

  private XtextResource read(String name) throws IOException {
    XtextResource file = Language.get(SourceFiles.class).read(List.of(folder.resolve(name))).named().get(0);
    assertEquals(List.of(), runner.check(file, CancelIndicator.NullImpl));
    return file;
  }

  /** Evaluate a text beside the chips that has no problems and that the formatter leaves as it is. */
  private List<Evaluation> evaluated(String text) throws IOException {
    Files.writeString(folder.resolve("design.imc"), text);
    XtextResource file = read("design.imc");
    assertEquals(Optional.of(text), Language.get(SourceFormatter.class).format(file));
    return runner.lower(file).stream()
        .map(study -> runner.evaluate(study, Engine.withThreads(1), Progress.NONE, Cancellation.NEVER))
        .map(StudyResult::evaluation).toList();
  }

  private static List<DesignCost> costs(List<Evaluation> evaluations) {
    return evaluations.stream().map(each -> new DesignCost(
        each.energy().totalPj(), each.latencyNs(), each.area().totalMm2(), 2.0 * each.macs())).toList();
  }

  @Test
  void aDesignSaysWhatDiffers() throws IOException {
    ExploreDecl declared = explore("columns in { 32, 64 } adc resolution in { 4 bit, 6 bit } macros in { 1, 2 } mapped for edp");
    assertEquals("""
        // Design 11 of the exploration Sizes.

        import imc.network.DeepAutoEncoder
        import my.chips.Analog
        import my.chips.Small
        import my.chips.^kernel

        analog macro kernel_11 extends ^kernel {
          columns 64
          adc {
            resolution 6 bit
          }
        }

        architecture Analog_11 extends Analog {
          macro kernel_11 x 2
        }

        evaluate Small on Analog_11 minimising edp
        evaluate DeepAutoEncoder on Analog_11 minimising edp
        """, runner.text(declared, 11));
  }

  @Test
  void weightsThatStayAreAskedForAsTheExplorationDoes() throws IOException {
    Files.writeString(folder.resolve("chips.imc"),
        CHIPS.replace("Small, DeepAutoEncoder", "DeepAutoEncoder") + "columns in { 32, 64 } weights resident }\n");
    ExploreDecl declared = runner.explorations(read("chips.imc")).get(0);
    Exploration exploration = runner.lower(declared);
    Design design = exploration.space().design(1);
    String text = runner.text(declared, 1);
    assertTrue(text.endsWith("minimising energy weights resident\n"), text);
    assertEquals(costs(new Pricing(exploration).evaluate(design.architecture().orElseThrow(), design, Cancellation.NEVER)),
        costs(evaluated(text)));
  }

  @Test
  void aDesignThatIsNotThereIsToldWithThoseThatAre() throws IOException {
    ExploreDecl declared = explore("columns in { 32, 64 }");
    assertEquals("There is no design 4. Maybe ask for one from 0 to 3.",
        assertThrows(IllegalArgumentException.class, () -> runner.text(declared, 4)).getMessage());
  }
}
