package org.imc.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.xtext.resource.XtextResource;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.evaluation.SourceFiles.Sources;
import org.imc.dsl.report.FileNames;

/**
 * One run of {@code imc format}.
 *
 * @param imc where to read and write
 * @param check whether to change nothing
 */
record FormatRun(ImcCommand imc, boolean check) {

  /** Format files in place and return the exit code. */
  int files(List<Path> paths) throws IOException {
    Sources sources = Language.files().read(paths);
    CheckedFiles.requireFiles(paths, sources);
    var names = new PathNames(paths);
    Diagnostics diagnostics = diagnostics(names);
    diagnostics.print(sources.problems());
    boolean differs = false;
    for (XtextResource file : sources.named().stream().distinct().toList()) {
      imc.cancellation().check();
      List<Problem> errors = Formatting.syntaxErrors(file);
      if (errors.isEmpty()) {
        differs |= format(file, names);
      } else {
        diagnostics.print(errors, CheckedFiles.text(file));
      }
    }
    diagnostics.printSummary();
    if (CheckedFiles.missesFiles(sources)) {
      return ExitCode.FILES;
    }
    return diagnostics.hasErrors() || (check && differs) ? ExitCode.PROBLEMS : ExitCode.OK;
  }

  private Diagnostics diagnostics(FileNames names) {
    return new Diagnostics(imc.output().err(), imc.colorsErrors(), names, file -> null);
  }

  /** Format a file, or say that it is not formatted; return whether it changes. */
  private boolean format(XtextResource file, FileNames names) throws IOException {
    String text = Formatting.format(file);
    if (text.equals(CheckedFiles.text(file))) {
      return false;
    }
    PrintStream out = imc.output().out();
    String name = Printable.of(names.of(file.getURI()));
    if (check) {
      out.println(name + " is not formatted");
    } else {
      OutputFile.write(Path.of(file.getURI().toFileString()), text);
      out.println(name + " formatted");
    }
    return true;
  }

  /** Format standard input to standard output and return the exit code. */
  int input() throws IOException {
    XtextResource input = Formatting.parse(imc.output().in());
    List<Problem> errors = Formatting.syntaxErrors(input);
    if (!errors.isEmpty()) {
      Diagnostics diagnostics = diagnostics(file -> "<stdin>");
      diagnostics.print(errors, CheckedFiles.text(input));
      diagnostics.printSummary();
      return ExitCode.PROBLEMS;
    }
    String text = Formatting.format(input);
    if (check) {
      return text.equals(CheckedFiles.text(input)) ? ExitCode.OK : ExitCode.PROBLEMS;
    }
    imc.output().out().print(text);
    return ExitCode.OK;
  }
}
