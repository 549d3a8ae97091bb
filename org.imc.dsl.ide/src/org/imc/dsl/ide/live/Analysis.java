package org.imc.dsl.ide.live;

import java.util.List;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.lowering.LoweredStudy;

/**
 * What there is to say about a file without evaluating anything.
 *
 * @param problems what is wrong in the file, in the order of the text
 * @param elsewhere errors of other files that the studies of this one depend on
 * @param asked how many studies the file has
 * @param studies the studies, ready to be evaluated; empty as long as an error stands in the way
 * @param explorations the explorations; likewise
 */
public record Analysis(List<Problem> problems, List<Problem> elsewhere, int asked, List<LoweredStudy> studies,
    List<AskedExploration> explorations) {

  /** What there is to say about a file that cannot be read. */
  public static final Analysis NONE = new Analysis(List.of(), List.of(), 0, List.of(), List.of());

  public Analysis {
    problems = List.copyOf(problems);
    elsewhere = List.copyOf(elsewhere);
    studies = List.copyOf(studies);
    explorations = List.copyOf(explorations);
  }

  /** Return how many errors the file itself has. */
  public long errors() {
    return problems.stream().filter(Problem::isError).count();
  }
}
