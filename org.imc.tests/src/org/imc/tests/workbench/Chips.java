package org.imc.tests.workbench;

/** Texts that the tests of views share. */
final class Chips {

  /** A small digital chip with two memories, and a network of three layers. */
  static final String CHIP = """
      import imc.technology.cmos28

      digital macro Array {
        technology cmos28
        rows 64
        columns 64
        weight 8 bit
        activation 8 bit
        serial 1 bit
      }

      architecture Chip {
        macro Array x 4
        memory buffer {
          size 64 KiB
          serves inputs, outputs
          port readwrite 128 bit/cycle
          read 0.141 pJ/bit
          write 0.086 pJ/bit
        }
        memory dram {
          size 8 MiB
          serves weights
          port readwrite 64 bit/cycle
          read 3.7 pJ/bit
          write 3.7 pJ/bit
        }
      }

      network Small {
        weight 8 bit
        activation 8 bit
        input image 3 x 16 x 16
        conv2d first from image { channels 16 kernel 3 padding same }
        pool mean from first { average global }
        dense classes from mean { units 10 }
      }
      """;

  /** The chip, and a question about it. */
  static final String STUDY = CHIP + "\nevaluate Small on Chip minimising energy\n";

  private Chips() { }
}
