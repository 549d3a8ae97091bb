package org.imc.dsl.ide.hover;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.ENamedElement;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.EnumLiteralDeclaration;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.EObjectAtOffsetHelper;
import org.eclipse.xtext.resource.XtextResource;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.ide.contentassist.Ranges;
import org.imc.dsl.ide.documentation.ModelDocumentation;
import org.imc.dsl.ide.documentation.WordMeaning;
import org.imc.dsl.ide.hints.ComputedFigures;
import org.imc.dsl.ide.navigation.ImportedNames;
import org.imc.dsl.linking.Kinds;
import org.imc.dsl.quantity.QuantityRules;
import org.imc.dsl.validation.CheckDescriptions;
import org.imc.model.imc.MacroDecl;
import org.imc.model.imc.NamedDecl;
import org.imc.model.imc.ParameterDecl;
import org.imc.model.imc.QuantityDecl;

/**
 * Explain keywords by the model's documentation, quantities by their rule, names by what they stand for, problems by the
 * descriptions of the checks.
 */
public class Explanations {

  private static final String COMMENT = "//";

  @Inject private ModelDocumentation documentation;
  @Inject private EObjectAtOffsetHelper objects;
  @Inject private ImportedNames imports;
  @Inject private QuantityExplanations quantities;
  @Inject private MacroPeaks peaks;

  /** Explain the word at an offset. The resource must be held still by the caller. */
  public Optional<Explanation> at(XtextResource resource, int offset) {
    if (resource.getParseResult() == null) {
      return Optional.empty();
    }
    ILeafNode leaf = NodeModelUtils.findLeafNodeAtOffset(resource.getParseResult().getRootNode(), offset);
    if (leaf == null || leaf.isHidden()) {
      return Optional.empty();
    }
    Optional<ENamedElement> word = word(leaf.getGrammarElement());
    if (leaf.getSemanticElement() instanceof QuantityDecl quantity && !(leaf.getGrammarElement() instanceof Keyword && word.isPresent())) {
      return quantities.at(leaf, quantity); // the words for properties of the macro too
    }
    if (word.isPresent()) {
      return explain(leaf, word.get());
    }
    Optional<ImportedNames.Imported> imported = imports.at(resource, offset);
    if (imported.isPresent()) {
      return explainImport(imported.get());
    }
    EObject referred = objects.resolveCrossReferencedElementAt(resource, offset);
    EObject named = referred == null ? objects.resolveContainedElementAt(resource, offset) : referred;
    return named instanceof NamedDecl declaration && declaration.getName() != null
        && leaf.getText().equals(declaration.getName())
        ? Optional.of(explainName(leaf, declaration))
        : value(leaf.getGrammarElement()).flatMap(feature -> explain(leaf, feature));
  }

  /** Return what a word of the language stands for; the parser knows those of enumerations by their declaration. */
  private static Optional<ENamedElement> word(EObject grammar) {
    return switch (grammar) {
      case Keyword keyword when WordMeaning.isWord(keyword) -> WordMeaning.of(keyword);
      case EnumLiteralDeclaration literal when WordMeaning.isWord(literal.getLiteral()) -> Optional.ofNullable(literal.getEnumLiteral());
      case null, default -> Optional.empty();
    };
  }

  /** Return which feature a number or a string is the value of. */
  private static Optional<ENamedElement> value(EObject grammar) {
    return grammar instanceof RuleCall && grammar.eContainer() instanceof Assignment assignment
        && GrammarUtil.containingRule(assignment).getType().getClassifier() instanceof EClass type
        ? Optional.ofNullable(type.getEStructuralFeature(assignment.getFeature()))
        : Optional.empty();
  }

  /** Explain the problems at an offset: what each means, why it matters, how to mend it. */
  public List<Explanation> of(List<Problem> problems, int offset) {
    return problems.stream()
        .filter(problem -> problem.offset() <= offset && offset <= problem.offset() + problem.length())
        .flatMap(problem -> CheckDescriptions.of(problem.code()).stream()
            .map(check -> new Explanation(problem.offset(), problem.length(), check.title(), check.help())))
        .distinct()
        .toList();
  }

