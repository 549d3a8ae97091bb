package org.imc.dsl.ui.minings;

import java.util.concurrent.CompletableFuture;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.codemining.ICodeMiningProvider;
import org.eclipse.jface.text.codemining.LineHeaderCodeMining;
import org.jspecify.annotations.Nullable;

/** One line above a declaration. */
final class FigureMining extends LineHeaderCodeMining {

  FigureMining(int line, IDocument document, ICodeMiningProvider provider, String text, @Nullable Runnable action)
      throws BadLocationException {
    super(line, document, provider, action == null ? null : event -> action.run());
    setLabel(text);
  }

  @Override
  protected CompletableFuture<Void> doResolve(ITextViewer viewer, IProgressMonitor monitor) {
    return CompletableFuture.completedFuture(null); // the text is known
  }
}
