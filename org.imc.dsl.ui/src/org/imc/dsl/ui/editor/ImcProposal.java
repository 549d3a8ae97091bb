package org.imc.dsl.ui.editor;

import java.util.Locale;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DefaultInformationControl;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension2;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension3;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension6;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.text.edits.MalformedTreeException;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.util.ReplaceRegion;
import org.jspecify.annotations.Nullable;

/** One proposal: its text replaces the prefix; an import may come with it. */
public final class ImcProposal
    implements ICompletionProposal, ICompletionProposalExtension2, ICompletionProposalExtension3,
    ICompletionProposalExtension6 {

  private static final int LONGEST_REMARK = 48;

  private final ContentAssistEntry entry;
  private final int offset;
  private int cursor;

  ImcProposal(ContentAssistEntry entry, int offset) {
    this.entry = entry;
    this.offset = offset;
    this.cursor = offset;
  }

  @Override
  public void apply(ITextViewer viewer, char trigger, int stateMask, int at) {
    apply(viewer.getDocument(), at);
  }

  @Override
  public void apply(IDocument document) {
    apply(document, offset);
  }

  private void apply(IDocument document, int at) {
    int start = offset - entry.getPrefix().length();
    var edit = new MultiTextEdit();
    edit.addChild(new ReplaceEdit(start, at - start, entry.getProposal()));
    int before = 0;
    for (ReplaceRegion also : entry.getTextReplacements()) {
      edit.addChild(new ReplaceEdit(also.getOffset(), also.getLength(), also.getText()));
      before += also.getOffset() <= start ? also.getText().length() - also.getLength() : 0;
    }
    try {
      edit.apply(document);
      cursor = start + before + entry.getProposal().length();
    } catch (BadLocationException | MalformedTreeException e) {
      ILog.of(ImcProposal.class).error("'%s' could not be inserted.".formatted(entry.getProposal()), e);
    }
  }

  @Override
  public Point getSelection(IDocument document) {
    return new Point(cursor, 0);
  }

  @Override
  public boolean validate(IDocument document, int at, @Nullable DocumentEvent event) {
    try {
      int start = offset - entry.getPrefix().length();
      String typed = document.get(start, at - start).toLowerCase(Locale.ROOT);
      String proposal = entry.getProposal().toLowerCase(Locale.ROOT);
      return proposal.startsWith(typed) || proposal.substring(proposal.lastIndexOf('.') + 1).startsWith(typed);
    } catch (BadLocationException e) {
      return false;
    }
  }

  @Override
  public String getDisplayString() {
    return getStyledDisplayString().getString();
  }

  @Override
  public StyledString getStyledDisplayString() {
    var text = new StyledString(entry.getLabel() == null ? entry.getProposal() : entry.getLabel());
    String remark = entry.getDescription();
    if (remark != null) {
      text.append("  " + shorten(remark), StyledString.QUALIFIER_STYLER);
    }
    return text;
  }

  private static String shorten(String remark) {
    return remark.length() <= LONGEST_REMARK ? remark : remark.substring(0, LONGEST_REMARK - 1).stripTrailing() + "…";
  }

  @Override
  public @Nullable String getAdditionalProposalInfo() {
    return entry.getDocumentation() == null ? null : Html.paragraph(entry.getDocumentation());
  }

  @Override
  public IInformationControlCreator getInformationControlCreator() {
    return shell -> new DefaultInformationControl(shell, (String) null); // shows HTML, and breaks lines
  }

  @Override
  public CharSequence getPrefixCompletionText(IDocument document, int completionOffset) {
    return entry.getProposal();
  }

  @Override
  public int getPrefixCompletionStart(IDocument document, int completionOffset) {
    return offset - entry.getPrefix().length();
  }

  @Override
  public @Nullable Image getImage() {
    return ProposalImages.of(entry.getKind());
  }

  @Override
  public @Nullable IContextInformation getContextInformation() {
    return null;
  }

  @Override
  public void selected(ITextViewer viewer, boolean smartToggle) { }

  @Override
  public void unselected(ITextViewer viewer) { }
}