  private Optional<Explanation> explain(ILeafNode leaf, ENamedElement meaning) {
    var paragraphs = new ArrayList<String>();
    documentation.of(meaning).ifPresent(paragraphs::add);
    if (meaning instanceof EStructuralFeature feature) {
      QuantityRules.of(feature).ifPresent(rule -> paragraphs.add("Takes " + Ranges.describe(rule) + "."));
    }
    return paragraphs.isEmpty() ? Optional.empty() : Optional.of(explanation(leaf, leaf.getText(), paragraphs));
  }

  /** Say what an import brings: what is said of the one name, or the names of a package by kind. */
  private Optional<Explanation> explainImport(ImportedNames.Imported imported) {
    List<NamedDecl> found = imported.declarations();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    if (found.size() == 1) {
      NamedDecl only = found.get(0);
      return Optional.of(new Explanation(imported.offset(), imported.length(),
          Kinds.word(only.eClass()) + " " + only.getName(), saidOf(only)));
    }
    var byKind = found.stream().collect(Collectors.groupingBy(declared -> Kinds.word(declared.eClass()), TreeMap::new,
        Collectors.mapping(NamedDecl::getName, Collectors.joining(", "))));
    return Optional.of(new Explanation(imported.offset(), imported.length(), imported.name(),
        byKind.entrySet().stream().map(kind -> kind.getKey() + ": " + kind.getValue()).toList()));
  }

  private Explanation explainName(ILeafNode leaf, NamedDecl declaration) {
    return explanation(leaf, Kinds.word(declaration.eClass()) + " " + declaration.getName(), saidOf(declaration));
  }

  private List<String> saidOf(NamedDecl declaration) {
    var paragraphs = new ArrayList<String>();
    String comment = comment(declaration);
    if (!comment.isEmpty()) {
      paragraphs.add(comment);
    }
    if (declaration instanceof ParameterDecl parameter && parameter.getValue() != null) {
      paragraphs.addAll(QuantityExplanations.values(parameter.getValue()));
    }
    EStructuralFeature source = declaration.eClass().getEStructuralFeature("source");
    if (source != null && declaration.eGet(source) instanceof String text) {
      paragraphs.add("Source: " + text);
    }
    if (declaration instanceof MacroDecl macro) {
      paragraphs.addAll(peaks.of(macro));
    }
    ComputedFigures.of(declaration).ifPresent(figures -> paragraphs.add("Computed: " + figures + "."));
    ComputedFigures.source(declaration).ifPresent(said -> paragraphs.add("By its kind: " + said + "."));
    return paragraphs;
  }

  /** Return the line comments right before a declaration, as one text. */
  private static String comment(NamedDecl declaration) {
    var node = NodeModelUtils.findActualNodeFor(declaration);
    var lines = new ArrayList<String>();
    if (node != null) {
      for (ILeafNode leaf : node.getLeafNodes()) {
        if (!leaf.isHidden()) {
          break;
        }
        if (leaf.getText().startsWith(COMMENT)) {
          lines.add(leaf.getText().substring(COMMENT.length()).strip());
        } else if (leaf.getText().chars().filter(c -> c == '\n').count() > 1 || isBlankLine(leaf)) {
          lines.clear(); // a blank line parts the comment from the declaration
        }
      }
    }
    return String.join(" ", lines);
  }

  /** Line comments end with their line end, so that one more of them is a blank line. */
  private static boolean isBlankLine(ILeafNode space) {
    return space.getPreviousSibling() instanceof ILeafNode before && before.getText().startsWith(COMMENT)
        && space.getText().indexOf('\n') >= 0;
  }

  private static Explanation explanation(ILeafNode leaf, String title, List<String> paragraphs) {
    return new Explanation(leaf.getOffset(), leaf.getLength(), title, paragraphs);
  }
}
