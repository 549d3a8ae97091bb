package org.imc.dsl.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.emf.common.util.URI;
import org.imc.dsl.evaluation.StudyResult;
import org.imc.dsl.lowering.LoweredStudy;

/** What tells the studies of one network apart in a chart: the architecture, and of the question only what differs. */
final class StudyLabels {

  private StudyLabels() { }

  /** Return a label for each study that no other of them has; with its file where two ask the same. */
  static Map<StudyResult, String> of(List<StudyResult> studies) {
    List<Function<LoweredStudy, String>> parts = List.of(
        LoweredStudy::minimised, lowered -> mapping(lowered, studies), LoweredStudy::activations, LoweredStudy::weights);
    List<Function<LoweredStudy, String>> differing = parts.stream().filter(part ->
        studies.stream().map(each -> part.apply(each.lowered())).distinct().count() > 1).toList();
    List<String> asked = studies.stream().map(each -> label(each.lowered(), differing)).toList();
    Map<StudyResult, String> labels = new IdentityHashMap<>();
    for (int i = 0; i < asked.size(); i++) {
      String label = asked.get(i);
      labels.put(studies.get(i), Collections.frequency(asked, label) > 1 ? label + file(studies.get(i)) : label);
    }
    return labels;
  }

  private static String label(LoweredStudy study, List<Function<LoweredStudy, String>> parts) {
    var words = new ArrayList<String>();
    words.add(architecture(study));
    parts.stream().map(part -> part.apply(study)).filter(word -> !word.isEmpty()).forEach(words::add);
    return String.join(", ", words);
  }

  /** Return the name of the mapping that was asked for only where the architecture is asked about with others too. */
  private static String mapping(LoweredStudy study, List<StudyResult> studies) {
    boolean several = studies.stream().map(StudyResult::lowered).filter(each -> architecture(each).equals(architecture(study)))
        .map(LoweredStudy::mapping).distinct().count() > 1;
    return study.mapping().map(name -> several ? "with " + name : "mapping given").orElse("");
  }

  private static String architecture(LoweredStudy study) {
    return study.study().architecture().name();
  }

  private static String file(StudyResult study) {
    return study.lowered().sources().place(study.evaluation().study().id())
        .map(place -> " (%s)".formatted(URI.decode(place.file().lastSegment()))).orElse("");
  }
}
