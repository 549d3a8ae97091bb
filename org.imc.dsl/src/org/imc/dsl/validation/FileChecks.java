package org.imc.dsl.validation;

import static org.imc.model.imc.ImcPackage.Literals.IMPORT_DECL__IMPORTED_NAMESPACE;
import static org.imc.model.imc.ImcPackage.Literals.LANGUAGE_DECL__VERSION;


import com.google.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.IResourceDescriptions;
import org.eclipse.xtext.resource.impl.ResourceDescriptionsProvider;
import org.eclipse.xtext.validation.Check;
import org.imc.dsl.library.Library;
import org.imc.dsl.linking.Spelling;
import org.imc.model.imc.FileDecl;
import org.imc.model.imc.ImportDecl;
import org.imc.model.imc.LanguageDecl;

/** Files and their imports. */
public class FileChecks extends ImcChecks {

  /** The version of the language that this release reads. */
  public static final int LANGUAGE = 1;

  @Inject private Library library;
  @Inject private ResourceDescriptionsProvider indexes;
  @Inject private IQualifiedNameProvider qualifiedNames;

  /** Report a file for a newer release than this one, which may read it wrong. */
  @Check
  public void checkLanguageIsKnown(LanguageDecl language) {
    if (language.getVersion() != null && language.getVersion().compareTo(BigDecimal.valueOf(LANGUAGE)) != 0) {
      boolean newer = language.getVersion().compareTo(BigDecimal.valueOf(LANGUAGE)) > 0;
      error("This file is written in language %s, but this release reads language %d.%s".formatted(language.getVersion(),
              LANGUAGE, newer ? " Maybe update IMC Workbench." : " Maybe write 'language %d'.".formatted(LANGUAGE)),
          language, LANGUAGE_DECL__VERSION, IssueCodes.LANGUAGE_VERSION, Integer.toString(LANGUAGE));
    }
  }

  /** Point out a file without declarations: what it was for is probably lost. */
  @Check
  public void checkFileIsNotEmpty(FileDecl file) {
    if (file.getElements().isEmpty() && file.eResource().getErrors().isEmpty()) {
      getMessageAcceptor().acceptWarning(
          "This file declares nothing. Maybe begin with 'import imc.network.ResNet8' and an architecture.",
          file, 0, 0, IssueCodes.FILE_EMPTY);
    }
  }

  /** Report an import that no file, and nothing in the library, answers. */
  @Check
  public void checkImportsAreKnown(FileDecl file) {
    if (file.getImports().isEmpty()) {
      return;
    }
    List<String> known = knownNames(file);
    for (ImportDecl imported : file.getImports()) {
      String namespace = imported.getImportedNamespace();
      if (namespace != null && known.stream().noneMatch(name -> answers(name, namespace))) {
        Optional<String> meant = Spelling.nearest(namespace, known.stream());
        String advice = meant.map(" Maybe '%s'."::formatted).orElse("");
        error("Nothing named '%s' can be imported.%s".formatted(namespace, advice), imported,
            IMPORT_DECL__IMPORTED_NAMESPACE, IssueCodes.IMPORT_UNKNOWN, meant.stream().toArray(String[]::new));
      }
    }
  }

  /** Report imports that lead, through other files, back to this one. */
  @Check
  public void checkImportsAreNotCircular(FileDecl file) {
    for (ImportDecl imported : file.getImports()) {
      List<Resource> circle = circle(imported, file.eResource());
      if (!circle.isEmpty()) {
        String path = String.join(" -> ", circle.stream().map(resource -> URI.decode(resource.getURI().lastSegment())).toList());
        error("This import leads back to this file: %s. Maybe move what both need into a file of its own."
                .formatted(path),
            imported, IMPORT_DECL__IMPORTED_NAMESPACE, IssueCodes.IMPORT_CYCLE);
      }
    }
  }

