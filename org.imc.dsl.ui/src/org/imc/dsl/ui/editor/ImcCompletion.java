package org.imc.dsl.ui.editor;

import java.util.List;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.ide.contentassist.Completion;
import org.imc.dsl.ide.live.LiveFiles;
import org.imc.dsl.ide.live.Snapshot;
import org.imc.dsl.ui.Language;
import org.imc.dsl.ui.sources.Snapshots;
import org.jspecify.annotations.Nullable;

/** Offer the language's proposals to the generic editor, which asks in a thread of its own, on demand only. */
public final class ImcCompletion implements IContentAssistProcessor {

  private volatile @Nullable String error;

  @Override
  public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
    IDocument document = viewer.getDocument();
    try {
      error = null;
      Snapshot snapshot = Snapshots.of(document);
      List<ContentAssistEntry> entries = Language.get(LiveFiles.class).of(document).read(snapshot,
          resource -> Language.get(Completion.class).propose(resource, offset, CancelIndicator.NullImpl));
      return entries.stream().map(entry -> new ImcProposal(entry, offset)).toArray(ICompletionProposal[]::new);
    } catch (RuntimeException e) {
      ILog.of(ImcCompletion.class).error("Proposals could not be computed.", e);
      error = "Proposals could not be computed: " + e.getMessage();
      return new ICompletionProposal[0];
    }
  }

  @Override
  public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
    return new IContextInformation[0];
  }

  /** None: proposals that open by themselves are in the way of people who type fast. */
  @Override
  public char[] getCompletionProposalAutoActivationCharacters() {
    return new char[0];
  }

  @Override
  public char[] getContextInformationAutoActivationCharacters() {
    return new char[0];
  }

  @Override
  public @Nullable String getErrorMessage() {
    return error;
  }

  @Override
  public @Nullable IContextInformationValidator getContextInformationValidator() {
    return null;
  }
}
