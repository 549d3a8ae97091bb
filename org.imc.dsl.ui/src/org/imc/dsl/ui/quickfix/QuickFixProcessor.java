package org.imc.dsl.ui.quickfix;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.quickassist.IQuickAssistInvocationContext;
import org.eclipse.jface.text.quickassist.IQuickAssistProcessor;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.ui.texteditor.MarkerAnnotation;
import org.imc.dsl.ide.quickfix.QuickFix;
import org.imc.dsl.ui.builder.ProblemMarkers;
import org.imc.dsl.ui.editor.ProblemAnnotation;
import org.jspecify.annotations.Nullable;

/** Offer, on Ctrl+1 and in hovers, what mends the problems of the caret's line; of the text as it is typed. */
public final class QuickFixProcessor implements IQuickAssistProcessor {

  @Override
  public ICompletionProposal[] computeQuickAssistProposals(IQuickAssistInvocationContext context) {
    var viewer = context.getSourceViewer();
    IDocument document = viewer.getDocument();
    IAnnotationModel model = viewer.getAnnotationModel();
    if (document == null || model == null) {
      return new ICompletionProposal[0];
    }
    try {
      Set<QuickFix> fixes = new LinkedHashSet<>();
      int line = document.getLineOfOffset(context.getOffset());
      for (ProblemAnnotation shown : problems(model)) {
        Position at = model.getPosition(shown);
        if (at != null && document.getLineOfOffset(at.getOffset()) == line && !isMarked(model, shown)) {
          fixes.addAll(FixEdits.of(document, shown.problem().movedTo(at.getOffset(), at.getLength())));
        }
      }
      return fixes.stream().map(FixProposal::new).toArray(ICompletionProposal[]::new);
    } catch (BadLocationException | RuntimeException e) {
      ILog.of(QuickFixProcessor.class).error("Fixes could not be found.", e);
      return new ICompletionProposal[0];
    }
  }

  private static List<ProblemAnnotation> problems(IAnnotationModel model) {
    var problems = new ArrayList<ProblemAnnotation>();
    for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
      if (all.next() instanceof ProblemAnnotation shown) {
        problems.add(shown);
      }
    }
    return problems;
  }

  /** Return whether a marker tells of the same problem, whose resolutions the platform offers by itself. */
  private static boolean isMarked(IAnnotationModel model, ProblemAnnotation problem) {
    Position at = model.getPosition(problem);
    for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
      if (all.next() instanceof MarkerAnnotation marked && !marked.isMarkedDeleted()
          && problem.problem().code().equals(marked.getMarker().getAttribute(ProblemMarkers.CODE, ""))) {
        Position other = model.getPosition(marked);
        if (other != null && other.getOffset() == at.getOffset()) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public boolean canFix(Annotation annotation) {
    return annotation instanceof ProblemAnnotation shown && !shown.problem().code().isEmpty();
  }

  @Override
  public boolean canAssist(IQuickAssistInvocationContext context) {
    return false;
  }

  @Override
  public @Nullable String getErrorMessage() {
    return null;
  }
}
