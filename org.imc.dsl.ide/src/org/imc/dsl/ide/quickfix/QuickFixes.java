package org.imc.dsl.ide.quickfix;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.ide.quickfix.QuickFix.Edit;
import org.imc.dsl.library.Library;
import org.imc.dsl.quantity.Dimension;
import org.imc.dsl.quantity.QuantityRules;
import org.imc.dsl.validation.Examples;
import org.imc.dsl.validation.IssueCodes;
import org.imc.model.imc.AxisDecl;
import org.imc.model.imc.ChipDecl;
import org.imc.model.imc.ImcPackage;
import org.imc.model.imc.ExploreDecl;
import org.imc.model.imc.ImportDecl;
import org.imc.model.imc.MacroDecl;
import org.imc.model.imc.MemoryDecl;
import org.imc.model.imc.NamedDecl;
import org.imc.model.imc.ParameterDecl;
import org.imc.model.imc.QuantityDecl;
import org.imc.model.imc.ReportedDecl;
import org.imc.model.imc.StudyDecl;

/** Offer what mends an issue. The model must be that of the text in which the issue was found. Stateless. */
public class QuickFixes {

  @Inject private Library library;

  /** Return the ways to mend an issue, the best first; none for most of what only its author can decide. */
  public List<QuickFix> of(XtextResource resource, Problem issue) {
    if (resource.getParseResult() == null) {
      return List.of();
    }
    var file = new SourceEdits(resource);
    return switch (issue.code()) {
      case IssueCodes.NAME_UNKNOWN -> unknownName(file, issue);
      case IssueCodes.IMPORT_UNKNOWN, IssueCodes.PARAMETER_UNKNOWN, IssueCodes.LANGUAGE_VERSION,
          IssueCodes.MAPPING_DIMENSION -> replacement(issue);
      case IssueCodes.UNIT_UNKNOWN -> unknownUnit(file, issue);
      case IssueCodes.UNIT_MISSING -> missingUnit(issue);
      case IssueCodes.IMPORT_UNUSED, IssueCodes.IMPORT_DUPLICATE -> removal(file, issue, ImportDecl.class, "import");
      case IssueCodes.EXPLORE_AXIS, IssueCodes.EXPLORE_AXIS_TWICE -> removal(file, issue, AxisDecl.class, "axis");
      case IssueCodes.EXPLORE_VALUE_TWICE ->
          Removals.item(file, issue.offset(), issue.offset() + issue.length(), "Remove the second one");
      case IssueCodes.EXPLORE_BUDGET -> budget(file, issue);
      case IssueCodes.STUDY_DUPLICATE -> removal(file, issue, StudyDecl.class, "question");
      case IssueCodes.PARAMETER_UNUSED -> removal(file, issue, ParameterDecl.class, "parameter");
      case IssueCodes.PROPERTY_MISSING -> MissingProperties.add(file, issue);
      case IssueCodes.MEMORY_PORTS -> missingPort(file, issue);
      case IssueCodes.PROPERTY_DUPLICATE, IssueCodes.PROPERTY_OUT_OF_PLACE, IssueCodes.SOURCE_EMPTY,
          IssueCodes.MAPPING_LEVEL -> Removals.property(file, issue);
      case IssueCodes.LAYER_UNREAD -> Removals.unreadLayer(file, issue);
      case IssueCodes.LAYER_READS_TWICE, IssueCodes.MEMORY_OPERAND_TWICE ->
          Removals.item(file, issue.offset(), issue.offset() + issue.length(), "Remove the second one");
      case IssueCodes.MAPPING_LAYER ->
          Removals.item(file, issue.offset(), issue.offset() + issue.length(), "Remove it here");
      case IssueCodes.MAPPING_ANY, IssueCodes.MAPPING_IRRELEVANT -> Removals.loop(file, issue);
      case IssueCodes.EXTENDS_CIRCLE -> Removals.base(file, issue);
      case IssueCodes.MACRO_BASE -> otherStyle(file, issue);
      case IssueCodes.CHIP_UNREPORTED -> unreported(file, issue);
      case IssueCodes.STUDY_MAPPING -> StudyOfMapping.fixes(file, issue);
      case IssueCodes.MEMORY_OPERAND_UNSERVED -> serve(file, issue);
      case IssueCodes.NAME_DUPLICATE -> otherName(file, issue);
      case IssueCodes.MEMORY_TOO_SMALL -> number(file, issue, "at least ");
      default -> number(file, issue, "");
    };
  }

  private static List<QuickFix> replacement(Problem issue) {
    return issue.data().stream()
        .map(meant -> QuickFix.of("Change to '%s'".formatted(meant), new Edit(issue.offset(), issue.length(), meant)))
        .toList();
  }

  private List<QuickFix> unknownName(SourceEdits file, Problem issue) {
    var fixes = new ArrayList<>(replacement(issue));
    String typed = file.text().substring(issue.offset(), issue.offset() + issue.length());
    for (String shipped : library.names()) {
      if (shipped.endsWith("." + typed)) {
        fixes.add(new QuickFix("Import '%s'".formatted(shipped), List.of(file.newImport(shipped)), fixes.isEmpty()));
      }
    }
    return fixes;
  }

  private static List<QuickFix> unknownUnit(SourceEdits file, Problem issue) {
    boolean touches = issue.offset() > 0 && !Character.isWhitespace(file.text().charAt(issue.offset() - 1));
    return issue.data().stream()
        .map(meant -> QuickFix.of("Change to '%s'".formatted(meant), new Edit(issue.offset(), issue.length(),
            (touches && meant.startsWith("x") ? " " : "") + meant)))
        .toList();
  }

