package org.imc.tests.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Write whole designs that are meant to be free of errors, up to the edges of what the language admits: deep and long
 * networks with residual edges, odd memories, the largest and smallest sizes. Sometimes they miss, which does no harm.
 */
final class DesignTexts {

  private final Dice dice;
  private final StringBuilder text = new StringBuilder();
  private final boolean absurd;

  private DesignTexts(Dice dice) {
    this.dice = dice;
    this.absurd = dice.oneIn(3);
  }

  /** Return a file with a technology, a macro, an architecture, a network and a study. */
  static String write(Dice dice) {
    var design = new DesignTexts(dice);
    var parts = new ArrayList<Runnable>(List.of(
        design::technology, design::macro, design::architecture, design::network, design::study));
    if (dice.oneIn(3)) {
      Collections.shuffle(parts, new Random(dice.below(1000)));
    }
    parts.forEach(Runnable::run);
    return design.text.toString();
  }

  private void technology() {
    text.append("technology t { node %s nm supply %s V\n".formatted(pick("28", "1", "1000"), pick("0.9", "0.1", "5")))
        .append("gate { capacitance %s fF area %s um2 delay %s ps }\n".formatted(
            pick("0.7", "0.001", "1000"), pick("0.6", "0.0001", "10000"), pick("47.8", "0.01", "1000000")))
        .append("cell { wordline %s fF bitline %s fF area %s um2 write %s pJ/bit } }\n".formatted(
            pick("0.35", "0", "1000"), pick("0.35", "0", "1000"), pick("0.5", "0", "10000"), pick("0.01", "0", "1000")));
  }

  private void macro() {
    int weight = dice.of(1, 2, 4, 8, 8, 32);
    int activation = dice.of(1, 4, 8, 8, 32);
    int serial = dice.between(1, activation);
    boolean analog = dice.oneIn(2);
    text.append(analog ? "analog" : "digital").append(" macro m { technology t rows ")
        .append(dice.of(1, 2, 16, 64, 256, absurd ? 65536 : 128)).append(" columns ")
        .append(weight * dice.of(1, 2, 8, 32, absurd ? 65536 / weight : 16))
        .append(" weight %d bit activation %d bit ".formatted(weight, activation));
    if (analog) {
      text.append("dac %d bit adc { resolution %s bit%s }".formatted(
          serial, dice.of("1", "5", "3.5", "16", "1.000001"), dice.oneIn(3) ? " columns 1" : ""));
    } else {
      text.append("serial %d bit".formatted(serial));
    }
    text.append(dice.of("", " cells 1 per multiplier", " cells 2 per multiplier"))
        .append(dice.of("", " clock 200 MHz", " clock 1 kHz", " supply 0.8 V", " supply 5 V", " model zigzag", " model zigzag_imc"))
        .append(" }\n");
  }

  private void architecture() {
    text.append("architecture chip { macro m ").append(dice.of("", "x 1", "x 4", absurd ? "x 65536" : "x 3")).append('\n');
    if (dice.oneIn(2)) {
      memory("in", "inputs", "row");
    }
    if (dice.oneIn(2)) {
      memory("out", "outputs", "output");
    }
    if (dice.oneIn(3)) {
      memory("near", dice.of("weights", "inputs, outputs", "outputs"), "macro");
    }
    memory("top", "weights, inputs, outputs", "chip");
    text.append("}\n");
  }

  private void memory(String name, String serves, String sharing) {
    text.append("  memory %s { size %s serves %s instances per %s %s read %s pJ/bit write %s pJ/bit }\n".formatted(
        name, dice.of("8 bit", "24 bit", "1 KiB", "64 KiB", "1 MiB", absurd ? "1 bit" : "2 MiB", absurd ? "100000 GiB" : "1 GiB"),
        serves, sharing,
        dice.of("port readwrite 128 bit/cycle", "port read 8 bit/cycle port write 8 bit/cycle", "port readwrite 1 GB/s",
            absurd ? "port readwrite 0.000001 bit/cycle" : "port readwrite 8 bit/cycle",
            absurd ? "port readwrite 1000000000 bit/cycle" : "port readwrite 1 bit/cycle"),
        pick("0.16", "0", "1000000"), pick("0.11", "0", "1000000")));
  }

  private void network() {
    text.append("network n { weight %d bit activation %d bit %s %s\n".formatted(
        1, 1, dice.of("", "batch 2", absurd ? "batch 16777216" : "batch 1"), dice.of("", "partial sum 24 bit")));
    var shaped = new LinkedHashMap<String, List<String>>();
    String shape = dice.of("3 x 8 x 8", "1 x 49 x 10", "640", "16 x 32 x 32",
        absurd ? "16777216 x 16777216 x 16777216" : "1 x 1 x 1", absurd ? "16777216" : "4");
    text.append("  input image ").append(shape).append('\n');
    shaped.computeIfAbsent(shape, key -> new ArrayList<>()).add("image");
    String last = "image";
    for (int i = 0, layers = dice.oneIn(10) ? dice.between(20, 60) : dice.between(1, 9); i < layers; i++) {
      String name = dice.of("l", "conv2d", "add", "x", "µ") + i;
      shape = layer(name, last, shape, shaped);
      shaped.computeIfAbsent(shape, key -> new ArrayList<>()).add(name);
      last = name;
    }
    text.append("}\n");
  }

  /** Write one layer and return the key of its shape; equal keys mean equal shapes. */
  private String layer(String name, String last, String shape, Map<String, List<String>> shaped) {
    switch (dice.below(8)) {
      case 0 -> {
        int units = absurd ? dice.of(1, 10, 16777216) : dice.between(1, 128);
        text.append("  dense %s from %s { units %d }\n".formatted(name, last, units));
        return Integer.toString(units);
      }
      case 1, 2 -> {
        List<String> same = shaped.get(shape);
        text.append("  add %s from %s, %s\n".formatted(name, last, dice.of(same)));
        return shape;
      }
      case 3 -> {
        text.append("  depthwise %s from %s { kernel 3 padding same %s }\n".formatted(
            name, last, dice.of("", "", absurd ? "multiplier 16777216" : "multiplier 2")));
        return name;
      }
      case 4 -> {
        text.append("  pool %s from %s { %s }\n".formatted(name, last, dice.of("average global", "max kernel 1", "max global")));
        return name;
      }
      default -> {
        text.append("  conv2d %s from %s { channels %d kernel %s padding %s %s }\n".formatted(
            name, last, dice.of(1, 8, 16, absurd ? 16777216 : 10), dice.of("1", "3", "3 x 5", "2", absurd ? "16777216" : "7"),
            dice.of("same", "same", absurd ? "16777216" : "4", "3 4 3 4"),
            dice.of("", "", "stride 2", "dilation 2", absurd ? "dilation 16777216" : "stride 1", absurd ? "stride 16777216" : "")));
        return name;
      }
    }
  }

  private void study() {
    text.append("evaluate n on chip minimising ").append(dice.of("energy", "latency", "edp")).append('\n');
  }

  private String pick(String usual, String least, String most) {
    return !absurd || dice.oneIn(2) ? usual : dice.of(least, most);
  }
}
