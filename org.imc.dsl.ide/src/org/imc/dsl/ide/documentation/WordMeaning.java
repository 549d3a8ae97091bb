package org.imc.dsl.ide.documentation;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.ENamedElement;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.EnumLiteralDeclaration;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.jspecify.annotations.Nullable;

/** Find out from the grammar what a keyword stands for in the model: a class, a feature or a literal. */
public final class WordMeaning {

  private WordMeaning() { }

  /** Return whether a keyword is a word, not punctuation. */
  public static boolean isWord(Keyword keyword) {
    return Character.isLetter(keyword.getValue().charAt(0));
  }

  /** Return what a keyword stands for. */
  public static Optional<ENamedElement> of(Keyword keyword) {
    var literal = EcoreUtil2.getContainerOfType(keyword, EnumLiteralDeclaration.class);
    if (literal != null) {
      return Optional.ofNullable(literal.getEnumLiteral());
    }
    EClass type = type(keyword);
    if (type == null || !isWord(keyword)) {
      return Optional.empty();
    }
    if (declares(keyword)) {
      return Optional.of(type);
    }
    return feature(keyword).map(ENamedElement.class::cast);
  }

  /**
   * Return the feature that a keyword belongs to: the one it sets, or the next one that is set behind it in its group, or
   * the last one before it.
   */
  public static Optional<EStructuralFeature> feature(Keyword keyword) {
    EClass type = type(keyword);
    if (type == null) {
      return Optional.empty();
    }
    var around = EcoreUtil2.getContainerOfType(keyword, Assignment.class);
    if (around != null) {
      return Optional.ofNullable(type.getEStructuralFeature(around.getFeature()));
    }
    if (!(keyword.eContainer() instanceof Group group)) {
      return Optional.empty();
    }
    List<AbstractElement> elements = group.getElements();
    int place = elements.indexOf(keyword);
    Optional<EStructuralFeature> next = elements.stream().skip(place)
        .filter(Assignment.class::isInstance).map(Assignment.class::cast).findFirst()
        .map(assignment -> type.getEStructuralFeature(assignment.getFeature()));
    return next.isPresent() ? next : elements.stream().limit(place)
        .filter(Assignment.class::isInstance).map(Assignment.class::cast).reduce((first, second) -> second)
        .map(assignment -> type.getEStructuralFeature(assignment.getFeature()));
  }

  /** Return the property that a keyword begins inside a block; nothing when it is another kind of word. */
  public static Optional<EStructuralFeature> property(Keyword keyword) {
    boolean begins = isWord(keyword) && (
        keyword.eContainer() instanceof Group group
            && group.getElements().get(0) == keyword && group.eContainer() instanceof Alternatives
        || keyword.eContainer() instanceof Assignment flag && flag.eContainer() instanceof Alternatives);
    return begins ? feature(keyword) : Optional.empty();
  }

  /** Return whether a keyword introduces a whole declaration: {@code macro}, {@code port}, {@code evaluate}. */
  private static boolean declares(Keyword keyword) {
    EObject group = keyword.eContainer();
    return group instanceof Group top && top.eContainer() instanceof ParserRule rule && !rule.isFragment()
        && top.getElements().stream().filter(Keyword.class::isInstance).findFirst().orElseThrow() == keyword;
  }

  private static @Nullable EClass type(Keyword keyword) {
    AbstractRule rule = GrammarUtil.containingRule(keyword);
    return rule != null && rule.getType() != null && rule.getType().getClassifier() instanceof EClass type ? type : null;
  }
}
