package org.imc.dsl.report;

import java.util.Optional;
import java.util.function.DoubleFunction;
import org.imc.dsl.prediction.Figure;
import org.imc.dsl.prediction.PredictionInterval;
import org.imc.engine.arch.Macro;
import org.imc.engine.cost.MacroExplanation.Quantity;
import org.imc.engine.result.Evaluation;

/** Say beside an estimate where published macros would have it. */
public final class IntervalText {

  private IntervalText() { }

  /** Return an evaluation's efficiency, as {@code 12.4 TOPS/W (peak 19.5, 68 % within 10.2 to 30.1)}. */
  public static String efficiency(Evaluation evaluation) {
    return "%s TOPS/W (peak %s%s)".formatted(Figures.plain(evaluation.topsPerWatt()),
        Figures.plain(evaluation.macro().topsPerWatt()),
        PredictionInterval.ofEfficiency(evaluation.study().architecture().macro())
            .map(interval -> ", " + within(interval, Figures::plain)).orElse(""));
  }

  /** Return the peak efficiency of a macro, as {@code 19.5 TOPS/W, 68 % within 10.2 to 30.1}. */
  public static String peak(Macro macro, double topsPerWatt) {
    return "%s TOPS/W%s".formatted(Figures.plain(topsPerWatt), PredictionInterval.ofEfficiency(macro)
        .map(interval -> ", " + within(interval, Figures::plain)).orElse(""));
  }

  /** Return the peak efficiency of an evaluation's macro in few words, as {@code 19.5 TOPS/W (10.2–30.1)}. */
  public static String briefPeak(Evaluation evaluation) {
    return Figures.plain(evaluation.macro().topsPerWatt()) + " TOPS/W"
        + bounds(evaluation).map(" (%s)"::formatted).orElse("");
  }

  /** Return an evaluation's efficiency in few words, as {@code 12.4 TOPS/W (peak 19.5, 10.2–30.1)}. */
  public static String briefEfficiency(Evaluation evaluation) {
    return "%s TOPS/W (peak %s%s)".formatted(Figures.plain(evaluation.topsPerWatt()),
        Figures.plain(evaluation.macro().topsPerWatt()), bounds(evaluation).map(", "::concat).orElse(""));
  }

  private static Optional<String> bounds(Evaluation evaluation) {
    return PredictionInterval.ofEfficiency(evaluation.study().architecture().macro())
        .map(interval -> Figures.plain(interval.low()) + "–" + Figures.plain(interval.high()));
  }

  /** Return the interval of a quantity with what tells it, as {@code 68 % within 1.2 fJ to 3.4 fJ a MAC, …}. */
  static Optional<String> of(Macro macro, Quantity quantity) {
    return switch (quantity) {
      case ENERGY -> told(macro, Figure.ENERGY, fj -> Figures.energy(fj / 1000), " a MAC");
      case AREA -> told(macro, Figure.AREA, Figures::area, "");
      case CLOCK -> told(macro, Figure.CLOCK, Figures::time, "");
    };
  }

  private static Optional<String> told(Macro macro, Figure figure, DoubleFunction<String> words, String behind) {
    return PredictionInterval.of(macro, figure).map(interval ->
        "%s%s, %s with the constants that %d published macros tell (docs/validation.md)".formatted(
            within(interval, words), behind, words.apply(interval.fitted()), interval.chips()));
  }

  private static String within(PredictionInterval interval, DoubleFunction<String> words) {
    return "68 %% within %s to %s".formatted(words.apply(interval.low()), words.apply(interval.high()));
  }
}
