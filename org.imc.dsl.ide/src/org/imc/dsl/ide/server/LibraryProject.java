package org.imc.dsl.ide.server;

import java.util.List;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.util.IFileSystemScanner;
import org.eclipse.xtext.workspace.IProjectConfig;
import org.eclipse.xtext.workspace.ISourceFolder;
import org.eclipse.xtext.workspace.IWorkspaceConfig;
import org.eclipse.xtext.workspace.WorkspaceConfig;
import org.imc.dsl.library.Library;
import org.jspecify.annotations.Nullable;

/** The shipped files, so that they can be shown, searched and read like any other; nobody checks them again. */
final class LibraryProject implements IProjectConfig, ISourceFolder {

  static final String NAME = Library.SCHEME;

  private static final URI ROOT = URI.createURI(Library.SCHEME + ":/");

  private final Library library;
  private final WorkspaceConfig workspace;

  LibraryProject(Library library, WorkspaceConfig workspace) {
    this.library = library;
    this.workspace = workspace;
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public URI getPath() {
    return ROOT;
  }

  @Override
  public boolean isIndexOnly() {
    return true;
  }

  @Override
  public Set<? extends ISourceFolder> getSourceFolders() {
    return Set.of(this);
  }

  @Override
  public boolean contains(URI uri) {
    return Library.contains(uri);
  }

  @Override
  public @Nullable ISourceFolder findSourceFolderContaining(URI member) {
    return contains(member) ? this : null;
  }

  @Override
  public IWorkspaceConfig getWorkspaceConfig() {
    return workspace;
  }

  @Override
  public List<URI> getAllResources(IFileSystemScanner scanner) {
    return library.names().stream().flatMap(name -> library.find(name).stream()).distinct().toList();
  }
}
