package org.imc.dsl.ide.navigation;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.imc.dsl.library.Library;
import org.imc.model.imc.FileDecl;
import org.imc.model.imc.ImcPackage;
import org.imc.model.imc.ImportDecl;
import org.imc.model.imc.NamedDecl;

/** Find what an import names, in the files of the resource set and in the library. Stateless. */
public class ImportedNames {

  private static final String ALL = ".*";

  @Inject private Library library;
  @Inject private IQualifiedNameProvider names;

  /**
   * An import, and what it brings.
   *
   * @param offset of the name's first character, from 0
   * @param length characters of the name
   * @param name as written, possibly with a star
   * @param declarations what has that name; for a star, all that stand right in the package
   */
  public record Imported(int offset, int length, String name, List<NamedDecl> declarations) {

    public Imported {
      declarations = List.copyOf(declarations);
    }
  }

  /** Return the import whose name stands around an offset. The resource must be held still by the caller. */
  public Optional<Imported> at(XtextResource resource, int offset) {
    if (resource.getContents().isEmpty() || !(resource.getContents().get(0) instanceof FileDecl file)) {
      return Optional.empty();
    }
    for (ImportDecl imported : file.getImports()) {
      for (INode node : NodeModelUtils.findNodesForFeature(
          imported, ImcPackage.Literals.IMPORT_DECL__IMPORTED_NAMESPACE)) {
        if (node.getOffset() <= offset && offset <= node.getEndOffset()) {
          String name = imported.getImportedNamespace();
          return Optional.of(new Imported(node.getOffset(), node.getLength(), name, declarations(file, name)));
        }
      }
    }
    return Optional.empty();
  }

  private List<NamedDecl> declarations(FileDecl importing, String imported) {
    library.loadImports(importing, importing.eResource().getResourceSet());
    var found = new ArrayList<NamedDecl>();
    for (Resource each : List.copyOf(importing.eResource().getResourceSet().getResources())) {
      if (!each.getContents().isEmpty() && each.getContents().get(0) instanceof FileDecl file) {
        EcoreUtil2.typeSelect(file.getElements(), NamedDecl.class).stream()
            .filter(declared -> answers(names.getFullyQualifiedName(declared), imported))
            .forEach(found::add);
      }
    }
    return found;
  }

  private static boolean answers(QualifiedName name, String imported) {
    return name != null && (imported.endsWith(ALL)
        ? (name.skipLast(1) + ALL).equals(imported)
        : name.toString().equals(imported));
  }
}
