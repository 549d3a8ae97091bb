package org.imc.dsl.ide.server;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.ide.server.ProjectManager;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.IReferenceDescription;
import org.eclipse.xtext.resource.IResourceDescription;
import org.imc.model.imc.FileDecl;
import org.imc.model.imc.ImportDecl;

/** Find the files that must be checked again when others have changed. Stateless. */
final class Dependents {

  /**
   * Return the files of a project that refer to changed ones, import them or declare the same names, through any number
   * of files; without the changed ones.
   */
  Set<URI> of(Collection<URI> dirty, Collection<URI> deleted, ProjectManager project) {
    var changed = new HashSet<>(dirty);
    changed.addAll(deleted);
    Map<URI, Set<String>> exports = exports(project);
    Map<URI, Set<URI>> references = references(project);
    Map<URI, List<String>> imports = imports(project);
    var found = new LinkedHashSet<URI>();
    for (URI uri : changed) {
      Set<String> names = exports.getOrDefault(uri, Set.of());
      exports.forEach((other, declared) -> {
        if (declared.stream().anyMatch(names::contains)) {
          found.add(other);
        }
      });
    }
    var open = new ArrayList<>(changed);
    while (!open.isEmpty()) {
      URI next = open.remove(open.size() - 1);
      Set<String> names = exports.getOrDefault(next, Set.of());
      for (URI other : exports.keySet()) {
        boolean depends = references.getOrDefault(other, Set.of()).contains(next)
            || imports.getOrDefault(other, List.of()).stream().anyMatch(each -> answers(names, each));
        if (depends && found.add(other)) {
          open.add(other);
        }
      }
    }
    found.removeAll(changed);
    return found;
  }

  private static boolean answers(Set<String> names, String imported) {
    String prefix = imported.endsWith(".*") ? imported.substring(0, imported.length() - 1) : null;
    return prefix == null ? names.contains(imported) : names.stream().anyMatch(name -> name.startsWith(prefix));
  }

  private static Map<URI, Set<String>> exports(ProjectManager project) {
    var exports = new HashMap<URI, Set<String>>();
    for (IResourceDescription file : project.getIndexState().getResourceDescriptions().getAllResourceDescriptions()) {
      var names = new HashSet<String>();
      for (IEObjectDescription exported : file.getExportedObjects()) {
        names.add(exported.getQualifiedName().toString());
      }
      exports.put(file.getURI(), names);
    }
    return exports;
  }

  private static Map<URI, Set<URI>> references(ProjectManager project) {
    var references = new HashMap<URI, Set<URI>>();
    for (IResourceDescription file : project.getIndexState().getResourceDescriptions().getAllResourceDescriptions()) {
      var targets = new HashSet<URI>();
      for (IReferenceDescription reference : file.getReferenceDescriptions()) {
        targets.add(reference.getTargetEObjectUri().trimFragment());
      }
      references.put(file.getURI(), targets);
    }
    return references;
  }

  private static Map<URI, List<String>> imports(ProjectManager project) {
    var imports = new HashMap<URI, List<String>>();
    for (Resource resource : project.getResourceSet().getResources()) {
      if (!resource.getContents().isEmpty() && resource.getContents().get(0) instanceof FileDecl file) {
        imports.put(resource.getURI(), file.getImports().stream()
            .map(ImportDecl::getImportedNamespace)
            .filter(name -> name != null)
            .toList());
      }
    }
    return imports;
  }
}
