package org.imc.tests.fuzz;

import java.util.List;

/** Random tokens of the language: usual ones mostly, and the oddest that it admits or does not. */
final class Tokens {

  private static final List<String> NAMES = List.of(
      "a", "b", "chip", "m0", "_", "sram", "image", "fc1", "^network", "^a", "µ", "μ2", "m²", "x", "rows", "input",
      "max", "same", "on", "weights", "memory", "zigzag_imc", "conv2d", "A", "a1b2", "imc", "layer_with_a_long_name");

  private static final List<String> UNITS = List.of(
      "bit", "B", "KiB", "MiB", "GiB", "kbit", "nm", "um", "µm", "μm", "mm", "m", "um2", "µm²", "mm2", "m2", "ps", "ns",
      "us", "s", "Hz", "kHz", "MHz", "GHz", "V", "mV", "aF", "fF", "pF", "F", "J", "fJ/bit", "pJ/bit", "pJ/B", "J/bit",
      "bit/cycle", "B/cycle", "bit/s", "Gbit/s", "GB/s", "KiB/s", "cycle", "bit/bit", "cycle/cycle", "s/s", "furlong",
      "bit/cycle/cycle", "/bit", "bit/", "x3", "x3x3", "Ki", "k", "²", "mbit", "TB", "Kim", "kcycle", "um22");

  private static final List<String> NUMBERS = List.of(
      "0", "1", "2", "3", "4", "7", "8", "16", "32", "64", "100", "0.9", "28", "1.5", "00", "007", "1e3", "1E-3", "1e+2",
      "0.0", "1e0", "16777216", "16777217", "65536", "65537", "1125899906842624", "2147483648", "4294967296",
      "4611686018427387904", "9223372036854775807", "9223372036854775808", "18446744073709551616", "1e99", "1e-99",
      "1e100", "1e999", "1e-999", "1e2147483648", "0.000000000000000000000000000001", "33", "17", "0.00001",
      "99999999999999999999999999999999999999999999999999", "1.", ".5", "-1", "1e", "0x10", "1_000", "1,5", "½");

  private static final List<String> TEXTS = List.of(
      "\"\"", "\"a\"", "\"Su et al., JSSC 2023\"", "\"\\\"\"", "\"\\n\\t\\u00b5\"", "\"\\u12\"", "\"\\q\"", "\"µ² 芯片 😀\"",
      "\"  two  spaces \"", "\"// no comment\"", "\"/* no comment */\"", "\"%s %d %n\"", "\"{\"", "\"\\\\\"", "\"open");

  private static final List<String> HIDDEN = List.of(
      "\n", "\n", "\n", "\n  ", "\n\n", "\t", "  ", "\r\n", "\r", " /* c */ ", " // c\n", "\n// µ 芯片 😀\n", "/**/", "//\n",
      "\n\n\n\n", " /* a\n * b\n   c */ ", "//\r\n", "/* // */", "// /*\n", "\n/*\n*\n*/\n");

  private static final List<String> STRANGE = List.of(
      "\0", "\uFEFF", "\u00A0", "\u2028", "\u0085", "\u000B", "\f", "😀", "\uD83D", "\uDE00", "芯", "é", "\u202E", "#", "$", "@",
      "'", "`", "\\", "\"", "/*", "*/", "//", "^", "^^", ";", "<", "%s", "%", "\uFFFF", "\u0001", "\u007F", "²", "·", "×");

  private final Dice dice;

  Tokens(Dice dice) {
    this.dice = dice;
  }

  String name() {
    return dice.of(NAMES);
  }

  String unit() {
    return dice.of(UNITS);
  }

  String number() {
    return dice.oneIn(4) ? Integer.toString(dice.below(300)) : dice.of(NUMBERS);
  }

  String text() {
    return dice.of(TEXTS);
  }

  /** Return what may stand between two tokens: a space mostly, else line ends and comments. */
  String hidden() {
    return dice.oneIn(4) ? dice.of(HIDDEN) : " ";
  }

  /** Return characters that no token of the language begins with, or only half a token. */
  String strange() {
    return dice.of(STRANGE);
  }

  /** Return any of them. */
  String any() {
    return switch (dice.below(5)) {
      case 0 -> name();
      case 1 -> unit();
      case 2 -> number();
      case 3 -> text();
      default -> strange();
    };
  }
}