  private static List<QuickFix> missingUnit(Problem issue) {
    var fixes = new ArrayList<QuickFix>();
    for (String unit : issue.data()) {
      fixes.add(new QuickFix("Add the unit '%s'".formatted(unit),
          List.of(new Edit(issue.offset() + issue.length(), 0, " " + unit)), fixes.isEmpty()));
    }
    return fixes;
  }

  private static List<QuickFix> removal(
      SourceEdits file, Problem issue, Class<? extends EObject> kind, String word) {
    return file.element(issue.offset(), kind)
        .map(found -> QuickFix.of("Remove this " + word, file.lineRemoval(NodeModelUtils.findActualNodeFor(found))))
        .stream().toList();
  }

  /** Raise the budget of an exploration to what it has. */
  private static List<QuickFix> budget(SourceEdits file, Problem issue) {
    if (!number(file, issue, "").isEmpty()) {
      return number(file, issue, "");
    }
    String line = "budget " + String.join("", issue.data());
    return file.element(issue.offset(), ExploreDecl.class)
        .filter(exploration -> exploration.getBudget() == null && issue.data().size() == 1
            && Character.isDigit(issue.data().get(0).charAt(0)))
        .flatMap(exploration -> file.append(exploration, List.of(line)))
        .map(edit -> QuickFix.of("Add '%s'".formatted(line), edit))
        .stream().toList();
  }

  private static List<QuickFix> missingPort(SourceEdits file, Problem issue) {
    String port = "port %s 128 bit/cycle".formatted(issue.data().isEmpty() ? "readwrite" : issue.data().get(0));
    return file.element(issue.offset(), MemoryDecl.class)
        .flatMap(memory -> file.append(memory, List.of(port)))
        .map(edit -> QuickFix.of("Add '%s'".formatted(port), edit))
        .stream().toList();
  }

  private static List<QuickFix> serve(SourceEdits file, Problem issue) {
    if (issue.data().size() < 2) {
      return List.of();
    }
    String operand = issue.data().get(0);
    String name = issue.data().get(1);
    return EcoreUtil2.getAllContentsOfType(file.root(), MemoryDecl.class).stream()
        .filter(memory -> name.equals(memory.getName()) && memory.eContainer() == file
            .element(issue.offset(), NamedDecl.class).orElse(null))
        .findFirst()
        .flatMap(memory -> file.addOperand(memory, operand))
        .map(edit -> QuickFix.of("Let '%s' serve %s".formatted(name, operand), edit))
        .stream().toList();
  }

  /** Change the style to that of the base, or do without the base. */
  private static List<QuickFix> otherStyle(SourceEdits file, Problem issue) {
    var fixes = new ArrayList<QuickFix>();
    file.element(issue.offset(), MacroDecl.class).ifPresent(macro -> {
      String meant = macro.getBase().getStyle().getLiteral();
      NodeModelUtils.findNodesForFeature(macro, ImcPackage.Literals.MACRO_DECL__STYLE).stream().findFirst()
          .ifPresent(style -> fixes.add(QuickFix.of("Change to '%s macro'".formatted(meant),
              new Edit(style.getOffset(), style.getLength(), meant))));
    });
    Removals.base(file, issue).forEach(fix -> fixes.add(new QuickFix(fix.title(), fix.edits(), false)));
    return fixes;
  }

  /** Add a figure; a block that is not the only one may also go. */
  private static List<QuickFix> unreported(SourceEdits file, Problem issue) {
    var fixes = new ArrayList<QuickFix>();
    String figure = Examples.of(ImcPackage.Literals.REPORTED_DECL__EFFICIENCY);
    file.element(issue.offset(), ReportedDecl.class)
        .flatMap(block -> file.append(block, List.of(figure)))
        .ifPresent(edit -> fixes.add(QuickFix.of("Add '%s'".formatted(figure), edit)));
    if (file.element(issue.offset(), ChipDecl.class).filter(chip -> chip.getReported().size() > 1).isPresent()) {
      Removals.property(file, issue).forEach(fix -> fixes.add(new QuickFix(fix.title(), fix.edits(), false)));
    }
    return fixes;
  }

  private static List<QuickFix> otherName(SourceEdits file, Problem issue) {
    List<String> taken = EcoreUtil2.getAllContentsOfType(file.root(), NamedDecl.class).stream()
        .map(NamedDecl::getName)
        .toList();
    for (int number = 2; !issue.data().isEmpty(); number++) {
      String free = issue.data().get(0) + number;
      if (!taken.contains(free)) {
        return List.of(new QuickFix("Rename this one to '%s'".formatted(free),
            List.of(new Edit(issue.offset(), issue.length(), free)), false));
      }
    }
    return List.of();
  }

  /** Set a quantity to the number that the issue's data holds. */
  private static List<QuickFix> number(SourceEdits file, Problem issue, String bound) {
    ILeafNode leaf = file.leaf(issue.offset());
    if (issue.data().size() != 1 || leaf == null || !Character.isDigit(issue.data().get(0).charAt(0))
        || !(leaf.getSemanticElement() instanceof QuantityDecl quantity) || quantity.eContainingFeature() == null) {
      return List.of();
    }
    INode node = NodeModelUtils.findActualNodeFor(quantity);
    String value = issue.data().get(0);
    Optional<String> unit = QuantityRules.of(quantity)
        .map(rule -> rule.dimensions().get(0))
        .filter(dimension -> dimension != Dimension.COUNT && value.indexOf(' ') < 0)
        .map(Dimension::canonicalUnit);
    String meant = value + unit.map(word -> " " + word).orElse("");
    String property = file.property(issue.offset()).map(SourceEdits.Property::word).orElse("it");
    return List.of(QuickFix.of("Set '%s' to %s%s".formatted(property, bound, meant),
        new Edit(node.getOffset(), node.getLength(), meant)));
  }
}
