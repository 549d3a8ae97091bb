package org.imc.dsl.ide.quickfix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.ide.documentation.ExampleLines;
import org.imc.dsl.validation.Properties;
import org.imc.model.imc.NamedDecl;

/** Add properties that a declaration cannot do without, as the manual's examples write them. */
final class MissingProperties {

  private MissingProperties() { }

  static List<QuickFix> add(SourceEdits file, Problem issue) {
    NamedDecl named = file.element(issue.offset(), NamedDecl.class).orElse(null);
    if (named == null || issue.data().isEmpty()) {
      return List.of();
    }
    String word = issue.data().get(0);
    var fixes = new ArrayList<QuickFix>();
    owner(named, word).ifPresent(owner -> feature(owner, word).ifPresent(feature ->
        file.append(owner, ExampleLines.of(feature)).ifPresent(edit ->
            fixes.add(QuickFix.of("Add '%s'".formatted(ExampleLines.of(feature).get(0).replace(" {", "")), edit)))));
    List<EStructuralFeature> missing = owner(named, word).map(MissingProperties::missing).orElse(List.of());
    if (missing.size() > 1) {
      List<String> all = missing.stream().flatMap(feature -> ExampleLines.of(feature).stream()).toList();
      owner(named, word).flatMap(owner -> file.append(owner, all)).ifPresent(edit ->
          fixes.add(new QuickFix("Add all %d missing properties".formatted(missing.size()), List.of(edit), false)));
    }
    return fixes;
  }

  /** Return what lacks the property: the declaration, or a block without a name in it. */
  private static Optional<EObject> owner(NamedDecl named, String word) {
    return Stream.concat(Stream.of((EObject) named), named.eContents().stream().filter(part -> !(part instanceof NamedDecl)))
        .filter(part -> feature(part, word).filter(feature -> !part.eIsSet(feature)).isPresent())
        .findFirst();
  }

  private static Optional<EStructuralFeature> feature(EObject owner, String word) {
    return owner.eClass().getEAllStructuralFeatures().stream()
        .filter(feature -> Properties.keyword(feature).equals(word))
        .findFirst();
  }

  private static List<EStructuralFeature> missing(EObject owner) {
    return Properties.required(owner.eClass()).stream().filter(feature -> !owner.eIsSet(feature)).toList();
  }
}
