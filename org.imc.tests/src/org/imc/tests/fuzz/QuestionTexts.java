package org.imc.tests.fuzz;

import java.util.List;

/**
 * Write what can be asked of a design of {@link DesignTexts}, and what can stand beside it: mappings, budgets, claims,
 * explorations, chips of the survey, blocks, parameters, converters, trees. Names and counts are often those of the
 * design, so that many of the questions have an answer.
 */
final class QuestionTexts {

  private static final List<String> LAYERS = List.of("l0", "conv2d0", "add0", "x0", "l1", "image", "nowhere");
  private static final List<String> MEMORIES = List.of("top", "top", "in", "out", "near", "nowhere");
  private static final List<String> OBJECTIVES = List.of("energy", "latency", "edp");
  private static final List<String> FIGURES =
      List.of("energy", "latency", "area", "efficiency", "throughput", "density");
  private static final List<String> AMOUNTS = List.of(
      "1 uJ", "40 pJ", "1 ms", "3 ns", "1 mm2", "4.9 TOPS/W", "2 TOPS", "1 TOPS/mm2", "0 J", "1e30 J", "7", "rows * 8 bit");
  private static final List<String> COMPARISONS = List.of("<", "<=", ">", ">=", "==", "=");

  private final Dice dice;
  private final StringBuilder text = new StringBuilder();

  private QuestionTexts(Dice dice) {
    this.dice = dice;
  }

  /** Return one to four declarations. */
  static String write(Dice dice) {
    var questions = new QuestionTexts(dice);
    List<Runnable> kinds = List.of(questions::study, questions::claim, questions::mapping, questions::explore,
        questions::chip, questions::block, questions::analogMacro, questions::parameter);
    for (int i = 0, count = dice.between(1, 4); i < count; i++) {
      dice.of(kinds).run();
    }
    return questions.text.toString();
  }

  private void study() {
    text.append("evaluate n on ").append(dice.of("chip", "chip", "chip2")).append(" minimising ").append(dice.of(OBJECTIVES))
        .append(dice.of("", "", " with map")).append(placements());
    if (dice.oneIn(2)) {
      text.append(" { require ").append(dice.of("energy", "latency", "area", "density")).append(' ')
          .append(dice.of(COMPARISONS)).append(' ').append(dice.of(AMOUNTS)).append(" }");
    }
    text.append('\n');
  }

  private String placements() {
    return dice.of("", "", " activations placed", " activations outermost")
        + dice.of("", "", " weights resident", " weights reloaded");
  }

  private void claim() {
    text.append("claim \"c").append(dice.below(3)).append("\" {");
    for (int i = dice.below(3); i >= 0; i--) {
      text.append(dice.oneIn(3)
          ? " published %s = %s".formatted(figure(), dice.of(AMOUNTS))
          : " expect %s %s %s".formatted(figure(), dice.of(COMPARISONS), dice.oneIn(3)
              ? dice.of(AMOUNTS)
              : dice.of("", "0.9 times ", "0 times ", "1e9 times ") + figure()));
    }
    text.append(dice.of("", " note \"why\"", " source \"somebody\"")).append(" }\n");
  }

  private String figure() {
    return dice.oneIn(4)
        ? "peak %s of chip".formatted(dice.of(FIGURES))
        : "%s of n%s on chip%s%s".formatted(dice.of(FIGURES), dice.oneIn(3) ? " layer " + dice.of(LAYERS) : "",
            dice.oneIn(4) ? " in " + dice.of(MEMORIES) : "",
            dice.oneIn(2) ? " minimising " + dice.of(OBJECTIVES) : "") + (dice.oneIn(4) ? placements() : "");
  }

  private void mapping() {
    text.append("mapping map for n on chip {\n");
    for (int i = dice.below(3); i >= 0; i--) {
      text.append("  layer ").append(dice.of(LAYERS)).append(dice.of("", "", ", " + dice.of(LAYERS))).append(" {");
      for (int j = dice.below(5); j >= 0; j--) {
        text.append(' ').append(switch (dice.below(7)) {
          case 0 -> "columns " + loops();
          case 1 -> "rows " + loops();
          case 2 -> "macros " + loops();
          case 3 -> "not %s K, C".formatted(dice.of("columns", "rows", "macros"));
          case 4 -> "loops " + loops();
          case 5 -> "weights " + dice.of("resident", "reloaded");
          default -> "memory %s { %s %s }".formatted(
              dice.of(MEMORIES), dice.of("weights", "inputs", "outputs"), loops());
        });
      }
      text.append(" }\n");
    }
    text.append("}\n");
  }

  private String loops() {
    if (dice.oneIn(6)) {
      return "none";
    }
    var loops = new StringBuilder(loop());
    for (int i = dice.below(4); i > 0; i--) {
      loops.append(", ").append(loop());
    }
    return loops.toString();
  }

  private String loop() {
    return dice.oneIn(4) ? "any" : dice.of("B", "K", "C", "G", "OY", "OX", "FY", "FX", "Q") + ' '
        + dice.of("1", "2", "3", "4", "8", "0", "10", "16777216", "2147483647", "99999999999", "2 bit", "(1 + 1)");
  }

