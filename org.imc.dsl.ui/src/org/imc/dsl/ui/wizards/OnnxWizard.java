package org.imc.dsl.ui.wizards;

import java.lang.reflect.InvocationTargetException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IImportWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.imc.onnx.OnnxException;

/** File > Import > In-memory computing > ONNX network. */
public final class OnnxWizard extends Wizard implements IImportWizard {

  public static final String ID = "org.imc.dsl.ui.importOnnx";

  private IWorkbench workbench;
  private IStructuredSelection selection;
  private OnnxPage page;

  public OnnxWizard() {
    setWindowTitle("Import ONNX Network");
    setNeedsProgressMonitor(true);
  }

  @Override
  public void init(IWorkbench bench, IStructuredSelection selected) {
    workbench = bench;
    selection = selected;
  }

  @Override
  public void addPages() {
    page = new OnnxPage(selection);
    addPage(page);
  }

  @Override
  public boolean performFinish() {
    OnnxRequest request = page.request();
    try {
      getContainer().run(true, true, new OnnxImportTask(request));
      IDE.openEditor(workbench.getActiveWorkbenchWindow().getActivePage(), request.target());
      return true;
    } catch (InterruptedException e) {
      page.setErrorMessage("Cancelled. Nothing was written.");
    } catch (InvocationTargetException e) {
      fail(request, e.getCause());
    } catch (PartInitException e) {
      StatusManager.getManager().handle(
          Status.error("'%s' could not be opened.".formatted(request.target().getName()), e), StatusManager.SHOW);
      return true;
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
