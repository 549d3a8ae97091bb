package org.imc.tests.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.evaluation.SourceFiles;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.engine.explore.Exploration;
import org.imc.tests.language.Language;

/** Explorations of small designs. */
final class Question {

  /** Analog and digital macros, a layer that fits their arrays and one that does not, and a memory to choose. */
  static final String CHIPS = """
      import imc.technology.cmos28

      digital macro D { technology cmos28 rows 32 columns 32 weight 8 bit activation 8 bit serial 1 bit }
      analog macro A { technology cmos28 rows 32 columns 32 weight 8 bit activation 8 bit dac 1 bit adc { resolution 5 bit } }
      architecture Digital {
        macro D
        memory regs {
          kind registers size 8 bit serves inputs instances per row
          port read 8 bit/cycle port write 8 bit/cycle
        }
        memory buffer { kind sram size 2 KiB serves inputs, outputs port readwrite 64 bit/cycle }
        memory dram { kind lpddr4 size 1 MiB serves weights, inputs, outputs port readwrite 32 bit/cycle }
      }
      architecture Analog extends Digital { macro A }
      network Small {
        weight 8 bit activation 8 bit
        input image 3 x 8 x 8
        conv2d c from image { channels 12 kernel 3 x 3 padding 1 }
        depthwise d from c { kernel 3 x 3 stride 2 padding 1 }
        dense f from d { units 10 }
      }
      network Tiny { weight 8 bit activation 8 bit input x 40 dense f from x { units 20 } dense g from f { units 20 } }
      """;

  private Question() { }

  /** Return the only exploration of a text, which must have no problem. */
  static Exploration of(String lines) {
    return ofText(CHIPS + "explore Sizes { networks Small, Tiny architectures Digital, Analog %s }\n".formatted(lines));
  }

  /** Return the only exploration of a whole text, which must have no problem. */
  static Exploration ofText(String text) {
    try {
      Path folder = Files.createTempDirectory("imc-question"); // a folder of its own: files see those beside them
      Path file = folder.resolve("question.imc");
      try {
        Files.writeString(file, text);
        StudyRunner runner = Language.get(StudyRunner.class);
        XtextResource resource = Language.get(SourceFiles.class).read(List.of(file)).named().get(0);
        assertEquals(List.of(), runner.check(resource, CancelIndicator.NullImpl).stream()
            .filter(problem -> problem.isError()).toList());
        return runner.lower(runner.explorations(resource).get(0));
      } finally {
        Files.delete(file);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
