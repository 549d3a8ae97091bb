package org.imc.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.emf.common.util.URI;
import org.imc.dsl.ide.live.Analysis;
import org.imc.dsl.ide.live.Snapshot;
import org.imc.dsl.ide.live.SourceText;

/** Generate designs of any size without an error in them. */
final class Texts {

  /** Layers of a generated network; every fourth of them adds a residual branch. */
  private static final int LAYERS = 60;

  private static final String TECHNOLOGY = """
      technology t {
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
          area 0.5 um2
          write 0.012 pJ/bit
        }
      }
      """;

  private Texts() { }

  /** Return one file of about so many lines: chips, networks and questions about them. */
  static SourceText file(int lines) {
    var text = new StringBuilder(TECHNOLOGY);
    for (int i = 0; text.chars().filter(c -> c == '\n').count() < lines; i++) {
      text.append(design(Integer.toString(i)));
    }
    return source("large", text.toString());
  }

  /** Return so many files: a technology that all import, and a design in each of the others. */
  static List<SourceText> workspace(int files) {
    var workspace = new ArrayList<SourceText>();
    workspace.add(source("technology", "package tech\n" + TECHNOLOGY));
    for (int i = 1; i < files; i++) {
      workspace.add(source("design" + i, "package p%d\nimport tech.*\nimport imc.network.ResNet8\n".formatted(i) + design("")));
    }
    return workspace;
  }

  /** Return a snapshot of one of the files with all others beside it. */
  static Snapshot snapshot(SourceText file, List<SourceText> workspace) {
    return new Snapshot(file, workspace.stream().filter(each -> !each.uri().equals(file.uri())).toList());
  }

  /** Return a file after a key press: a digit of one number is another one. */
  static SourceText edited(SourceText file, String typed) {
    int chip = file.text().lastIndexOf("architecture ", Math.max(file.text().indexOf("architecture "), file.text().length() / 2));
    int middle = file.text().indexOf("read 0.16 pJ/bit", chip);
    return new SourceText(file.uri(),
        file.text().substring(0, middle) + "read 0.1" + typed + file.text().substring(middle + "read 0.16".length()));
  }

  /** Refuse what has errors: it would be over at once. */
  static void requireSound(Analysis analysis) {
    if (analysis.errors() > 0 || analysis.studies().isEmpty()) {
      throw new IllegalStateException("The generated text has errors: " + analysis.problems());
    }
  }

  private static SourceText source(String name, String text) {
    return new SourceText(URI.createURI("memory:/%s.imc".formatted(name)), text);
  }

  private static String design(String number) {
    return """

        digital macro m%1$s {
          technology t
          rows 64
          columns 64
          weight 8 bit
          activation 8 bit
          serial 1 bit
        }

        architecture chip%1$s {
          macro m%1$s x 4
          memory sram {
            size 64 KiB
            serves inputs, outputs
            port readwrite 128 bit/cycle
            read 0.16 pJ/bit
            write 0.11 pJ/bit
          }
          memory dram {
            size 8 MiB
            serves weights
            port readwrite 64 bit/cycle
            read 3.7 pJ/bit
            write 3.7 pJ/bit
          }
        }

        network net%1$s {
          weight 8 bit
          activation 8 bit
          input image 16 x 32 x 32
          conv2d l0 from image { channels 16 kernel 3 padding same }
        %2$s
        }

        evaluate net%1$s on chip%1$s minimising energy
        """.formatted(number, IntStream.range(1, LAYERS).mapToObj(Texts::layer).collect(Collectors.joining("\n")));
  }

  private static String layer(int i) {
    return i % 4 == 3
        ? "  add l%d from l%d, l%d".formatted(i, i - 1, i - 3)
        : "  conv2d l%d from l%d { channels 16 kernel 3 padding same }".formatted(i, i - 1);
  }
}
