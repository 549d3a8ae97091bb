package org.imc.dsl.ide.server;

import java.util.List;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.util.IFileSystemScanner;
import org.eclipse.xtext.workspace.WorkspaceConfig;
import org.imc.dsl.library.Library;

/** The shipped files, so that they can be shown, searched and read like any other; nobody checks them again. */
final class LibraryProject extends OneFolder {

  static final String NAME = Library.SCHEME;

  private final Library library;

  LibraryProject(Library library, WorkspaceConfig workspace) {
    super(URI.createURI(Library.SCHEME + ":/"), workspace);
    this.library = library;
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean isIndexOnly() {
    return true;
  }

  @Override
  public boolean contains(URI uri) {
    return Library.contains(uri);
  }

  @Override
  public List<URI> getAllResources(IFileSystemScanner scanner) {
    return library.names().stream().flatMap(name -> library.find(name).stream()).distinct().toList();
  }
}
