package org.imc.tests.cli;

/** Chips and a network that are priced in no time, to be explored. */
final class SmallChips {

  /** A network alone. */
  static final String NETWORK = """
      network Small {
        weight 8 bit activation 8 bit
        input image 3 x 8 x 8
        conv2d c from image { channels 12 kernel 3 x 3 padding 1 }
        dense f from c { units 10 }
      }
      """;

  /** A digital chip alone. */
  static final String DIGITAL = """
      import imc.technology.cmos28
      digital macro D { technology cmos28 rows 32 columns 32 weight 8 bit activation 8 bit serial 1 bit }
      architecture Digital {
        macro D
        memory buffer { kind sram size 2 KiB serves inputs, outputs port readwrite 64 bit/cycle }
        memory dram { kind lpddr4 size 1 MiB serves weights, inputs, outputs port readwrite 32 bit/cycle }
      }
      """;

  /** The chip and the network. */
  static final String TEXT = DIGITAL + NETWORK;

  /** An analog one beside it. */
  static final String ANALOG = """
      analog macro A { technology cmos28 rows 32 columns 32 weight 8 bit activation 8 bit dac 1 bit adc { resolution 5 bit } }
      architecture Analog extends Digital { macro A }
      """;

  private SmallChips() { }

  /** Return an exploration of 20, 32 and 64 columns and 1 to 4 bit at once, of which a third is impossible. */
  static String sizes(String rows, String... more) {
    return """
        explore Sizes {
          networks Small
          architectures Digital
          rows in %s
          columns in { 20, 32, 64 }
          serial in 1 bit..4 bit
          minimising energy, area
        %s}
        """.formatted(rows, more.length == 0 ? "" : "  " + String.join("\n  ", more) + "\n");
  }
}
