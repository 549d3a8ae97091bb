package org.imc.tests.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.xtext.Grammar;

/** All documents there are: number them, and each number always gives the same one. */
final class Documents {

  private static final Pattern SAMPLE = Pattern.compile("```(?:imc)?\\n(.*?)```", Pattern.DOTALL);

  private final Grammar grammar;
  /** Longer files repeat themselves, and each of their prefixes takes as long as all of a short one's. */
  private static final long MOST_BYTES = 10_000;

  private final List<String> shipped;

  private Documents(Grammar grammar, List<String> shipped) {
    this.grammar = grammar;
    this.shipped = shipped;
  }

  /** Make documents of the grammar, of the .imc files in some folders, and of the samples in a document about them. */
  static Documents of(Grammar grammar, Path manual, Path... folders) {
    var shipped = new ArrayList<String>();
    try {
      for (Path folder : folders) {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file : files.filter(each -> each.toString().endsWith(".imc")).sorted().toList()) {
            if (Files.size(file) <= MOST_BYTES) {
              shipped.add(Files.readString(file));
            }
          }
        }
      }
      shipped.add(SAMPLE.matcher(Files.readString(manual)).results()
          .map(sample -> sample.group(1)).collect(Collectors.joining("\n"))); // together they are one file
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Documents(grammar, shipped);
  }

  /** Return the shipped texts. */
  List<String> shipped() {
    return List.copyOf(shipped);
  }

  /** Return one document; equal numbers give equal documents. */
  Document get(long number) {
    var dice = new Dice(number);
    var mutations = new Mutations(dice);
    return switch (dice.below(14)) {
      case 0, 1 -> Document.alone("grammar", GrammarTexts.write(grammar, dice));
      case 2, 3 -> Document.alone("design", DesignTexts.write(dice));
      case 4 -> Document.alone("mutated design", mutations.mutate(DesignTexts.write(dice), dice.of(shipped)));
      case 5 -> Document.alone("exchanged design", mutations.exchange(DesignTexts.write(dice)));
      case 6 -> Document.alone("exchanged shipped", mutations.exchange(dice.of(shipped)));
      case 7 -> split(DesignTexts.write(dice), dice, mutations);
      case 8, 9 -> Document.alone("questions", DesignTexts.write(dice) + QuestionTexts.write(dice));
      case 10 -> Document.alone("exchanged questions", mutations.exchange(DesignTexts.write(dice) + QuestionTexts.write(dice)));
      case 11 -> Document.alone("mutated questions",
          mutations.mutate(DesignTexts.write(dice) + QuestionTexts.write(dice), dice.of(shipped)));
      default -> Document.alone("mutated shipped", mutations.mutate(dice.of(shipped), dice.of(shipped)));
    };
  }

  /** Return prefixes of every shipped file, so many characters apart. */
  Stream<Document> truncations(int apart) {
    return shipped.stream().flatMap(text -> Stream.iterate(0, length -> length < text.length(), length -> length + apart)
        .map(length -> Document.alone("truncated at " + length, text.substring(0, length))));
  }

  /** Deal a design out to two files in packages that import each other's, and now and then damage one of them. */
  private static Document split(String design, Dice dice, Mutations mutations) {
    int cut = design.indexOf("\nnetwork ");
    if (cut < 0) {
      return Document.alone("design", design);
    }
    String there = (dice.oneIn(2) ? "package p\n" : "") + design.substring(0, cut);
    String here = dice.of("import p.*\n", "import p.chip\nimport p.t\nimport p.m\n", "package p\n", "package q import p.*\n", "")
        + design.substring(cut);
    return new Document("two files", dice.oneIn(4) ? mutations.mutate(here, there) : here,
        List.of(dice.oneIn(4) ? mutations.mutate(there, here) : there));
  }
}
