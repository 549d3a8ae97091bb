package org.imc.dsl.prediction;

import com.google.inject.Inject;
import com.google.inject.Provider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.imc.dsl.library.Library;
import org.imc.dsl.lowering.ChipPrediction;
import org.imc.dsl.quantity.Quantities;
import org.imc.model.imc.ChipDecl;
import org.imc.model.imc.FileDecl;
import org.imc.model.imc.ImcPackage;
import org.imc.model.imc.MacroDecl;
import org.imc.model.imc.ReportedDecl;
import org.imc.model.imc.ScopeKind;

/**
 * Every shipped chip that a macro models, against its published figures.
 *
 * @param detailed chips whose wiring and activity are published, each a file in {@code imc.chip}
 * @param macros published macros: those, and the survey's, of which an access is known. Their spread is that of a prediction
 * @param arrays arrays of processors in the survey, predicted with what the macros tell
 * @param supplies what the survey's chips do at another supply
 * @param parts what parts of the survey's chips have of energy and area
 */
public record Validation(
    ChipSet detailed, ChipSet macros, ChipSet arrays, List<SupplyStep> supplies, List<PartShare> parts) {

  private static final String CHIPS = "imc.chip.";
  private static final String SURVEY = "imc.survey.";

  public Validation {
    supplies = List.copyOf(supplies);
    parts = List.copyOf(parts);
  }

  /** Validates the library. */
  public static final class Factory {

    @Inject private Library library;
    @Inject private Provider<XtextResourceSet> resourceSets;
    @Inject private ChipPrediction.Factory predictions;

    /** Return all shipped chips with a macro, predicted. */
    public Validation ofLibrary() {
      XtextResourceSet set = resourceSets.get();
      List<ChipDecl> chips = load(CHIPS, set);
      List<ChipDecl> survey = load(SURVEY, set);
      Set<MacroDecl> known = new HashSet<>(); // several chips of one macro are one publication
      chips.forEach(chip -> known.add(chip.getMacro()));
      List<ChipDecl> others = survey.stream()
          .filter(chip -> chip.getMacro() != null && known.add(chip.getMacro())).toList();
      var macros = ChipSet.of(Stream.concat(modelled(chips, ScopeKind.MACRO, true), modelled(others, ScopeKind.MACRO, true))
          .sorted(ORDER).toList());
      return new Validation(ChipSet.of(modelled(chips, ScopeKind.MACRO, false).sorted(ORDER).toList()), macros,
          macros.predict(modelled(others, ScopeKind.ARRAY, true).sorted(ORDER).toList()),
          survey.stream().flatMap(chip -> SupplySteps.of(chip, predictions).stream()).toList(),
          survey.stream().flatMap(chip -> PartShare.of(chip, predictions, macros).stream()).toList());
    }

    private static final Comparator<ModelledChip> ORDER =
        Comparator.comparing(ModelledChip::analog).reversed().thenComparing(ModelledChip::name);

    private List<ChipDecl> load(String prefix, XtextResourceSet set) {
      List<URI> files = library.names().stream()
          .filter(name -> name.startsWith(prefix)).map(library::find).flatMap(Optional::stream).distinct().toList();
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

    /**
     * Return chips of a scope, each at the first condition that its macro models.
     *
     * @param anyActivity whether an energy is evidence though the sparsity of the measurement was not published
     */
    private Stream<ModelledChip> modelled(List<ChipDecl> chips, ScopeKind scope, boolean anyActivity) {
      return chips.stream().filter(chip -> chip.getScope() == scope)
          .flatMap(chip -> chip.getReported().stream()
              .filter(reported -> isOf(scope, reported))
              .flatMap(reported -> predictions.of(chip, reported)
                  .map(prediction -> modelled(chip, reported, prediction, anyActivity)).stream())
              .filter(modelled -> !modelled.published().isEmpty())
              .limit(1));
    }

    private static boolean isOf(ScopeKind scope, ReportedDecl reported) {
      return !reported.eIsSet(ImcPackage.Literals.REPORTED_DECL__SCOPE) || reported.getScope() == scope;
    }

    private static ModelledChip modelled(
        ChipDecl chip, ReportedDecl reported, ChipPrediction prediction, boolean anyActivity) {
      var published = new EnumMap<Figure, Double>(Figure.class);
      for (Figure figure : Figure.values()) {
        figure.of(reported, prediction).ifPresent(value -> published.put(figure, value));
      }
      return new ModelledChip(chip.getName(), Quantities.value(chip.getNode(), 0), chip.getSource(),
          Optional.ofNullable(reported.getNote()), prediction, published, anyActivity || reported.getSparsity() != null);
    }
  }
}
