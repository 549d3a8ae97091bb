package org.imc.dsl.prediction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.imc.engine.cost.Calibration;
import org.jspecify.annotations.Nullable;

/**
 * Chips that are predicted together: their constants are fitted to all of them, and to all but one for that one.
 *
 * @param chips analog ones first, by name
 * @param fits the constants fitted to all, where a figure of a style is published at all
 */
public record ChipSet(List<ValidatedChip> chips, List<StyleFit> fits) {

  /**
   * Constants fitted to all chips of a style for a figure.
   *
   * @param constants what the chips tell
   */
  public record StyleFit(Figure figure, boolean analog, Calibration constants) { }

  public ChipSet {
    chips = List.copyOf(chips);
    fits = List.copyOf(fits);
  }

  /** Predict chips, each also with what the others tell. */
  static ChipSet of(List<ModelledChip> chips) {
    var fits = new ArrayList<StyleFit>();
    for (Figure figure : Figure.values()) {
      for (boolean analog : new boolean[] {true, false}) {
        fit(chips, figure, analog, null).ifPresent(constants -> fits.add(new StyleFit(figure, analog, constants)));
      }
    }
    List<ValidatedChip> validated = chips.stream()
        .map(chip -> chip.validated(figure -> fitted(fits, figure, chip.analog()),
            figure -> fit(chips, figure, chip.analog(), chip)))
        .toList();
    return new ChipSet(validated, fits);
  }

  /** Predict chips with what these tell; none of them takes part in the fit. */
  ChipSet predict(List<ModelledChip> others) {
    return new ChipSet(others.stream()
        .map(chip -> chip.validated(figure -> fitted(fits, figure, chip.analog()),
            figure -> fitted(fits, figure, chip.analog())))
        .toList(), List.of());
  }

  private static Optional<Calibration> fitted(List<StyleFit> fits, Figure figure, boolean analog) {
    return fits.stream().filter(fit -> fit.figure() == figure && fit.analog() == analog)
        .map(StyleFit::constants).findFirst();
  }

  /** Return the constants fitted to all, where any chip tells them. */
  Optional<Calibration> fitted(Figure figure, boolean analog) {
    return fitted(fits, figure, analog);
  }

  private static Optional<Calibration> fit(
      List<ModelledChip> chips, Figure figure, boolean analog, @Nullable ModelledChip without) {
    List<ModelledChip> telling = chips.stream()
        .filter(chip -> chip != without && chip.analog() == analog && chip.published().containsKey(figure)
            && chip.isEvidence(figure))
        .toList();
    return telling.isEmpty() ? Optional.empty() : Optional.of(Fit.of(telling, figure, analog));
  }

  /** Return the spread of a figure among some of the chips, of those figures that are evidence. */
  public Optional<Spread> spread(Figure figure, Constants constants, Predicate<ValidatedChip> among) {
    List<Double> ratios = new ArrayList<>();
    for (ValidatedChip chip : chips) {
      if (among.test(chip)) {
        chip.figure(figure).filter(ValidatedFigure::evidence).ifPresent(validated -> {
          OptionalDouble ratio = validated.ratio(constants);
          ratio.ifPresent(ratios::add);
        });
      }
    }
    return Spread.of(ratios);
  }
}
