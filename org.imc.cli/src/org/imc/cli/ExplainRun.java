package org.imc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.xtext.resource.XtextResource;
import org.imc.dsl.linking.Spelling;
import org.imc.dsl.lowering.MacroFinder;
import org.imc.dsl.report.ExplanationReport;
import org.imc.engine.cost.MacroExplanation.Quantity;
import org.imc.model.imc.MacroDecl;

/**
 * One run of {@code imc explain}.
 *
 * @param imc where to write
 * @param name of the macro, simple or qualified
 * @param figures what to explain: names of {@link Quantity} in small letters
 * @param paths the user's files and folders
 */
record ExplainRun(ImcCommand imc, String name, List<String> figures, List<Path> paths) {

  /** Return the exit code. */
  int call() throws IOException {
    MacroFinder finder = Language.get(MacroFinder.class);
    var own = new ArrayList<MacroDecl>();
    int code = paths.isEmpty() ? ExitCode.OK : readOwn(finder, own);
    List<MacroDecl> found = finder.named(name, own);
    if (found.isEmpty() && code != ExitCode.OK) {
      return code; // it may be in what has errors, and one of the library with its name is not meant
    }
    if (found.isEmpty()) {
      List<MacroDecl> shipped = finder.ofLibrary(name);
      found = finder.named(name, shipped);
      own.addAll(shipped);
    }
    imc.cancellation().check();
    if (found.size() != 1) {
      imc.output().err().println("imc: " + (found.isEmpty() ? unknown(finder, own) : ambiguous(finder, found)));
      return ExitCode.PROBLEMS;
    }
    List<Quantity> quantities = figures.stream().map(figure -> Quantity.valueOf(figure.toUpperCase(Locale.ROOT))).toList();
    MacroDecl macro = found.get(0);
    ExplanationReport.render(finder.lower(macro), quantities, finder.sources(macro)).lines()
        .map(Printable::characters).forEach(imc.output().out()::println); // citations are anyone's text
    return code;
  }

  private int readOwn(MacroFinder finder, List<MacroDecl> own) throws IOException {
    CheckedFiles files = CheckedFiles.read(paths, imc.cancellation());
    var diagnostics = new Diagnostics(imc.output().err(), imc.colorsErrors(), new PathNames(paths), files::text);
    diagnostics.print(files.problems());
    diagnostics.printSummary();
    for (XtextResource named : files.named()) {
      if (files.isSound(named)) {
        own.addAll(finder.of(named));
      }
    }
    if (files.missesFiles()) {
      return ExitCode.FILES;
    }
    return diagnostics.hasErrors() ? ExitCode.PROBLEMS : ExitCode.OK;
  }

  private String unknown(MacroFinder finder, List<MacroDecl> known) {
    Stream<String> names = known.stream().flatMap(finder::names);
    return "There is no macro named '%s'.%s".formatted(Printable.of(name),
        Spelling.nearest(name, names).map(" Maybe '%s'."::formatted).orElse(""));
  }

  private String ambiguous(MacroFinder finder, List<MacroDecl> found) {
    return "There are %d macros named '%s'. Maybe '%s'.".formatted(found.size(), Printable.of(name),
        String.join("' or '", found.stream().map(finder::qualifiedName).toList()));
  }
}
