package org.imc.dsl.validation;

import static org.imc.model.imc.ImcPackage.Literals.NAMED_DECL;
import static org.imc.model.imc.ImcPackage.Literals.NAMED_DECL__NAME;

import com.google.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.IResourceDescriptions;
import org.eclipse.xtext.resource.impl.ResourceDescriptionsProvider;
import org.eclipse.xtext.validation.Check;
import org.imc.dsl.library.Library;
import org.imc.dsl.linking.Kinds;
import org.imc.model.imc.ArchitectureDecl;
import org.imc.model.imc.FileDecl;
import org.imc.model.imc.GraphDecl;
import org.imc.model.imc.NamedDecl;
import org.imc.model.imc.ParametrisedDecl;

/** Names that are declared twice. */
public class NameChecks extends ImcChecks {

  @Inject private IQualifiedNameProvider names;
  @Inject private ResourceDescriptionsProvider indexes;

  /** Report declarations of one name in a file. */
  @Check
  public void checkNamesInFile(FileDecl file) {
    reportRepeated(EcoreUtil2.typeSelect(file.getElements(), NamedDecl.class), "this file");
  }

  /** Report parameters of one name in a declaration. */
  @Check
  public void checkNamesOfParameters(ParametrisedDecl declaration) {
    reportRepeated(declaration.getParameters(),
        "%s '%s'".formatted(Kinds.word(declaration.eClass()), declaration.getName()));
  }

  /** Report memories of one name in an architecture. */
  @Check
  public void checkNamesInArchitecture(ArchitectureDecl architecture) {
    reportRepeated(architecture.getMemories(), "architecture '%s'".formatted(architecture.getName()));
  }

  /** Report layers of one name in a network or block. */
  @Check
  public void checkNamesOfLayers(GraphDecl graph) {
    reportRepeated(graph.getNodes(), "%s '%s'".formatted(Kinds.word(graph.eClass()), graph.getName()));
  }

  /** Report a declaration whose qualified name another file declares as well. */
  @Check
  public void checkNamesAcrossFiles(FileDecl file) {
    IResourceDescriptions index = indexes.getResourceDescriptions(file.eResource());
    var elsewhere = new HashMap<QualifiedName, Optional<URI>>(); // many may have one name
    for (NamedDecl declaration : EcoreUtil2.typeSelect(file.getElements(), NamedDecl.class)) {
      QualifiedName name = names.getFullyQualifiedName(declaration);
      if (name != null) {
        elsewhere.computeIfAbsent(name, key -> elsewhere(key, file, index)).ifPresent(uri ->
            error("%s '%s' is also declared in '%s'. Maybe rename one, or give their files packages."
                    .formatted(Kinds.capitalised(declaration.eClass()), name, URI.decode(uri.lastSegment())),
                declaration, NAMED_DECL__NAME, IssueCodes.NAME_DUPLICATE, declaration.getName()));
      }
    }
  }

  /** Return the first other file that declares a name. */
  private static Optional<URI> elsewhere(QualifiedName name, FileDecl file, IResourceDescriptions index) {
    for (IEObjectDescription declared : index.getExportedObjects(NAMED_DECL, name, false)) {
      URI uri = declared.getEObjectURI().trimFragment();
      if (!uri.equals(file.eResource().getURI()) && !Library.isCopy(uri, file.eResource().getURI())) {
        return Optional.of(uri);
      }
    }
    return Optional.empty();
  }

  private void reportRepeated(List<? extends NamedDecl> declarations, String where) {
    var seen = new HashSet<String>();
    for (NamedDecl declaration : declarations) {
      if (declaration.getName() != null && !seen.add(declaration.getName())) {
        error("%s '%s' has the name of another declaration in %s. Maybe rename one."
                .formatted(Kinds.capitalised(declaration.eClass()), declaration.getName(), where),
            declaration, NAMED_DECL__NAME, IssueCodes.NAME_DUPLICATE, declaration.getName());
      }
    }
  }
}
