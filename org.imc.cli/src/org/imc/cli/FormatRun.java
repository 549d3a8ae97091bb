package org.imc.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.xtext.resource.XtextResource;
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
      Optional<String> text = Formatting.format(file);
      if (text.isPresent()) {
        differs |= replace(file, text.get(), names);
      } else {
        diagnostics.print(Formatting.errors(file), CheckedFiles.text(file));
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

  /** Give a file its text, or say that it is not formatted; return whether it changes. */
  private boolean replace(XtextResource file, String text, FileNames names) throws IOException {
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
    Optional<String> text = Formatting.format(input);
    if (text.isEmpty()) {
      Diagnostics diagnostics = diagnostics(file -> "<stdin>");
      diagnostics.print(Formatting.errors(input), CheckedFiles.text(input));
      diagnostics.printSummary();
      return ExitCode.PROBLEMS;
    }
    if (check) {
      return text.get().equals(CheckedFiles.text(input)) ? ExitCode.OK : ExitCode.PROBLEMS;
    }
    imc.output().out().print(text.get());
    return ExitCode.OK;
  }
}
