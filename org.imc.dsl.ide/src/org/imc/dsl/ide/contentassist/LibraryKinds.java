package org.imc.dsl.ide.contentassist;

import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.imc.dsl.library.Library;
import org.imc.model.imc.ElementDecl;
import org.imc.model.imc.FileDecl;

/** Know what kind of declaration each shipped name is. Reads the library once, when first asked. */
@Singleton
final class LibraryKinds {

  private final Library library;
  private final Provider<XtextResourceSet> sets;
  private final IQualifiedNameProvider names;
  private volatile Map<String, EClass> kinds = Map.of();

  @Inject
  LibraryKinds(Library library, Provider<XtextResourceSet> sets, IQualifiedNameProvider names) {
    this.library = library;
    this.sets = sets;
    this.names = names;
  }

  /** Return the kind of each qualified name, in alphabetical order. */
  Map<String, EClass> kinds() {
    Map<String, EClass> known = kinds;
    if (known.isEmpty()) {
      known = Collections.unmodifiableMap(read());
      kinds = known;
    }
    return known;
  }

  private Map<String, EClass> read() {
    var found = new TreeMap<String, EClass>();
    XtextResourceSet set = sets.get();
    for (String name : library.names()) {
      URI uri = library.find(name).orElseThrow();
      library.load(uri, set);
      if (set.getResource(uri, false).getContents().get(0) instanceof FileDecl file) {
        for (ElementDecl element : file.getElements()) {
          QualifiedName declared = names.getFullyQualifiedName(element);
          if (declared != null && declared.toString().equals(name)) {
            found.put(name, element.eClass());
          }
        }
      }
    }
    return found;
  }
}
