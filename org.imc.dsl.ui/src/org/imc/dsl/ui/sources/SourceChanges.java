package org.imc.dsl.ui.sources;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.imc.dsl.evaluation.SourceFiles;
import org.imc.dsl.validation.SettingsFile;

/** Tells when a saved {@code .imc} file of the workspace has changed, come or gone. */
public final class SourceChanges implements IResourceChangeListener {

  private static final int CONTENT = IResourceDelta.CONTENT | IResourceDelta.REPLACED | IResourceDelta.ENCODING;

  private final Runnable listener;

  /**
   * Prepare to listen.
   *
   * @param listener called in whatever thread the change happens; must be quick
   */
  public SourceChanges(Runnable listener) {
    this.listener = listener;
  }

  public void start() {
    ResourcesPlugin.getWorkspace().addResourceChangeListener(this, IResourceChangeEvent.POST_CHANGE);
  }

  public void stop() {
    ResourcesPlugin.getWorkspace().removeResourceChangeListener(this);
  }

  @Override
  public void resourceChanged(IResourceChangeEvent event) {
    try {
      if (event.getDelta() != null && concernsSources(event.getDelta())) {
        listener.run();
      }
    } catch (CoreException e) {
      ILog.of(SourceChanges.class).warn("A change of the workspace could not be read.", e);
    }
  }

  /** Return whether a delta has a source, or settings, that changed in more than its markers. */
  public static boolean concernsSources(IResourceDelta delta) throws CoreException {
    boolean[] concerned = {false};
    delta.accept(change -> {
      IResource resource = change.getResource();
      boolean inText = change.getKind() != IResourceDelta.CHANGED || (change.getFlags() & CONTENT) != 0;
      concerned[0] |= inText && resource.getType() == IResource.FILE
          && (resource.getName().endsWith("." + SourceFiles.EXTENSION)
              || resource.getProjectRelativePath().toString().endsWith(SettingsFile.NAME));
      return !concerned[0];
    });
    return concerned[0];
  }
}
