package org.imc.dsl.ide.server;

import com.google.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.imc.dsl.evaluation.Problem;
import org.jspecify.annotations.Nullable;

/** What is wrong in each file: what the checks say, and behind it what evaluations found. Thread-safe. */
@Singleton
final class IssueBoard {

  /** Who says so, in a client's list of problems. */
  private static final String SOURCE = "imc";

  private final Map<URI, List<Entry>> checks = new HashMap<>();
  private final Map<URI, Map<URI, List<Entry>>> findings = new HashMap<>();
  private @Nullable BiConsumer<URI, List<Diagnostic>> publisher;

  /** A problem, and how it is published. */
  private record Entry(Problem problem, Diagnostic diagnostic) {

    static List<Entry> of(List<Problem> problems, TextLines lines) {
      return problems.stream().map(problem -> new Entry(problem, diagnostic(problem, lines))).toList();
    }

    private static Diagnostic diagnostic(Problem problem, TextLines lines) {
      var severity = switch (problem.severity()) {
        case ERROR -> DiagnosticSeverity.Error;
        case WARNING -> DiagnosticSeverity.Warning;
        case INFO -> DiagnosticSeverity.Information;
      };
      var diagnostic = new Diagnostic(
          lines.range(problem.offset(), problem.length()), problem.message(), severity, SOURCE);
      diagnostic.setCode(problem.code());
      if (!problem.data().isEmpty()) {
        diagnostic.setData(problem.data());
      }
      return diagnostic;
    }
  }

  /** Say where what is wrong is to be published, and publish what is known. */
  synchronized void connect(BiConsumer<URI, List<Diagnostic>> to) {
    publisher = to;
    checks.keySet().forEach(this::publish);
  }

  /** Take what the checks say of a file, in place of what they said before. */
  synchronized void checked(URI file, List<Problem> problems, TextLines lines) {
    checks.put(file, Entry.of(problems, lines));
    publish(file);
  }

  /** Forget a file that is gone. */
  synchronized void gone(URI file) {
    checks.put(file, List.of());
    publish(file);
    checks.remove(file);
  }

  /**
   * Take what the evaluation of a file's studies found, in place of what it found before.
   *
   * @param asking the file with the studies
   * @param found by the file that it is about
   * @param lines the text of each of those
   */
  synchronized void found(URI asking, Map<URI, List<Problem>> found, Map<URI, TextLines> lines) {
    var touched = new HashSet<URI>(found.keySet());
    var entries = new HashMap<URI, List<Entry>>();
    found.forEach((file, problems) -> entries.put(file, Entry.of(problems, lines.get(file))));
    Map<URI, List<Entry>> before = entries.isEmpty() ? findings.remove(asking) : findings.put(asking, entries);
    if (before != null) {
      touched.addAll(before.keySet());
    }
    touched.forEach(this::publish);
  }

  /** Return the files whose evaluation found anything. */
  synchronized Set<URI> asking() {
    return Set.copyOf(findings.keySet());
  }

  /** Return whether the checks have reported an error in a file. */
  synchronized boolean hasErrors(URI file) {
    return checks(file).stream().anyMatch(Problem::isError);
  }

  /** Return what the checks say of a file. */
  synchronized List<Problem> checks(URI file) {
    return checks.getOrDefault(file, List.of()).stream().map(Entry::problem).toList();
  }

  /** Return what is wrong in a file: what the checks say, and behind it what evaluations found. */
  synchronized List<Problem> problems(URI file) {
    return entries(file).map(Entry::problem).toList();
  }

  private Stream<Entry> entries(URI file) {
    return Stream.concat(checks.getOrDefault(file, List.of()).stream(),
        findings.values().stream().flatMap(found -> found.getOrDefault(file, List.of()).stream()));
  }

  private void publish(URI file) {
    if (publisher == null) {
      return;
    }
    publisher.accept(file, entries(file).map(Entry::diagnostic).toList());
  }
}
