package org.imc.dsl.ui.editor;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.reconciler.DirtyRegion;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.reconciler.IReconcilingStrategyExtension;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.ide.live.LiveFile;
import org.imc.dsl.ide.live.LiveFiles;
import org.imc.dsl.ui.Language;
import org.imc.dsl.ui.builder.ImcNature;
import org.imc.dsl.ui.sources.Snapshots;
import org.jspecify.annotations.Nullable;

/** Check the document's text, not the disk's, and show what is wrong. A check whose text has changed is dropped. */
final class LiveCheck implements IReconcilingStrategy, IReconcilingStrategyExtension {

  private final ProblemAnnotations annotations = new ProblemAnnotations();
  private volatile @Nullable ISourceViewer viewer;
  private volatile @Nullable IDocument document;

  void setViewer(@Nullable ISourceViewer viewer) {
    this.viewer = viewer;
  }

  @Override
  public void setDocument(@Nullable IDocument document) {
    this.document = document;
  }

  @Override
  public void setProgressMonitor(@Nullable IProgressMonitor monitor) { }

  @Override
  public void initialReconcile() {
    IDocument opened = document;
    if (opened != null) {
      Snapshots.file(opened).map(IFile::getProject).ifPresent(ImcNature::addInBackground);
      check();
    }
  }

  @Override
  public void reconcile(DirtyRegion dirtyRegion, IRegion subRegion) {
    check();
  }

  @Override
  public void reconcile(IRegion partition) {
    check();
  }

  private void check() {
    IDocument checked = document;
    ISourceViewer shown = viewer;
    if (checked == null || shown == null) {
      return;
    }
    long stamp = stamp(checked);
    CancelIndicator outdated = () -> stamp(checked) != stamp || viewer == null;
    try {
      LiveFile file = Language.get(LiveFiles.class).of(checked);
      List<Problem> problems = file.analyse(Snapshots.of(checked), outdated).problems();
      Optional.ofNullable(outdated.isCanceled() ? null : shown.getAnnotationModel())
          .ifPresent(model -> annotations.replace(model, problems));
    } catch (CancellationException | OperationCanceledException e) {
      // the next check is already due
    } catch (RuntimeException e) {
      ILog.of(LiveCheck.class).error("The file could not be checked.", e); // and the reconciler lives on
    }
  }

  private static long stamp(IDocument document) {
    return document instanceof IDocumentExtension4 stamped
        ? stamped.getModificationStamp()
        : IDocumentExtension4.UNKNOWN_MODIFICATION_STAMP;
  }
}
