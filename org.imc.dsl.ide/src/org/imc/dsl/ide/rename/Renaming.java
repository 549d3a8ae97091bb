package org.imc.dsl.ide.rename;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.IGrammarAccess;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.EObjectAtOffsetHelper;
import org.eclipse.xtext.resource.XtextResource;
import org.imc.dsl.library.Library;
import org.imc.dsl.linking.Kinds;
import org.imc.model.imc.FileDecl;
import org.imc.model.imc.ImcPackage;
import org.imc.model.imc.ImportDecl;
import org.imc.model.imc.NamedDecl;
import org.imc.model.imc.ParameterDecl;

/** Find all places at which a name stands, in all files of a resource set. Stateless. */
public class Renaming {

  private static final Pattern IDENTIFIER = Pattern.compile("[a-zA-Z_µμ][a-zA-Z_0-9µμ²]*");

  @Inject private EObjectAtOffsetHelper objects;
  @Inject private IQualifiedNameProvider names;
  @Inject private IGrammarAccess grammar;

  /**
   * A name in a text.
   *
   * @param offset first character, from 0
   * @param length characters
   */
  public record Spot(int offset, int length) { }

  /** A name that cannot be given; the message says why. */
  public static final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  /** Return the declaration that is named at an offset, in itself or in a reference to it. */
  public Optional<NamedDecl> declaration(XtextResource resource, int offset) {
    for (int at : List.of(offset, Math.max(0, offset - 1))) {
      EObject found = objects.getElementWithNameAt(resource, at);
      if (found instanceof NamedDecl named && named.getName() != null && spot(resource, at, named.getName()).isPresent()) {
        return Optional.of(named);
      }
    }
    return Optional.empty();
  }

  /** Return where, around an offset, the name itself stands. */
  public Optional<Spot> spot(XtextResource resource, int offset, String name) {
    for (int at : List.of(offset, Math.max(0, offset - 1))) {
      ILeafNode leaf = NodeModelUtils.findLeafNodeAtOffset(resource.getParseResult().getRootNode(), at);
      if (leaf != null && !leaf.isHidden() && bare(leaf.getText()).equals(name)) {
        return Optional.of(new Spot(leaf.getOffset(), leaf.getLength()));
      }
    }
    return Optional.empty();
  }

  /**
   * Refuse a name that is none, or is taken.
   *
   * @throws Refused saying why
   */
  public void check(NamedDecl declaration, String name) throws Refused {
    Set<NamedDecl> same = SharedName.of(declaration);
    if (same.stream().anyMatch(each -> Library.contains(each.eResource().getURI()))) {
      throw new Refused("'%s' belongs to the shipped library, which cannot be changed.".formatted(declaration.getName()));
    }
    if (!IDENTIFIER.matcher(name).matches()) {
      throw new Refused("'%s' is not a name. A name has letters, digits and '_', and begins with no digit.".formatted(name));
    }
    if (reserved(declaration).contains(name)) {
      throw new Refused("'%s' is a word of the language. Maybe choose another name.".formatted(name));
    }
    for (NamedDecl each : same) {
      for (EObject sibling : each.eContainer().eContents()) {
        if (sibling != each && sibling instanceof NamedDecl other && name.equals(other.getName())) {
          throw new Refused("There is already a %s named '%s'.".formatted(Kinds.word(other.eClass()), name));
        }
      }
    }
  }

  /** Return the words that cannot be names: of a parameter, properties neither, as both stand in quantities. */
  private Set<String> reserved(NamedDecl declaration) {
    Set<String> words = GrammarUtil.getAllKeywords(grammar.getGrammar());
    AbstractRule soft = GrammarUtil.findRuleForName(
        grammar.getGrammar(), declaration instanceof ParameterDecl ? "OwnName" : "SoftKeyword");
    GrammarUtil.containedKeywords(soft).forEach(keyword -> words.remove(keyword.getValue()));
    return words;
  }

  /** Return all places of a declaration's name, by file, the declaration itself and those that share it included. */
  public Map<URI, List<Spot>> spots(NamedDecl declaration) {
    var spots = new LinkedHashMap<URI, List<Spot>>();
    Set<NamedDecl> same = SharedName.of(declaration);
    QualifiedName qualified = names.getFullyQualifiedName(declaration);
    for (Resource each : List.copyOf(declaration.eResource().getResourceSet().getResources())) {
      if (each instanceof XtextResource resource && !Library.contains(resource.getURI())) {
        var found = new ArrayList<Spot>();
        for (NamedDecl one : same) {
          if (resource == one.eResource()) {
            add(NodeModelUtils.findNodesForFeature(one, ImcPackage.Literals.NAMED_DECL__NAME), found);
          }
          addReferences(one, resource, found);
        }
        addImports(qualified, resource, found);
        if (!found.isEmpty()) {
          spots.put(resource.getURI(), found);
        }
      }
    }
    return spots;
  }

  /** Return the places of a file in which a declaration, of whatever file, is referred to. */
  public List<Spot> references(NamedDecl declaration, XtextResource resource) {
    var found = new ArrayList<Spot>();
    addReferences(declaration, resource, found);
    return found;
  }

  /** Return the place of a declaration's own name, in its own file. */
  public Optional<Spot> name(NamedDecl declaration) {
    var found = new ArrayList<Spot>();
    add(NodeModelUtils.findNodesForFeature(declaration, ImcPackage.Literals.NAMED_DECL__NAME), found);
    return found.stream().findFirst();
  }

  private static void addReferences(NamedDecl declaration, XtextResource resource, List<Spot> found) {
    URI target = EcoreUtil.getURI(declaration);
    EcoreUtil.getAllProperContents(resource, true).forEachRemaining(content -> {
      EObject object = (EObject) content;
      for (EReference reference : object.eClass().getEAllReferences()) {
        if (!reference.isContainment() && !reference.isContainer() && object.eIsSet(reference)) {
          List<?> values = reference.isMany() ? (List<?>) object.eGet(reference) : List.of(object.eGet(reference));
          List<INode> nodes = NodeModelUtils.findNodesForFeature(object, reference);
          for (int i = 0; i < values.size() && i < nodes.size(); i++) {
            if (EcoreUtil.getURI((EObject) values.get(i)).equals(target)) {
              add(List.of(nodes.get(i)), found);
            }
          }
        }
      }
    });
  }

  private static void addImports(QualifiedName qualified, XtextResource resource, List<Spot> found) {
    if (qualified == null || resource.getContents().isEmpty()
        || !(resource.getContents().get(0) instanceof FileDecl file)) {
      return;
    }
    for (ImportDecl imported : file.getImports()) {
      if (qualified.toString().equals(imported.getImportedNamespace())) {
        add(NodeModelUtils.findNodesForFeature(
            imported, ImcPackage.Literals.IMPORT_DECL__IMPORTED_NAMESPACE), found);
      }
    }
  }

  /** Add the last segment of each name. */
  private static void add(List<INode> nodes, List<Spot> found) {
    for (INode node : nodes) {
      ILeafNode last = null;
      for (ILeafNode leaf : node.getLeafNodes()) {
        last = leaf.isHidden() ? last : leaf;
      }
      if (last != null) {
        found.add(new Spot(last.getOffset(), last.getLength()));
      }
    }
  }

  private static String bare(String text) {
    return text.startsWith("^") ? text.substring(1) : text;
  }
}
