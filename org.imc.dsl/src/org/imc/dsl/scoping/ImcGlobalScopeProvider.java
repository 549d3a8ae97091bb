package org.imc.dsl.scoping;

import com.google.common.base.Predicate;
import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.scoping.IScope;
import org.eclipse.xtext.scoping.impl.DefaultGlobalScopeProvider;
import org.eclipse.xtext.scoping.impl.SelectableBasedScope;
import org.imc.dsl.library.Library;
import org.imc.model.imc.FileDecl;
import org.imc.model.imc.ImportDecl;
import org.jspecify.annotations.Nullable;

/**
 * Make the library's files visible to the files that import them, and to no others.
 *
 * <p>Their names come from the files themselves, not from the index: a language server's or a workbench's index knows the
 * user's files only, and what one of them imports must not become visible to the next.
 */
public class ImcGlobalScopeProvider extends DefaultGlobalScopeProvider {

  @Inject private Library library;
  @Inject private IResourceDescription.Manager descriptions;

  @Override
  protected IScope getScope(
      Resource context, boolean ignoreCase, EClass type, @Nullable Predicate<IEObjectDescription> filter) {
    IScope shipped = importedFromLibrary(context, ignoreCase, type, filter);
    if (Library.contains(context.getURI())) {
      return shipped; // what is shipped never depends on what users write
    }
    return getScope(shipped, context, ignoreCase, type,
        each -> !Library.contains(each.getEObjectURI()) && (filter == null || filter.apply(each)));
  }

  private IScope importedFromLibrary(
      Resource context, boolean ignoreCase, EClass type, @Nullable Predicate<IEObjectDescription> filter) {
    IScope scope = IScope.NULLSCOPE;
    if (context.getResourceSet() == null
        || context.getContents().isEmpty()
        || !(context.getContents().get(0) instanceof FileDecl file)) {
      return scope;
    }
    library.loadImports(file, context.getResourceSet());
    List<URI> imported = file.getImports().stream()
        .map(ImportDecl::getImportedNamespace)
        .flatMap(this::files)
        .distinct()
        .toList();
    for (URI uri : imported) {
      Resource resource = context.getResourceSet().getResource(uri, false);
      if (resource != null && resource != context) {
        scope = SelectableBasedScope.createScope(
            scope, descriptions.getResourceDescription(resource), filter, type, ignoreCase);
      }
    }
    return scope;
  }

  /** Return the library files that an import names. */
  private Stream<URI> files(@Nullable String namespace) {
    if (namespace == null || !namespace.endsWith(".*")) {
      return Optional.ofNullable(namespace).flatMap(library::find).stream();
    }
    String prefix = namespace.substring(0, namespace.length() - 1);
    return library.names().stream()
        .filter(name -> name.startsWith(prefix) && name.indexOf('.', prefix.length()) < 0)
        .flatMap(name -> library.find(name).stream());
  }
}
