package org.imc.dsl.prediction;

import com.google.inject.Inject;
import com.google.inject.Provider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.imc.dsl.library.Library;
import org.imc.dsl.lowering.ChipPrediction;
import org.imc.dsl.quantity.Quantities;
import org.imc.engine.arch.Macro;
import org.imc.engine.cost.Calibration;
import org.imc.model.imc.ChipDecl;
import org.imc.model.imc.FileDecl;
import org.imc.model.imc.QuantityDecl;
import org.imc.model.imc.ReportedDecl;
import org.jspecify.annotations.Nullable;

/**
 * Every shipped chip that a macro models, against its published figures.
 *
 * @param chips analog ones first, by year
 */
public record Validation(List<ValidatedChip> chips) {

  /** Where the modelled chips are; the survey's entries of the same chips would count them twice. */
  private static final String PACKAGE = "imc.chip.";

  private static final double UM2_PER_MM2 = 1e6;
  private static final double NS_PER_PERIOD_OF_MHZ = 1000;

  public Validation {
    chips = List.copyOf(chips);
  }

  /** Which predictions to look at. */
  public enum Kind { FITTED, HELD_OUT }

  /** Return the spread of a figure among the chips of a kind, of those figures that are evidence. */
  public Optional<Spread> spread(Figure figure, Kind kind, Predicate<ValidatedChip> among) {
    List<Double> ratios = new ArrayList<>();
    for (ValidatedChip chip : chips) {
      if (among.test(chip)) {
        chip.figure(figure).filter(ValidatedFigure::evidence).ifPresent(validated -> {
          OptionalDouble ratio = kind == Kind.FITTED ? OptionalDouble.of(validated.ratio()) : validated.heldOutRatio();
          ratio.ifPresent(ratios::add);
        });
      }
    }
    return Spread.of(ratios);
  }

  /** Validates the library. */
  public static final class Factory {

    @Inject private Library library;
    @Inject private Provider<XtextResourceSet> resourceSets;
    @Inject private ChipPrediction.Factory predictions;

    /** Return all shipped chips with a macro, predicted. */
    public Validation ofLibrary() {
      List<ModelledChip> chips = load().stream().map(this::modelled).flatMap(Optional::stream)
          .sorted(Comparator.comparing(ModelledChip::analog).reversed().thenComparing(ModelledChip::name))
          .toList();
      return new Validation(chips.stream().map(chip -> validated(chip, chips)).toList());
    }

    private List<ChipDecl> load() {
      XtextResourceSet set = resourceSets.get();
      List<URI> files = library.names().stream()
          .filter(name -> name.startsWith(PACKAGE)).map(library::find).flatMap(Optional::stream).distinct().toList();
      List<ChipDecl> chips = new ArrayList<>();
      for (URI file : files) {
        library.load(file, set);
        Resource resource = set.getResource(file, true);
        if (!resource.getContents().isEmpty() && resource.getContents().get(0) instanceof FileDecl declared) {
          declared.getElements().stream().filter(ChipDecl.class::isInstance).map(ChipDecl.class::cast).forEach(chips::add);
        }
      }
      return chips;
    }

    /** Return a chip at the first condition that its macro models. */
    private Optional<ModelledChip> modelled(ChipDecl chip) {
      for (ReportedDecl reported : chip.getReported()) {
        Optional<Macro> macro = predictions.macro(chip, reported);
        if (macro.isPresent()) {
          return Optional.of(new ModelledChip(chip.getName(), Quantities.value(chip.getNode(), 0), chip.getSource(),
              Optional.ofNullable(reported.getNote()), macro.get(), Quantities.whole(chip.getCount(), 1),
              published(reported), reported.getSparsity() != null));
        }
      }
      return Optional.empty();
    }

    private static Map<Figure, Double> published(ReportedDecl reported) {
      var published = new EnumMap<Figure, Double>(Figure.class);
      given(reported.getArea()).ifPresent(um2 -> published.put(Figure.AREA, um2 / UM2_PER_MM2));
      given(reported.getClock()).ifPresent(mhz -> published.put(Figure.CLOCK, NS_PER_PERIOD_OF_MHZ / mhz));
      given(reported.getEfficiency()).ifPresent(tops -> published.put(Figure.ENERGY, Figure.energyFj(tops)));
      return published;
    }

    private static OptionalDouble given(@Nullable QuantityDecl quantity) {
      return quantity == null ? OptionalDouble.empty() : OptionalDouble.of(Quantities.value(quantity));
    }

    private static ValidatedChip validated(ModelledChip chip, List<ModelledChip> all) {
      List<ValidatedFigure> figures = chip.published().entrySet().stream()
          .map(entry -> new ValidatedFigure(entry.getKey(), entry.getValue(),
              chip.predicted(entry.getKey(), Calibration.NONE), HeldOut.predict(chip, entry.getKey(), all),
              chip.isEvidence(entry.getKey())))
          .toList();
      return new ValidatedChip(chip.name(), chip.analog(), chip.node(), chip.source(), figures, chip.note());
    }
  }
}
