package org.imc.dsl.scoping;

import com.google.common.base.Predicate;
import com.google.inject.Inject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScope;
import org.eclipse.xtext.scoping.impl.DefaultGlobalScopeProvider;
import org.imc.dsl.library.Library;
import org.imc.model.imc.FileDecl;
import org.jspecify.annotations.Nullable;

/** Make the library's files visible to the files that import them. */
public class ImcGlobalScopeProvider extends DefaultGlobalScopeProvider {

  @Inject private Library library;

  @Override
  public IScope getScope(
      Resource context, EReference reference, @Nullable Predicate<IEObjectDescription> filter) {
    if (context.getResourceSet() != null
        && !context.getContents().isEmpty()
        && context.getContents().get(0) instanceof FileDecl file) {
      library.loadImports(file, context.getResourceSet());
    }
    return super.getScope(context, reference, filter);
  }
}
