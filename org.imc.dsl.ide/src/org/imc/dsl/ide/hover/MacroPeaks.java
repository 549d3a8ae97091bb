package org.imc.dsl.ide.hover;

import com.google.inject.Inject;
import java.util.Optional;
import org.imc.dsl.lowering.EffectiveMacro;
import org.imc.dsl.lowering.MacroFinder;
import org.imc.dsl.report.Figures;
import org.imc.dsl.report.IntervalText;
import org.imc.engine.Engine;
import org.imc.engine.arch.Macro;
import org.imc.engine.result.MacroCost;
import org.imc.model.imc.MacroDecl;

/** What a macro reaches at its peak, with where published macros would have it. */
final class MacroPeaks {

  @Inject private MacroFinder finder;

  /** Return the figures in words, or nothing while the macro is not complete or contradicts itself. */
  Optional<String> of(MacroDecl declaration) {
    if (!EffectiveMacro.of(declaration).isComplete()) {
      return Optional.empty();
    }
    try {
      Macro macro = finder.lower(declaration);
      MacroCost cost = Engine.macroCost(macro);
      return Optional.of("%s · %s TOPS · %s".formatted(IntervalText.peak(macro, cost.topsPerWatt()),
          Figures.plain(cost.tops()), Figures.area(cost.area().totalMm2())));
    } catch (IllegalArgumentException contradiction) {
      return Optional.empty(); // the macro's own checks say what is wrong
    }
  }
}
