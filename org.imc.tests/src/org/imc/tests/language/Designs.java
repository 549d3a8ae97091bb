package org.imc.tests.language;

/** Small designs without a fault, into which tests put theirs. */
final class Designs {

  static final String TECHNOLOGY = """
      technology t {
        node 28 nm
        supply 0.9 V
        gate { capacitance 0.7 fF area 0.614 um2 delay 47.8 ps }
        cell { wordline 0.35 fF bitline 0.35 fF area 0.5 um2 write 0.012 pJ/bit }
      }
      """;

  static final String DIGITAL = """
      digital macro m {
        technology t
        rows 64
        columns 64
        weight 8 bit
        activation 8 bit
        serial 1 bit
      }
      """;

  static final String ANALOG = """
      analog macro m {
        technology t
        rows 64
        columns 64
        weight 8 bit
        activation 8 bit
        dac 2 bit
        adc { resolution 5 bit }
      }
      """;

  static final String CHIP = """
      architecture chip {
        macro m x 4
        memory sram {
          size 64 KiB
          serves weights, inputs, outputs
          port readwrite 128 bit/cycle
          read 0.16 pJ/bit
          write 0.11 pJ/bit
        }
      }
      """;

  static final String NETWORK = """
      network n {
        weight 8 bit
        activation 8 bit
        input image 3 x 8 x 8
        conv2d conv from image { channels 16 kernel 3 x 3 padding 1 }
        dense classes from conv { units 10 }
      }
      """;

  static final String STUDY = "evaluate n on chip minimising energy\n";

  private Designs() { }

  /** Return a whole file. */
  static String complete() {
    return TECHNOLOGY + DIGITAL + CHIP + NETWORK + STUDY;
  }

  /** Return the digital macro with a line put in the place of one of its lines, behind its technology. */
  static String digital(String line, String instead) {
    return replaced(DIGITAL, line, instead) + TECHNOLOGY;
  }

  /** Return the analog macro likewise. */
  static String analog(String line, String instead) {
    return replaced(ANALOG, line, instead) + TECHNOLOGY;
  }

  /** Return the architecture likewise, with all that it refers to. */
  static String chip(String line, String instead) {
    return replaced(CHIP, line, instead) + DIGITAL + TECHNOLOGY;
  }

  /** Return the network likewise. */
  static String network(String line, String instead) {
    return replaced(NETWORK, line, instead);
  }

  private static String replaced(String text, String line, String instead) {
    if (!text.contains(line)) {
      throw new IllegalArgumentException("There is no '%s' in:%n%s".formatted(line, text));
    }
    return text.replace(line, instead);
  }
}
