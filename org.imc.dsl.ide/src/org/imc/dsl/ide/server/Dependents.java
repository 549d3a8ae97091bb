package org.imc.dsl.ide.server;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.ide.server.ProjectManager;
import org.eclipse.xtext.naming.QualifiedName;
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
    Map<URI, Set<QualifiedName>> exports = exports(project);
    Map<URI, Set<URI>> referrers = referrers(project);
    Map<String, Set<URI>> importers = importers(project);
    var found = new LinkedHashSet<URI>();
    Set<QualifiedName> names = changed.stream().flatMap(uri -> exports.getOrDefault(uri, Set.of()).stream())
        .collect(Collectors.toSet());
    exports.forEach((other, declared) -> {
      if (!Collections.disjoint(declared, names)) {
        found.add(other);
      }
    });
    var open = new ArrayDeque<>(changed);
    while (!open.isEmpty()) {
      URI next = open.pop();
      var depending = new LinkedHashSet<>(referrers.getOrDefault(next, Set.of()));
      exports.getOrDefault(next, Set.of()).stream()
          .flatMap(Dependents::answered)
          .forEach(imported -> depending.addAll(importers.getOrDefault(imported, Set.of())));
      depending.stream().filter(found::add).forEach(open::push);
    }
    found.removeAll(changed);
    return found;
  }

  /** Return what can stand in an import that brings a name: itself, and its packages with a star. */
  private static Stream<String> answered(QualifiedName name) {
    return Stream.concat(Stream.of(name.toString()),
        IntStream.range(1, name.getSegmentCount()).mapToObj(last -> name.skipLast(last) + ".*"));
  }

  private static Map<URI, Set<QualifiedName>> exports(ProjectManager project) {
    var exports = new LinkedHashMap<URI, Set<QualifiedName>>();
    for (IResourceDescription file : project.getIndexState().getResourceDescriptions().getAllResourceDescriptions()) {
      var names = new HashSet<QualifiedName>();
      file.getExportedObjects().forEach(exported -> names.add(exported.getQualifiedName()));
      exports.put(file.getURI(), names);
    }
    return exports;
  }

  private static Map<URI, Set<URI>> referrers(ProjectManager project) {
    var referrers = new HashMap<URI, Set<URI>>();
    for (IResourceDescription file : project.getIndexState().getResourceDescriptions().getAllResourceDescriptions()) {
      for (IReferenceDescription reference : file.getReferenceDescriptions()) {
        referrers.computeIfAbsent(reference.getTargetEObjectUri().trimFragment(), uri -> new LinkedHashSet<>())
            .add(file.getURI());
      }
    }
    return referrers;
  }

  private static Map<String, Set<URI>> importers(ProjectManager project) {
    var importers = new HashMap<String, Set<URI>>();
    for (Resource resource : project.getResourceSet().getResources()) {
      if (!resource.getContents().isEmpty() && resource.getContents().get(0) instanceof FileDecl file) {
        for (ImportDecl imported : file.getImports()) {
          if (imported.getImportedNamespace() != null) {
            importers.computeIfAbsent(imported.getImportedNamespace(), name -> new LinkedHashSet<>())
                .add(resource.getURI());
          }
        }
      }
    }
    return importers;
  }
}
