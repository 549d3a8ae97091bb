package org.imc.tests.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.tests.language.Language;

/** What is wrong in a text, in one line each, whoever says it: severity, code, line, column, words. */
final class Problems {

  private Problems() { }

  /** Return what the one entry of all hosts says. */
  static List<String> of(String uri, String text) throws IOException {
    XtextResource resource = parse(uri, text);
    return Language.get(StudyRunner.class).check(resource, CancelIndicator.NullImpl).stream()
        .map(problem -> "%s %s %d:%d %s".formatted(problem.severity(), problem.code(), problem.line(),
            problem.column(), problem.message()))
        .toList();
  }

  /** Return what the server says. */
  static List<String> of(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .map(found -> "%s %s %d:%d %s".formatted(found.getSeverity().name().toUpperCase(java.util.Locale.ROOT),
            found.getCode().getLeft(), found.getRange().getStart().getLine() + 1,
            found.getRange().getStart().getCharacter() + 1, found.getMessage().getLeft()))
        .toList();
  }

  /** Parse a text as the command line does. */
  static XtextResource parse(String uri, String text) throws IOException {
    XtextResourceSet set = Language.get(XtextResourceSet.class);
    var resource = (XtextResource) set.createResource(URI.createURI(uri));
    resource.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), null);
    return resource;
  }
}