  private void explore() {
    text.append("explore e").append(dice.below(2)).append(" { networks n architectures chip");
    for (int i = dice.below(3); i >= 0; i--) {
      text.append("\n  ").append(axis());
    }
    if (dice.oneIn(3)) {
      text.append("\n  where ").append(dice.of("area <= 1 mm2", "energy <= 1 J", "rows * columns <= 4096", "rows == columns",
          "efficiency >= 0 TOPS/W", "latency <= 0 s", "area <= 1 V", "rows <= clock"));
    }
    text.append(dice.of("", "\n  mapped for energy, latency", "\n  mapped for edp"))
        .append("\n  minimising ").append(dice.of("energy", "energy, area", "latency, edp, area", "energy, energy",
            "area, energy ^ 0.7 * latency ^ 0.3", "edp^2 * area", "energy * energy ^ 0"))
        .append(dice.oneIn(4) ? "\n  weights resident" : "")
        .append(dice.of("", "\n  maximising density", "\n  maximising efficiency, throughput"))
        .append("\n  budget ").append(dice.of("10", "100", "100", "0", "1e12", "3 V")).append("\n}\n");
  }

  private String axis() {
    String property = dice.of("rows", "columns", "macros", "weight", "activation", "serial", "dac", "supply", "clock", "mux",
        "active", "cells", "adc resolution", "adc columns", "memory top size", "memory top read", "parameter p");
    String unit = dice.of("", "", " bit", " bit", " V", " MHz", " KiB", " pJ/bit");
    return switch (dice.below(5)) {
      case 0 -> "technology in { t }";
      case 1 -> "macro in { m, %s }".formatted(dice.of("m", "m2", "nowhere"));
      case 2 -> "%s in %s%s .. %s%s%s".formatted(property, dice.of("1", "8", "0.5"), unit, dice.of("8", "64", "1e9", "1"), unit,
          dice.of("", " step * 2", " step 2" + unit, " step 0" + unit, " step * 1", " step 1e-9" + unit));
      default -> "%s in { %s%s, %s%s }".formatted(
          property, dice.of("1", "8", "16"), unit, dice.of("2", "32", "0", "16777216"), unit);
    };
  }

  private void chip() {
    text.append("chip c").append(dice.below(3)).append(" { venue \"ISSCC\" year ").append(dice.of("2023", "0", "99999", "20 V"))
        .append(" style ").append(dice.of("analog", "digital")).append(" cell ").append(dice.of("sram", "edram", "envm"))
        .append(" node ").append(dice.of("28 nm", "0 nm", "1e9 nm")).append(dice.of("", " macro m", " macro m x 4"))
        .append(" rows 64 columns ").append(dice.of("64", "0", "1e9")).append(dice.of(" weight 8 bit activation 8 bit", ""))
        .append("\n  reported { supply ").append(dice.of("0.9 V", "0.2 V", "5 V")).append(" clock ").append(dice.of("200 MHz", "1 Hz"))
        .append(' ').append(dice.of(FIGURES.subList(2, 6))).append(' ').append(dice.of(AMOUNTS))
        .append(" tolerance ").append(dice.of("0.25", "0", "7", "1 bit"))
        .append(dice.of("", " part adc { energy 0.4 area 0.2 }", " part dac { energy 1 } part array { energy 1 }"))
        .append(dice.of("", " normalised 1 bit", " sparsity 0.5", " sparsity 2")).append(" }\n}\n");
  }

  private void block() {
    text.append("block b { parameter k = 3 input i conv2d a from i { channels 4 kernel k padding same } ")
        .append(dice.of("", "use b again from a ", "add s from a, a ")).append("}\n")
        .append("network n2 { weight 8 bit activation 8 bit input i 4 x 8 x 8 use b u")
        .append(dice.of("", " x 3", " x 0", " x 1000", " x 16777216")).append(" from i")
        .append(dice.of("", " { parameter k = 5 }", " { parameter k = k }", " { parameter q = 1 }")).append(" }\n")
        .append("evaluate n2 on chip minimising ").append(dice.of(OBJECTIVES)).append('\n');
  }

  private void analogMacro() {
    text.append(dice.of("analog", "digital")).append(" macro m2 extends m { ");
    for (int i = dice.below(4); i >= 0; i--) {
      text.append(dice.of(
          "dac 4 bit { kind %s step %s }".formatted(dice.of("converter", "wordline", "pulse_width"), dice.of("1 ns", "0 ns", "1 s")),
          "dac 2 bit { energy 1 pJ area 1 um2 delay 1 ns }",
          "adc { resolution 4 bit columns 4 rows 8 model %s }".formatted(dice.of("in_array", "survey")),
          "adc { resolution 20 bit conversion 2 bit per output }",
          "trees carry_save", "trees ripple_carry", "summing current", "summing charge", "recoding booth", "ping_pong", "mux 4", "active 8",
          "gating both", "multipliers 2 per weight", "array 1 mm2", "access 1 ns", "model iccad2023",
          "activity { toggle 0.5 density 2 tree 0.1 place value 0.2 }",
          "readout { tree %s x 8 register accumulator 24 bit from 8 bit per 2 outputs }".formatted(dice.of("8", "64", "1e9", "0")),
          "readout { place value 4 x 8 tree 2 }",
          "logic \"more\" per output { adders 4 x 8 registers 1e6 x 1e6 gates 7 activity 0.5 path critical }")).append(' ');
    }
    text.append("}\narchitecture chip2 extends chip { macro m2 }\n");
  }

  private void parameter() {
    text.append("parameter p = ").append(dice.of("8 bit", "2 * (3 + 1)", "p", "1 / 0", "1 V * 1 bit", "1e300 * 1e300 * 1e300",
        "4 - 4", "1 / 3", "2 bit * 2 bit")).append("\nnetwork n3 { weight p activation p input i p dense d from i { units p / p } }\n");
  }
}
