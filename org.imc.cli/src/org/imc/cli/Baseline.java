package org.imc.cli;

import java.util.List;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.dsl.report.ChangeBound;
import org.imc.dsl.report.Comparison;
import org.imc.dsl.report.EvaluationDocument;
import org.imc.dsl.report.FileNames;

/**
 * An earlier report that results are compared with.
 *
 * @param earlier what it said
 * @param bounds how much may change
 */
record Baseline(EvaluationDocument earlier, List<ChangeBound> bounds) {

  Comparison compare(List<StudyResult> results, FileNames names) {
    return new Comparison(earlier, EvaluationDocument.of(results, names), bounds);
  }

  /** Print a comparison and what is broken; return the exit code. Not in a command, where help would load its types. */
  static int tell(Comparison comparison, String text, Output output) {
    text.lines().map(Printable::characters).forEach(output.out()::println);
    output.out().flush();
    List<String> broken = comparison.broken();
    broken.forEach(line -> output.err().println("imc: " + Printable.of(line)));
    return broken.isEmpty() ? ExitCode.OK : ExitCode.PROBLEMS;
  }
}
