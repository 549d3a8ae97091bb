package org.imc.dsl.ui.editor;

import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.reconciler.Reconciler;
import org.eclipse.jface.text.source.ISourceViewer;
import org.imc.dsl.ui.help.HelpContexts;
import org.imc.dsl.ui.sources.SourceChanges;

/** Check what is typed shortly after the typing pauses, or when another file is saved, in a thread of its own. */
public final class ImcReconciler extends Reconciler {

  /** Long enough not to check every word, short enough to feel immediate. */
  private static final int DELAY_MS = 250;

  private final LiveCheck check = new LiveCheck();
  private final SourceChanges otherFiles = new SourceChanges(this::forceReconciling);

  public ImcReconciler() {
    setIsIncrementalReconciler(false);
    setDelay(DELAY_MS);
    setReconcilingStrategy(check, IDocument.DEFAULT_CONTENT_TYPE);
  }

  @Override
  public void install(ITextViewer viewer) {
    if (viewer instanceof ISourceViewer source) {
      check.setViewer(source);
    }
    super.install(viewer);
    HelpContexts.setForText(viewer.getTextWidget());
    otherFiles.start();
  }

  @Override
  public void uninstall() {
    otherFiles.stop();
    check.setViewer(null);
    super.uninstall();
  }
}
