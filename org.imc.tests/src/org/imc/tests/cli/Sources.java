package org.imc.tests.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts of the language that several tests use. */
final class Sources {

  /** A chip, a network and a study without errors and without imports; small enough to be evaluated in a moment. */
  static final String CHIP = """
      technology cmos {
        node 28 nm
        supply 0.9 V
        gate {
          capacitance 0.7 fF
          area 0.614 um2
          delay 47.8 ps
        }
        cell {
          wordline 0.35 fF
          bitline 0.35 fF
          area 0.589 um2
          write 0.012 pJ/bit
        }
      }

      digital macro Array {
        technology cmos
        rows 16
        columns 32
        weight 8 bit
        activation 8 bit
        serial 1 bit
      }

      architecture Chip {
        macro Array
        memory sram {
          size 4 KiB
          serves inputs, outputs, weights
          port readwrite 64 bit/cycle
          read 0.1 pJ/bit
          write 0.1 pJ/bit
          area 0.01 mm2
        }
      }

      network Net {
        weight 8 bit
        activation 8 bit
        input image 4 x 6 x 6
        conv2d conv from image { channels 8 kernel 3 }
        pool mean from conv { average global }
        dense fc from mean { units 10 }
      }

      evaluate Net on Chip minimising energy
      """;

  private Sources() { }

  /** Write a file into a folder and return it. */
  static Path write(Path folder, String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
