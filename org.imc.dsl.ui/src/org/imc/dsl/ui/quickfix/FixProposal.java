package org.imc.dsl.ui.quickfix;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.imc.dsl.ide.quickfix.QuickFix;
import org.jspecify.annotations.Nullable;

/** A fix in the list of Ctrl+1. */
final class FixProposal implements ICompletionProposal {

  private final QuickFix fix;

  FixProposal(QuickFix fix) {
    this.fix = fix;
  }

  @Override
  public void apply(IDocument document) {
    try {
      FixEdits.apply(fix, document);
    } catch (BadLocationException e) {
      ILog.of(FixProposal.class).warn("'%s' is for a text that has changed.".formatted(fix.title()), e);
    }
  }

  @Override
  public @Nullable Point getSelection(IDocument document) {
    return null;
  }

  @Override
  public String getAdditionalProposalInfo() {
    return FixEdits.describe(fix);
  }

  @Override
  public String getDisplayString() {
    return fix.title();
  }

  @Override
  public Image getImage() {
    return PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_ELCL_SYNCED);
  }

  @Override
  public @Nullable IContextInformation getContextInformation() {
    return null;
  }
}
