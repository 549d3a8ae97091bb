package org.imc.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.imc.dsl.formatting2.SourceFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatterTest {

  private static final String UGLY = """
        package   a.b   import x.y import x.z


      /* hello */ digital   macro M{technology t rows 64// end of line
      columns 64


      weight 8 bit activation 8 bit serial 1 bit } // tail
      architecture A { macro M x
      4 memory s { size 64 KiB serves inputs ,outputs
      port read 8 bit/cycle }
      /* block
            * comment */
      memory d { size 1 GiB }
      }
      network N { weight 8 bit activation 8 bit input i 3 x 3  x 3
      pool p from i {max kernel 2
      stride 2 } add q from p,i
      }
      evaluate N on A minimising edp
      evaluate N on A minimising energy
      explore X { networks N architectures A,B
        rows in 3..8 step*2 columns in {1,2}
      where area<=1 mm2 minimising energy,area }
      """;

  private static final String PRETTY = """
      package a.b

      import x.y
      import x.z

      /* hello */ digital macro M {
        technology t
        rows 64 // end of line
        columns 64

        weight 8 bit
        activation 8 bit
        serial 1 bit
      } // tail

      architecture A {
        macro M x 4
        memory s {
          size 64 KiB
          serves inputs, outputs
          port read 8 bit/cycle
        }
        /* block
         * comment */
        memory d { size 1 GiB }
      }

      network N {
        weight 8 bit
        activation 8 bit
        input i 3 x 3 x 3
        pool p from i {
          max
          kernel 2
          stride 2
        }
        add q from p, i
      }

      evaluate N on A minimising edp
      evaluate N on A minimising energy

      explore X {
        networks N
        architectures A, B
        rows in 3 .. 8 step * 2
        columns in { 1, 2 }
        where area <= 1 mm2
        minimising energy, area
      }
      """;

  @Test
  void fileIsLaidOut() {
    assertEquals(PRETTY, Language.format(UGLY));
  }

  @Test
  void laidOutFileStaysAsItIs() {
    assertEquals(PRETTY, Language.format(PRETTY));
  }

  @Test
  void oneBlankLineIsKeptBehindALineComment() {
    String text = """
        // What the file is about


        // Who wrote it

        package a.b

        // Where the gates are from

        import x.y

        // A macro

        digital macro M {

          // The array

          rows 64 // of cells

          columns 64
          // Widths
          weight 8 bit

          // nothing more

        }

        // The end

        // of it

        """;
    String once = Language.format(text);
    assertEquals("""
        // What the file is about

        // Who wrote it

        package a.b

        // Where the gates are from

        import x.y

        // A macro

        digital macro M {
          // The array

          rows 64 // of cells

          columns 64
          // Widths
          weight 8 bit

          // nothing more
        }

        // The end

        // of it
        """, once);
    assertEquals(once, Language.format(once));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "// only a comment\n", "/* only a comment */", "package a.b"})
  void fileOfAlmostNothingIsLaidOutToAFixedPoint(String text) {
    String once = Language.format(text);
    assertEquals(once, Language.format(once));
  }

  @Test
  void anySpacingIsLaidOutToAFixedPointWithTheSameMeaning() {
    var random = new Random(20261123);
    for (int i = 0; i < 200; i++) {
      String spaced = respaced(Designs.complete(), random);
      assertEquals(List.of(), Language.problems(Language.parse(spaced)), spaced);
      String once = Language.format(spaced);
      assertEquals(once, Language.format(once), spaced);
      assertTrue(EcoreUtil.equals(Language.file(Language.parse(Designs.complete())).getElements().get(1),
          Language.file(Language.parse(once)).getElements().get(1)), spaced);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "digital macro m { rows", "digital macro m { rows 64 rows 32 }", "banana"})
  void fileThatCannotBeLaidOutWithoutGuessingIsLeftAlone(String text) {
    assertEquals(Optional.empty(), Language.get(SourceFormatter.class).format(Language.parse(text)));
  }

  /** Put other white space, and now and then a comment, between the words. */
  private static String respaced(String text, Random random) {
    String[] spaces = {" ", "\n", "  \t", "\n\n\n", " // note\n", " /* note */ ", "\r\n"};
    return text.strip().lines()
        .flatMap(line -> Arrays.stream(line.strip().split(" ")))
        .collect(Collectors.joining("\u0000"))
        .chars()
        .mapToObj(c -> c == 0 ? spaces[random.nextInt(10) < 6 ? 0 : random.nextInt(spaces.length)] : Character.toString(c))
        .collect(Collectors.joining());
  }

  @Test
  void eachParameterStandsOnALineOfItsOwn() {
    String laid = """
        digital macro M extends B {
          parameter a = 1
          parameter b = 2 * (a + 1)
          rows 16 * b
        }
        """;
    assertEquals(laid, Language.format("digital macro M extends B {\nparameter a=1 parameter b=2*( a+1 )\nrows 16*b }"));
    assertEquals(laid, Language.format(laid));
  }
}
