package org.imc.dsl.ide.server;

import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.workspace.IProjectConfig;
import org.eclipse.xtext.workspace.ISourceFolder;
import org.eclipse.xtext.workspace.IWorkspaceConfig;
import org.eclipse.xtext.workspace.WorkspaceConfig;
import org.jspecify.annotations.Nullable;

/** A project that is its own and only folder of sources. */
abstract class OneFolder implements IProjectConfig, ISourceFolder {

  private final URI path;
  private final WorkspaceConfig workspace;

  OneFolder(URI path, WorkspaceConfig workspace) {
    this.path = path;
    this.workspace = workspace;
  }

  @Override
  public URI getPath() {
    return path;
  }

  @Override
  public Set<? extends ISourceFolder> getSourceFolders() {
    return Set.of(this);
  }

  @Override
  public @Nullable ISourceFolder findSourceFolderContaining(URI member) {
    return contains(member) ? this : null;
  }

  @Override
  public IWorkspaceConfig getWorkspaceConfig() {
    return workspace;
  }
}
