package org.imc.dsl.ui.sources;

import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.emf.common.util.URI;

/** Translate between the workspace's files and the URIs by which the language knows them. */
public final class Uris {

  private Uris() { }

  /** Return the URI of a workspace file. */
  public static URI of(IFile file) {
    return URI.createPlatformResourceURI(file.getFullPath().toString(), true);
  }

  /** Return the workspace file of a URI; it need not exist. */
  public static Optional<IFile> file(URI uri) {
    if (!uri.isPlatformResource()) {
      return Optional.empty();
    }
    return Optional.of(ResourcesPlugin.getWorkspace().getRoot().getFile(IPath.fromOSString(uri.toPlatformString(true))));
  }
}
