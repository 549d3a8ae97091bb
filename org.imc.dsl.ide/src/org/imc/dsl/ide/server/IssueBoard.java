package org.imc.dsl.ide.server;

import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.validation.Issue;
import org.eclipse.xtext.xbase.lib.Procedures.Procedure2;
import org.jspecify.annotations.Nullable;

/** What is wrong in each file: what the checks say, and behind it what evaluations found. Thread-safe. */
@Singleton
final class IssueBoard {

  private final Map<URI, List<Issue>> checks = new HashMap<>();
  private final Map<URI, Map<URI, List<Issue>>> findings = new HashMap<>();
  private @Nullable Procedure2<? super URI, ? super Iterable<Issue>> publisher;

  /** Say where what is wrong is to be published. */
  synchronized void connect(Procedure2<? super URI, ? super Iterable<Issue>> to) {
    publisher = to;
  }

  /** Take what the checks say of a file, in place of what they said before. */
  synchronized void checked(URI file, Iterable<Issue> issues) {
    var sorted = new ArrayList<Issue>();
    issues.forEach(sorted::add);
    sorted.sort(IssueOrder.IN_TEXT_ORDER);
    checks.put(file, sorted);
    publish(file);
  }

  /**
   * Take what the evaluation of a file's studies found, in place of what it found before.
   *
   * @param asking the file with the studies
   * @param found by the file that it is about
   */
  synchronized void found(URI asking, Map<URI, List<Issue>> found) {
    var touched = new HashSet<URI>(found.keySet());
    Map<URI, List<Issue>> before = found.isEmpty() ? findings.remove(asking) : findings.put(asking, found);
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
    return checks.getOrDefault(file, List.of()).stream().anyMatch(issue -> issue.getSeverity() == Severity.ERROR);
  }

  /** Return what the checks say of a file. */
  synchronized List<Issue> checks(URI file) {
    return List.copyOf(checks.getOrDefault(file, List.of()));
  }

  private void publish(URI file) {
    var all = new ArrayList<>(checks.getOrDefault(file, List.of()));
    for (Map<URI, List<Issue>> found : findings.values()) {
      all.addAll(found.getOrDefault(file, List.of()));
    }
    Procedure2<? super URI, ? super Iterable<Issue>> to = publisher;
    if (to != null) {
      to.apply(file, all);
    }
  }
}
