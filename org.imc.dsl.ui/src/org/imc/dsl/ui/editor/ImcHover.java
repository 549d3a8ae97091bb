package org.imc.dsl.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DefaultInformationControl;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.source.ISourceViewer;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.ide.hover.Explanation;
import org.imc.dsl.ide.hover.Explanations;
import org.imc.dsl.ide.live.LiveFiles;
import org.imc.dsl.ui.Language;
import org.imc.dsl.ui.sources.Snapshots;
import org.jspecify.annotations.Nullable;

/** Explain the word under the mouse. The platform asks in a background thread. */
public final class ImcHover implements ITextHover, ITextHoverExtension {

  /** {@inheritDoc} The interface's successor returns objects, which this text has no need of. */
  @Deprecated
  @Override
  public @Nullable String getHoverInfo(ITextViewer viewer, IRegion region) {
    var parts = new ArrayList<Explanation>(explain(viewer, region.getOffset()).stream().toList());
    if (Language.isReady()) {
      parts.addAll(Language.get(Explanations.class).of(problems(viewer), region.getOffset()));
    }
    return parts.isEmpty() ? null : parts.stream()
        .map(explanation -> Html.titled(explanation.title(), explanation.paragraphs()))
        .collect(Collectors.joining());
  }

  /** {@inheritDoc} The word: the platform asks in the UI thread, so that this must not wait for the model. */
  @Override
  public @Nullable IRegion getHoverRegion(ITextViewer viewer, int offset) {
    IDocument document = viewer.getDocument();
    if (document == null || offset < 0 || offset > document.getLength()) {
      return null;
    }
    try {
      int start = offset;
      int end = offset;
      while (start > 0 && Character.isUnicodeIdentifierPart(document.getChar(start - 1))) {
        start--;
      }
      while (end < document.getLength() && Character.isUnicodeIdentifierPart(document.getChar(end))) {
        end++;
      }
      return new Region(start, end - start);
    } catch (BadLocationException e) {
      return null; // the text has just become shorter
    }
  }

  @Override
  public IInformationControlCreator getHoverControlCreator() {
    return shell -> new DefaultInformationControl(shell, (String) null); // shows HTML
  }

  /** Return what is underlined. */
  private static List<Problem> problems(ITextViewer viewer) {
    var problems = new ArrayList<Problem>();
    if (viewer instanceof ISourceViewer source && source.getAnnotationModel() != null) {
      source.getAnnotationModel().getAnnotationIterator().forEachRemaining(annotation -> {
        if (annotation instanceof ProblemAnnotation shown) {
          problems.add(shown.problem());
        }
      });
    }
    return problems;
  }

  private static Optional<Explanation> explain(ITextViewer viewer, int offset) {
    IDocument document = viewer.getDocument();
    if (document == null || !Language.isReady()) {
      return Optional.empty();
    }
    try {
      return Language.get(LiveFiles.class).of(document).read(
          Snapshots.of(document), resource -> Language.get(Explanations.class).at(resource, offset));
    } catch (RuntimeException e) {
      ILog.of(ImcHover.class).error("The text could not be explained.", e);
      return Optional.empty();
    }
  }
}
