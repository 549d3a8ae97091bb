package org.imc.cli;

import java.io.PrintStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.emf.common.util.URI;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.report.FileNames;
import org.jspecify.annotations.Nullable;

/** Print problems for people and for editors that understand compilers: place, severity, code, message, the line. */
final class Diagnostics {

  /** More than anyone reads; a file that is no text would have one for every character. */
  private static final int MOST_PER_FILE = 100;

  private static final String BOLD = "\u001b[1m";
  private static final String RED = "\u001b[31m";
  private static final String YELLOW = "\u001b[33m";
  private static final String CYAN = "\u001b[36m";
  private static final String PLAIN = "\u001b[0m";

  private final PrintStream stream;
  private final boolean colored;
  private final FileNames names;
  private final Function<URI, @Nullable String> texts;
  private int errors;
  private int warnings;

  /**
   * Create a printer.
   *
   * @param texts returns what stands in a file; null where it could not be read
   */
  Diagnostics(PrintStream stream, boolean colored, FileNames names, Function<URI, @Nullable String> texts) {
    this.stream = stream;
    this.colored = colored;
    this.names = names;
    this.texts = texts;
  }

  /** Print problems in the order of files and places. */
  void print(Collection<Problem> problems) {
    Map<URI, List<Problem>> files = problems.stream()
        .distinct()
        .sorted(Problem.IN_TEXT_ORDER)
        .collect(Collectors.groupingBy(Problem::file, LinkedHashMap::new, Collectors.toList()));
    files.forEach((file, found) -> print(file, found, texts.apply(file)));
  }

  /** Print the problems of one file. */
  void print(List<Problem> problems, String text) {
    print(problems.getFirst().file(), problems, text);
  }

  private void print(URI file, List<Problem> problems, @Nullable String text) {
    problems.forEach(this::count);
    problems.stream().limit(MOST_PER_FILE).forEach(problem -> print(problem, text));
    if (problems.size() > MOST_PER_FILE) {
      stream.println("%s: %d more problems are not shown".formatted(names.of(file), problems.size() - MOST_PER_FILE));
    }
  }

  private void count(Problem problem) {
    errors += problem.severity() == Problem.Severity.ERROR ? 1 : 0;
    warnings += problem.severity() == Problem.Severity.WARNING ? 1 : 0;
  }

  private void print(Problem problem, @Nullable String text) {
    String place = "%s:%d:%d:".formatted(Printable.of(names.of(problem.file())), problem.line(), problem.column());
    String severity = problem.severity().name().toLowerCase(Locale.ROOT);
    String code = problem.code().isEmpty() ? "" : "[%s]".formatted(problem.code());
    stream.println("%s %s %s".formatted(
        painted(place, BOLD), painted(severity + code + ":", BOLD + color(problem)), Printable.of(problem.message())));
    if (text != null) {
      Excerpt excerpt = Excerpt.of(text, problem.offset(), problem.length());
      if (!excerpt.line().isBlank()) {
        stream.println("  " + excerpt.line());
        stream.println("  " + painted(excerpt.marks(), color(problem)));
      }
    }
  }

  private static String color(Problem problem) {
    return switch (problem.severity()) {
      case ERROR -> RED;
      case WARNING -> YELLOW;
      case INFO -> CYAN;
    };
  }

  private String painted(String text, String color) {
    return colored ? color + text + PLAIN : text;
  }

  boolean hasErrors() {
    return errors > 0;
  }

  /** Print how many problems there were, if there were any. */
  void printSummary() {
    if (errors + warnings > 0) {
      stream.println(summary());
    }
  }

  private String summary() {
    String counted = errors == 0 ? "" : counted(errors, "error");
    String separator = errors == 0 || warnings == 0 ? "" : ", ";
    return counted + separator + (warnings == 0 ? "" : counted(warnings, "warning"));
  }

  private static String counted(int count, String what) {
    return "%d %s%s".formatted(count, what, count == 1 ? "" : "s");
  }
}
