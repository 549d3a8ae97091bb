package org.imc.dsl.ide.results;

import com.google.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.imc.dsl.claim.Claim;
import org.imc.dsl.claim.ClaimAnswer;
import org.imc.dsl.lowering.LoweredStudy;
import org.imc.dsl.lowering.SourceMap.Place;
import org.imc.dsl.report.Figures;
import org.imc.dsl.report.IntervalText;
import org.imc.engine.ElementId;
import org.imc.engine.result.Evaluation;
import org.imc.engine.result.LayerEvaluation;

/**
 * Say above macros, memories and layers what they cost in the answers that are known, and how that differs from the saved
 * text. An element of several studies shows the first of them that has an answer.
 */
public class ResultLenses {

  private static final String DOT = " · ";

  @Inject private StudyResults results;
  @Inject private SavedResults saved;

  /** Return the line above a question that has an answer, with the difference from the saved text. */
  public Optional<String> ofStudy(LoweredStudy lowered) {
    return results.answer(lowered.study()).map(answer -> ResultLine.of(answer) + saved.of(lowered)
        .map(before -> changed(before.energy().totalPj(), answer.energy().totalPj(), before.latencyNs(), answer.latencyNs()))
        .orElse(""));
  }

  /** Return the line above a claim once all studies of its file have an answer. */
  public Optional<String> ofClaim(Claim claim, List<LoweredStudy> studies) {
    List<Evaluation> answers = studies.stream().flatMap(study -> results.answer(study.study()).stream()).toList();
    return answers.size() == studies.size() ? Optional.of(ClaimAnswer.of(claim, answers).summary()) : Optional.empty();
  }

  /** Return the lines of all elements of some studies that a file declares, in the order of the text. */
  public List<ResultLens> ofElements(List<LoweredStudy> studies, URI file) {
    var lenses = new TreeMap<Place, String>(Comparator.comparingInt(Place::offset));
    for (LoweredStudy lowered : studies) {
      results.answer(lowered.study()).ifPresent(answer -> {
        var costs = ElementCost.of(answer).values().stream().collect(Collectors.groupingBy(
            cost -> lowered.sources().place(cost.id()).filter(place -> place.file().equals(file)), Collectors.toList()));
        costs.forEach((place, here) -> place.ifPresent(known ->
            lenses.computeIfAbsent(known, at -> text(answer, here, saved.of(lowered)))));
      });
    }
    return lenses.entrySet().stream().map(lens -> new ResultLens(lens.getKey(), lens.getValue())).toList();
  }

  /** Say what stands at one place: a macro, a memory, a layer, or the layers that a repetition makes of one. */
  private static String text(Evaluation answer, List<ElementCost> costs, Optional<Evaluation> before) {
    Set<ElementId> ids = costs.stream().map(ElementCost::id).collect(Collectors.toSet());
    double pj = costs.stream().mapToDouble(ElementCost::energyPj).sum();
    double ns = timeNs(answer, ids);
    String energy = Figures.energy(pj) + " (" + Figures.percent(costs.stream().mapToDouble(ElementCost::energyShare).sum()) + ")";
    ElementCost first = costs.getFirst();
    String text = switch (first.kind()) {
      case MACRO -> ofMacro(answer) + DOT + energy;
      case MEMORY -> energy + (first.areaMm2() > 0 ? DOT + Figures.area(first.areaMm2()) : "");
      case LAYER -> (costs.size() > 1 ? "%d layers: ".formatted(costs.size()) : "") + energy + DOT + Figures.time(ns)
          + (costs.size() > 1 ? "" : used(answer, first.id()));
    };
    return text + before.map(saved -> {
      double pjBefore = ElementCost.of(saved).values().stream()
          .filter(cost -> ids.contains(cost.id())).mapToDouble(ElementCost::energyPj).sum();
      return changed(pjBefore, pj, timeNs(saved, ids), ns);
    }).orElse("");
  }

  private static String ofMacro(Evaluation answer) {
    int macros = answer.study().architecture().macros();
    return "peak " + IntervalText.briefPeak(answer) + DOT
        + Figures.plain(answer.macro().topsPerMm2()) + " TOPS/mm²" + DOT
        + Figures.area(answer.macro().area().totalMm2()) + (macros > 1 ? " x " + macros : "");
  }

  private static String used(Evaluation answer, ElementId layer) {
    return layers(answer, Set.of(layer)).filter(found -> found.layer().macs() > 0)
        .map(found -> DOT + Figures.percent(found.spatialUtilization()) + " used").findFirst().orElse("");
  }

  /** Return the time of some layers; 0 for elements that are no layers. */
  private static double timeNs(Evaluation answer, Set<ElementId> ids) {
    return layers(answer, ids).mapToDouble(layer -> layer.latency().totalNs()).sum();
  }

  private static Stream<LayerEvaluation> layers(Evaluation answer, Set<ElementId> ids) {
    return answer.layers().stream().filter(layer -> ids.contains(layer.layer().id()));
  }

  private static String changed(double energyBefore, double energyAfter, double timeBefore, double timeAfter) {
    String change = Change.of(energyBefore, energyAfter, timeBefore, timeAfter);
    return change.isEmpty() ? "" : DOT + change + " since saved";
  }
}
