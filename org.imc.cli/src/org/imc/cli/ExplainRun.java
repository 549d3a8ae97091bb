package org.imc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.xtext.resource.XtextResource;
import org.imc.cli.ExplainSubjects.Subject;
import org.imc.dsl.linking.Spelling;
import org.imc.dsl.lowering.MacroFinder;
import org.imc.dsl.report.DesignExplanation.Figure;
import org.imc.dsl.report.ExplanationReport;
import org.imc.engine.cost.MacroExplanation.Quantity;
import org.imc.model.imc.MacroDecl;

/**
 * One run of {@code imc explain}.
 *
 * @param imc where to write
 * @param name of what is explained, simple or qualified
 * @param figure what to explain of it; all when empty
 * @param paths the user's files and folders
 */
record ExplainRun(ImcCommand imc, String name, Optional<String> figure, List<Path> paths) {

  /** Return the exit code. */
  int call() throws IOException {
    MacroFinder finder = Language.get(MacroFinder.class);
    var sound = new ArrayList<XtextResource>();
    int code = paths.isEmpty() ? ExitCode.OK : readOwn(sound);
    List<MacroDecl> macros = new ArrayList<>(sound.stream().flatMap(file -> finder.of(file).stream()).toList());
    List<MacroDecl> found = finder.named(name, macros);
    List<Subject> subjects = found.isEmpty() ? ExplainSubjects.of(sound, imc) : List.of();
    List<Subject> named = subjects.stream().filter(subject -> subject.names().contains(name)).toList();
    if (!named.isEmpty()) {
      return named.size() == 1 ? explain(named.get(0), code) : refuse(ambiguous(
          named.get(0).kind(), named.stream().map(Subject::qualifiedName).toList()));
    }
    if (found.isEmpty() && code != ExitCode.OK) {
      return code; // it may be in what has errors, and one of the library with its name is not meant
    }
    if (found.isEmpty()) {
      List<MacroDecl> shipped = finder.ofLibrary(name);
      found = finder.named(name, shipped);
      macros.addAll(shipped);
    }
    imc.cancellation().check();
    if (found.size() != 1) {
      return refuse(found.isEmpty()
          ? unknown(Stream.concat(macros.stream().flatMap(finder::names), subjects.stream().flatMap(each -> each.names().stream())))
          : ambiguous("macro", found.stream().map(finder::qualifiedName).toList()));
    }
    return explain(found.get(0), finder, code);
  }

  private int explain(MacroDecl macro, MacroFinder finder, int code) {
    List<Quantity> quantities = Arrays.stream(Quantity.values()).filter(each -> asks(each)).toList();
    if (quantities.isEmpty()) {
      return refuse(lacks("macro", Arrays.stream(Quantity.values())));
    }
    print(ExplanationReport.render(finder.lower(macro), quantities, finder.sources(macro)));
    return code;
  }

  private int explain(Subject subject, int code) {
    List<Figure> figures = subject.figures().stream().sorted().filter(each -> asks(each)).toList();
    if (figures.isEmpty()) {
      return refuse(lacks(subject.kind(), subject.figures().stream().sorted()));
    }
    print(subject.explain().apply(figures));
    return code;
  }

  private boolean asks(Enum<?> each) {
    return figure.isEmpty() || figure.get().equals(word(each));
  }

  private void print(String text) {
    text.lines().map(Printable::characters).forEach(imc.output().out()::println); // citations are anyone's text
  }

  private int readOwn(List<XtextResource> sound) throws IOException {
    CheckedFiles files = CheckedFiles.read(paths, imc.cancellation());
    var diagnostics = new Diagnostics(imc.output().err(), imc.colorsErrors(), new PathNames(paths), files::text);
    diagnostics.print(files.problems());
    diagnostics.printSummary();
    files.named().stream().filter(files::isSound).forEach(sound::add);
    if (files.missesFiles()) {
      return ExitCode.FILES;
    }
    return diagnostics.hasErrors() ? ExitCode.PROBLEMS : ExitCode.OK;
  }

  private int refuse(String why) {
    imc.output().err().println("imc: " + why);
    return ExitCode.PROBLEMS;
  }

  private String lacks(String kind, Stream<? extends Enum<?>> figures) {
    return "The %s '%s' has no '%s'. Maybe %s.".formatted(kind, Printable.of(name), figure.orElseThrow(),
        figures.map(each -> "'%s'".formatted(word(each))).collect(Collectors.joining(" or ")));
  }

  private String unknown(Stream<String> names) {
    return "There is no macro, architecture, memory or evaluated layer named '%s'.%s".formatted(Printable.of(name),
        Spelling.nearest(name, names).map(" Maybe '%s'."::formatted).orElse(""));
  }

  private String ambiguous(String kind, List<String> qualifiedNames) {
    return "There are %d %s named '%s'. Maybe '%s'.".formatted(qualifiedNames.size(),
        kind.equals("memory") ? "memories" : kind + "s", Printable.of(name), String.join("' or '", qualifiedNames));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
