package org.imc.dsl.report

import java.util.List
import org.imc.dsl.evaluation.StudyResult

/** Lay out results for people. What stands in each place is {@link StudyText}'s. */
final class TextReport {

  /** Return the results of one or more studies, with a line feed at the end of each line. */
  def String render(List<StudyResult> results) {
    // a template ends its lines as the platform does
    layout(results.map[new StudyText(it)]).toString.replace("\r\n", "\n")
  }

  private def layout(List<StudyText> studies) '''
    «FOR study : studies SEPARATOR "\n"»
      «study.layout»
    «ENDFOR»
  '''

  private def layout(StudyText study) '''
    «study.title»
    «study.subtitle»

    «FOR line : study.layers»
      «line»
    «ENDFOR»

    «IF study.hasResults»
      energy
      «FOR line : study.energy»
        «"  "»«line»
      «ENDFOR»

      time
        «study.time»
        «study.throughput»

      «IF !study.placement.empty»
        activations
        «FOR line : study.placement»
          «"  "»«line»
        «ENDFOR»

      «ENDIF»
      «IF !study.weights.empty»
        weights
        «FOR line : study.weights»
          «"  "»«line»
        «ENDFOR»

      «ENDIF»
      «study.summary»
      «study.optimality»
    «ENDIF»
    «IF !study.incompleteness.empty»
      «study.incompleteness»
    «ENDIF»
    «IF !study.findings.empty»

      «FOR finding : study.findings»
        «finding»
      «ENDFOR»
    «ENDIF»
  '''
}