  /** Warn about an import that is there twice, or that nothing in the file needs. */
  @Check
  public void checkImportsAreNeeded(FileDecl file) {
    if (file.getImports().isEmpty()) {
      return;
    }
    boolean complete = file.eResource().getErrors().isEmpty();
    List<String> known = knownNames(file);
    Set<String> needed = neededNames(file);
    var seen = new HashSet<String>();
    for (ImportDecl imported : file.getImports()) {
      String namespace = imported.getImportedNamespace();
      if (namespace == null) {
        continue;
      }
      if (!seen.add(namespace)) {
        warning("'%s' is imported twice. Maybe remove one.".formatted(namespace), imported,
            IMPORT_DECL__IMPORTED_NAMESPACE, IssueCodes.IMPORT_DUPLICATE);
      } else if (complete && known.stream().anyMatch(name -> answers(name, namespace))
          && needed.stream().noneMatch(name -> answers(name, namespace))) {
        warning("Nothing in this file needs '%s'. Maybe remove the import.".formatted(namespace), imported,
            IMPORT_DECL__IMPORTED_NAMESPACE, IssueCodes.IMPORT_UNUSED);
      }
    }
  }

  /** Return the qualified names of all declarations of other files that a file refers to. */
  private Set<String> neededNames(FileDecl file) {
    var needed = new HashSet<String>();
    EcoreUtil.CrossReferencer.find(List.of(file)).keySet().forEach(target -> {
      QualifiedName name = target.eIsProxy() ? null : qualifiedNames.getFullyQualifiedName(target);
      if (name != null) {
        needed.add(name.toString());
      }
    });
    return needed;
  }

  private List<Resource> circle(ImportDecl from, Resource home) {
    for (Resource first : targets(from, home)) {
      var path = new ArrayList<>(List.of(home));
      if (first != home && leadsHome(first, home, path, new LinkedHashSet<>())) {
        return path;
      }
    }
    return List.of();
  }

  private boolean leadsHome(Resource at, Resource home, List<Resource> path, Set<Resource> seen) {
    path.add(at);
    if (at == home) {
      return true;
    }
    if (seen.add(at) && !at.getContents().isEmpty() && at.getContents().get(0) instanceof FileDecl file) {
      for (ImportDecl imported : file.getImports()) {
        for (Resource next : targets(imported, at)) {
          if (next != at && leadsHome(next, home, path, seen)) {
            return true;
          }
        }
      }
    }
    path.remove(path.size() - 1);
    return false;
  }

  /** Return the loaded files that declare what an import names, but those of the library, which have no circles. */
  private Set<Resource> targets(ImportDecl imported, Resource home) {
    var targets = new LinkedHashSet<Resource>();
    String namespace = imported.getImportedNamespace();
    ResourceSet set = home.getResourceSet();
    if (namespace == null || namespace.startsWith(Library.ROOT_PACKAGE + ".")) {
      return targets;
    }
    for (IEObjectDescription exported : indexes.getResourceDescriptions(home).getExportedObjects()) {
      if (answers(exported.getQualifiedName().toString(), namespace)) {
        EObject object = EcoreUtil.resolve(exported.getEObjectOrProxy(), set);
        if (object.eResource() != null) {
          targets.add(object.eResource());
        }
      }
    }
    return targets;
  }

  /** Return the qualified names of all declarations that a file can import. */
  private List<String> knownNames(FileDecl file) {
    library.loadImports(file, file.eResource().getResourceSet());
    IResourceDescriptions index = indexes.getResourceDescriptions(file.eResource());
    Stream<String> visible = StreamSupport.stream(index.getExportedObjects().spliterator(), false)
        .map(exported -> exported.getQualifiedName().toString());
    return Stream.concat(library.names().stream(), visible).distinct().toList();
  }

  private static boolean answers(String name, String namespace) {
    return namespace.endsWith(".*")
        ? name.startsWith(namespace.substring(0, namespace.length() - 1))
        : name.equals(namespace);
  }
}
