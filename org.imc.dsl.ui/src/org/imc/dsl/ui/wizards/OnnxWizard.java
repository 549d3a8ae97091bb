package org.imc.dsl.ui.wizards;

import java.lang.reflect.InvocationTargetException;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.IImportWizard;
import org.eclipse.ui.statushandlers.StatusManager;
import org.imc.onnx.OnnxException;

/** File > Import > In-memory computing > ONNX network. */
public final class OnnxWizard extends FileWizard implements IImportWizard {

  public static final String ID = "org.imc.dsl.ui.importOnnx";

  private OnnxPage page;

  public OnnxWizard() {
    setWindowTitle("Import ONNX Network");
    setNeedsProgressMonitor(true);
  }

  @Override
  public void addPages() {
    page = new OnnxPage(selection());
    addPage(page);
  }

  @Override
  public boolean performFinish() {
    OnnxRequest request = page.request();
    try {
      getContainer().run(true, true, new OnnxImportTask(request));
      open(request.target());
      return true;
    } catch (InterruptedException e) {
      page.setErrorMessage("Cancelled. Nothing was written.");
    } catch (InvocationTargetException e) {
      fail(request, e.getCause());
    }
    return false;
  }

  private void fail(OnnxRequest request, Throwable cause) {
    if (cause instanceof OnnxException refused) {
      page.refuse(refused);
    } else if (cause instanceof Exception failure && failure.getMessage() != null) {
      page.setErrorMessage("'%s' could not be imported: %s".formatted(request.source().getFileName(), failure.getMessage()));
    } else {
      page.setErrorMessage("'%s' could not be imported; the error log says more.".formatted(request.source().getFileName()));
      StatusManager.getManager().handle(Status.error("The import failed.", cause), StatusManager.LOG);
    }
  }
}
