package org.imc.dsl.ide.contentassist;

import com.google.inject.Inject;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistContext;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.ide.editor.contentassist.IIdeContentProposalAcceptor;
import org.eclipse.xtext.ide.editor.contentassist.IdeContentProposalCreator;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.util.ReplaceRegion;
import org.imc.dsl.library.Library;
import org.imc.dsl.linking.Kinds;
import org.imc.model.imc.ElementDecl;
import org.imc.model.imc.FileDecl;
import org.imc.model.imc.ImcPackage;
import org.imc.model.imc.ImportDecl;

/** Propose imports, and names whose import comes with them. */
class ImportProposals {

  @Inject private LibraryKinds library;
  @Inject private IdeContentProposalCreator creator;
  @Inject private IQualifiedNameProvider names;

  /** Propose all names and packages that the file could import and does not. */
  void propose(ContentAssistContext context, IIdeContentProposalAcceptor acceptor, int priority) {
    if (!(context.getRootModel() instanceof FileDecl file)) {
      return;
    }
    Set<String> imported = imported(file, context.getOffset());
    Map<String, EClass> importable = importable(file);
    var packages = new TreeSet<String>();
    importable.forEach((name, kind) -> {
      packages.add(QualifiedName.create(name.split("\\.")).skipLast(1).toString() + ".*");
      if (!imported.contains(name)) {
        acceptor.accept(entry(name, Kinds.word(kind), context), priority);
      }
    });
    for (String all : packages) {
      if (!imported.contains(all)) {
        acceptor.accept(entry(all, "all names of the package", context), priority - 1);
      }
    }
  }

  /** Propose names of the right kind that are not yet imported; accepting one adds the import. */
  void proposeUnimported(
      EReference reference, ContentAssistContext context, IIdeContentProposalAcceptor acceptor, int priority) {
    EClass wanted = reference.getEReferenceType();
    if (!ImcPackage.Literals.ELEMENT_DECL.isSuperTypeOf(wanted)
        || !(context.getRootModel() instanceof FileDecl file)) {
      return;
    }
    Set<String> imported = imported(file, -1);
    Place place = place(file);
    importable(file).forEach((name, kind) -> {
      QualifiedName qualified = QualifiedName.create(name.split("\\."));
      boolean visible = imported.contains(name) || imported.contains(qualified.skipLast(1) + ".*");
      if (wanted.isSuperTypeOf(kind) && !visible) {
        ContentAssistEntry entry = creator.createProposal(qualified.getLastSegment(), context, proposal -> {
          proposal.setKind(ContentAssistEntry.KIND_REFERENCE);
          proposal.setDescription("%s, imports %s".formatted(Kinds.word(kind), name));
          proposal.getTextReplacements().add(
              new ReplaceRegion(place.offset(), 0, place.before() + "import " + name + place.after()));
        });
        acceptor.accept(entry, priority);
      }
    });
  }

  private ContentAssistEntry entry(String name, String description, ContentAssistContext context) {
    return creator.createProposal(name, context, proposal -> {
      proposal.setKind(ContentAssistEntry.KIND_MODULE);
      proposal.setDescription(description);
    });
  }

  /** Return the library's names and those of the project's other files that live in another package. */
  private Map<String, EClass> importable(FileDecl file) {
    var importable = new TreeMap<>(library.kinds());
    if (file.eResource().getResourceSet() == null) {
      return importable;
    }
    for (Resource other : file.eResource().getResourceSet().getResources()) {
      if (other != file.eResource() && !Library.contains(other.getURI()) && !other.getContents().isEmpty()
          && other.getContents().get(0) instanceof FileDecl content && content.getPackage() != null
          && !content.getPackage().equals(file.getPackage())) {
        for (ElementDecl element : content.getElements()) {
          QualifiedName name = names.getFullyQualifiedName(element);
          if (name != null) {
            importable.put(name.toString(), element.eClass());
          }
        }
      }
    }
    return importable;
  }

  private static Set<String> imported(FileDecl file, int exceptAt) {
    var imported = new HashSet<String>();
    for (ImportDecl each : file.getImports()) {
      INode node = NodeModelUtils.findActualNodeFor(each);
      boolean here = node != null && node.getOffset() <= exceptAt && exceptAt <= node.getEndOffset();
      if (!here && each.getImportedNamespace() != null) {
        imported.add(each.getImportedNamespace());
      }
    }
    return imported;
  }

  /** Where an import goes, and the line ends around it. */
  private record Place(int offset, String before, String after) { }

  /** Behind the last import, else behind the package, else before the first declaration. */
  private static Place place(FileDecl file) {
    if (!file.getImports().isEmpty()) {
      INode last = NodeModelUtils.findActualNodeFor(file.getImports().get(file.getImports().size() - 1));
      return new Place(last.getEndOffset(), "\n", "");
    }
    var declared = NodeModelUtils.findNodesForFeature(file, ImcPackage.Literals.FILE_DECL__PACKAGE);
    if (!declared.isEmpty()) {
      return new Place(declared.get(0).getEndOffset(), "\n\n", "");
    }
    INode first = file.getElements().isEmpty() ? null : NodeModelUtils.findActualNodeFor(file.getElements().get(0));
    return new Place(first == null ? 0 : first.getOffset(), "", "\n\n");
  }
}
