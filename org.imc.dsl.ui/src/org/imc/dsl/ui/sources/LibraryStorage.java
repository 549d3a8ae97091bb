package org.imc.dsl.ui.sources;

import java.io.InputStream;
import org.eclipse.core.resources.IEncodedStorage;
import org.eclipse.core.resources.IStorage;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.core.runtime.Status;
import org.eclipse.emf.common.util.URI;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IPersistableElement;
import org.eclipse.ui.IStorageEditorInput;
import org.imc.dsl.library.Library;
import org.jspecify.annotations.Nullable;

/** A file of the shipped library, to be read in an editor. */
final class LibraryStorage extends PlatformObject implements IStorageEditorInput {

  private final URI uri;

  LibraryStorage(URI uri) {
    this.uri = uri;
  }

  @Override
  public IStorage getStorage() {
    return new Content();
  }

  @Override
  public boolean exists() {
    return true;
  }

  @Override
  public @Nullable ImageDescriptor getImageDescriptor() {
    return null;
  }

  @Override
  public String getName() {
    return uri.lastSegment();
  }

  @Override
  public @Nullable IPersistableElement getPersistable() {
    return null;
  }

  @Override
  public String getToolTipText() {
    return "Shipped library: " + uri.path();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LibraryStorage storage && storage.uri.equals(uri);
  }

  @Override
  public int hashCode() {
    return uri.hashCode();
  }

  /** The file's bytes, out of the language's bundle. */
  private final class Content extends PlatformObject implements IEncodedStorage {

    @Override
    public InputStream getContents() throws CoreException {
      InputStream in = Library.class.getResourceAsStream("/library" + uri.path());
      if (in == null) {
        throw new CoreException(Status.error("The library has no file '%s'.".formatted(uri.path())));
      }
      return in;
    }

    @Override
    public @Nullable IPath getFullPath() {
      return null;
    }

    @Override
    public String getName() {
      return uri.lastSegment();
    }

    @Override
    public boolean isReadOnly() {
      return true;
    }

    @Override
    public String getCharset() {
      return "UTF-8";
    }
  }
}
