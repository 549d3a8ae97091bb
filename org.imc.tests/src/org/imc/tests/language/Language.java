package org.imc.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.inject.Injector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.evaluation.StudyRunner;
import org.imc.dsl.formatting2.SourceFormatter;
import org.imc.dsl.ide.ImcIdeSetup;
import org.imc.dsl.validation.CheckDescription;
import org.imc.dsl.validation.CheckDescriptions;
import org.imc.model.imc.FileDecl;

/** The language, started once for all tests, or as the workbench has started it. */
public final class Language {

  private static final Injector INJECTOR = start();

  private Language() { }

  /** Return the one injector. */
  public static Injector injector() {
    return INJECTOR;
  }

  /** Return an instance of a class of the language. */
  public static <T> T get(Class<T> type) {
    return INJECTOR.getInstance(type);
  }

  /** Parse texts as files {@code a.imc}, {@code b.imc} and so on, which see each other; return the first. */
  public static XtextResource parse(String... texts) {
    XtextResourceSet set = get(XtextResourceSet.class);
    XtextResource first = null;
    for (int i = texts.length - 1; i >= 0; i--) {
      URI uri = URI.createURI("memory:/" + (char) ('a' + i) + ".imc");
      first = (XtextResource) set.createResource(uri);
      try {
        first.load(new ByteArrayInputStream(texts[i].getBytes(StandardCharsets.UTF_8)),
            Map.of(XtextResource.OPTION_ENCODING, "UTF-8"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return first;
  }

  /** Return the content of a parsed file. */
  static FileDecl file(XtextResource resource) {
    return (FileDecl) resource.getContents().get(0);
  }

  /** Return what is wrong in a file, in the order of the text. Each problem is as severe as its description says. */
  public static List<Problem> problems(XtextResource resource) {
    List<Problem> problems = get(StudyRunner.class).check(resource, CancelIndicator.NullImpl);
    for (Problem problem : problems) {
      assertEquals(Optional.of(problem.severity()),
          CheckDescriptions.of(problem.code()).map(CheckDescription::severity), problem::toString);
    }
    return problems;
  }

  /** Return a text as the formatter lays it out. */
  public static String format(String text) {
    return get(SourceFormatter.class).format(parse(text)).orElseThrow();
  }

  private static Injector start() {
    var provider = (IResourceServiceProvider) IResourceServiceProvider.Registry.INSTANCE
        .getExtensionToFactoryMap().get("imc");
    return provider == null
        ? new ImcIdeSetup().createInjectorAndDoEMFRegistration()
        : provider.get(Injector.class);
  }
}
