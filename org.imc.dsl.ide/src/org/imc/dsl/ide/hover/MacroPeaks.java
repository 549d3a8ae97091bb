package org.imc.dsl.ide.hover;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.imc.dsl.lowering.MacroFinder;
import org.imc.dsl.report.ExplanationReport;
import org.imc.dsl.report.Figures;
import org.imc.dsl.report.IntervalText;
import org.imc.engine.Engine;
import org.imc.engine.arch.Macro;
import org.imc.engine.result.MacroCost;
import org.imc.model.imc.MacroDecl;

/** What a macro reaches at its peak, with where published macros would have it, and what that is made of. */
final class MacroPeaks {

  @Inject private MacroFinder finder;

  /** Return paragraphs, none while the macro is not complete or contradicts itself. */
  List<String> of(MacroDecl declaration) {
    return finder.lowerIfSound(declaration).map(MacroPeaks::paragraphs).orElse(List.of());
  }

  private static List<String> paragraphs(Macro macro) {
    MacroCost cost = Engine.macroCost(macro);
    var paragraphs = new ArrayList<String>();
    paragraphs.add("At its peak: %s · %s TOPS · %s.".formatted(
        IntervalText.peak(macro, cost.topsPerWatt()), Figures.plain(cost.tops()), Figures.area(cost.area().totalMm2())));
    paragraphs.addAll(ExplanationReport.inShort(macro));
    return paragraphs;
  }
}
