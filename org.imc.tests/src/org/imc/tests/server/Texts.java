package org.imc.tests.server;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The files that the tests open. */
final class Texts {

  /** A chip and its macro. */
  static final String CHIP = """
      package chip

      import imc.technology.cmos28

      digital macro Array {
        technology cmos28
        rows 64
        columns 64
        weight 8 bit
        activation 8 bit
        serial 1 bit
      }

      architecture Tiny {
        macro Array x 4

        memory input_register {
          size 8 bit
          serves inputs
          instances per row
          port read 8 bit/cycle
          port write 8 bit/cycle
          read 0 fJ/bit
          write 1.7 fJ/bit
        }

        memory output_register {
          size 24 bit
          serves outputs
          instances per output
          port read 24 bit/cycle
          port write 24 bit/cycle
          read 0 fJ/bit
          write 1.7 fJ/bit
        }

        memory buffer {
          size 64 KiB
          serves inputs, outputs
          port readwrite 128 bit/cycle
          read 0.141 pJ/bit
          write 0.086 pJ/bit
          area 0.184 mm2
        }

        memory dram {
          size 8 MiB
          serves weights
          port readwrite 64 bit/cycle
          read 3.7 pJ/bit
          write 3.7 pJ/bit
        }
      }
      """;

  /** A question about the chip. */
  static final String QUESTION = """
      import chip.Tiny
      import imc.network.ResNet8

      evaluate ResNet8 on Tiny minimising energy
      """;

  /** Both in one file. */
  static final String TINY = CHIP
      .replace("package chip\n\n", "")
      .replace("cmos28\n\ndigital", "cmos28\nimport imc.network.ResNet8\n\ndigital")
      + "\nevaluate ResNet8 on Tiny minimising energy\n";

  /** A question whose answer is found at once. */
  static final String SMALL = TINY
      .replace("import imc.network.ResNet8\n\n", "\nnetwork Small {\n  weight 8 bit\n  activation 8 bit\n  input x 16\n"
          + "  dense fc from x {\n    units 8\n  }\n}\n\n")
      .replace("ResNet8", "Small");

  /** A question that takes long, since its layers are large and have many divisors. */
  static final String LONG = CHIP
      .replace("package chip\n\n", "").replace("64 KiB", "64 GiB").replace("8 MiB", "8 GiB")
      + "\nnetwork Large {\n  weight 8 bit\n  activation 8 bit\n  input x 240 x 720 x 720\n"
      + IntStream.rangeClosed(1, 40)
          .mapToObj(i -> "  conv2d c%d from x { channels %d kernel 3 padding same }\n".formatted(i, 120 * i))
          .collect(Collectors.joining())
      + "}\n\nevaluate Large on Tiny minimising edp\n";

  private Texts() { }
}
