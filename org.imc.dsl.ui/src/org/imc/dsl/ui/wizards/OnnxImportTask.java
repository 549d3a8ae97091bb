package org.imc.dsl.ui.wizards;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.operation.IRunnableWithProgress;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.IGrammarAccess;
import org.imc.dsl.ui.Language;
import org.imc.onnx.ImportWarning;
import org.imc.onnx.ImportedNetwork;
import org.imc.onnx.OnnxImport;

/** Import a network, write its file, and mark the layers that could not be imported as they are. Not for the UI thread. */
final class OnnxImportTask implements IRunnableWithProgress {

  /** The type of the markers at layers that stand for something else. */
  static final String WARNING = "org.imc.dsl.ui.imported";

  private final OnnxRequest request;

  OnnxImportTask(OnnxRequest request) {
    this.request = request;
  }

  @Override
  public void run(IProgressMonitor monitor) throws InvocationTargetException, InterruptedException {
    SubMonitor progress = SubMonitor.convert(monitor, "Import %s".formatted(request.source().getFileName()), 3);
    try {
      var words = GrammarUtil.getAllKeywords(Language.get(IGrammarAccess.class).getGrammar());
      ImportedNetwork network = OnnxImport.read(request.source(), request.options().reserving(words), monitor::isCanceled);
      progress.worked(1);
      write(network, progress.split(1));
      mark(request.target(), network.warnings());
    } catch (CancellationException | OperationCanceledException e) {
      throw (InterruptedException) new InterruptedException("The import was cancelled.").initCause(e);
    } catch (IOException | CoreException e) {
      throw new InvocationTargetException(e);
    }
  }

  private void write(ImportedNetwork network, IProgressMonitor monitor) throws CoreException {
    byte[] bytes = network.text().getBytes(StandardCharsets.UTF_8);
    request.target().write(bytes, true, false, true, monitor);
    request.target().deleteMarkers(WARNING, true, IResource.DEPTH_ZERO);
  }

  private static void mark(IFile file, List<ImportWarning> warnings) throws CoreException {
    for (ImportWarning warning : warnings) {
      IMarker marker = file.createMarker(WARNING);
      marker.setAttribute(IMarker.MESSAGE,
          "Node %d of the ONNX file, '%s': %s".formatted(warning.node(), warning.name(), warning.message()));
      marker.setAttribute(IMarker.SEVERITY, IMarker.SEVERITY_WARNING);
      marker.setAttribute(IMarker.LINE_NUMBER, Math.max(1, warning.line()));
    }
  }
}
