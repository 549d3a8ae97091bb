package org.imc.dsl.ui.help;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.statushandlers.StatusManager;
import org.imc.dsl.ide.reference.Reference;
import org.imc.dsl.ui.Language;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.FrameworkUtil;

/** Help > IMC Language Reference: open it in the browser, out of a file, which needs no web server. */
public final class OpenReference extends AbstractHandler {

  @Override
  public @Nullable Object execute(ExecutionEvent event) {
    Job.create("Write the language reference", (ICoreRunnable) monitor -> {
      Path page = write();
      PlatformUI.getWorkbench().getDisplay().asyncExec(() -> browse(page));
    }).schedule();
    return null;
  }

  /** Write the reference as it is now, and return where. */
  public static Path write() throws CoreException {
    Path page = Platform.getStateLocation(FrameworkUtil.getBundle(OpenReference.class)).toPath().resolve(ReferenceHelp.PAGE);
    try {
      Files.createDirectories(page.getParent());
      Files.writeString(page, Language.get(Reference.class).html(), StandardCharsets.UTF_8);
      return page;
    } catch (IOException e) {
      throw new CoreException(Status.error("'%s' could not be written: %s".formatted(page, e.getMessage()), e));
    }
  }

  private static void browse(Path page) {
    try {
      PlatformUI.getWorkbench().getBrowserSupport().createBrowser(OpenReference.class.getName()).openURL(page.toUri().toURL());
    } catch (PartInitException | IOException e) {
      StatusManager.getManager().handle(
          Status.error("The language reference is in '%s', but no browser opens it.".formatted(page), e), StatusManager.SHOW);
    }
  }
}
