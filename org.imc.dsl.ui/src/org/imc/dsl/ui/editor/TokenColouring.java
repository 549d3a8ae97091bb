package org.imc.dsl.ui.editor;

import java.util.List;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITypedRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.presentation.IPresentationDamager;
import org.eclipse.jface.text.presentation.IPresentationRepairer;
import org.imc.dsl.ide.highlighting.Highlight;
import org.imc.dsl.ide.highlighting.Highlighter;
import org.imc.dsl.ui.Language;
import org.jspecify.annotations.Nullable;

/**
 * Colour a document by its tokens; not at all until the language has started. Each change lexes the document once (some
 * milliseconds for thousands of lines) and damages what lies between the first and the last token that differ, so that an
 * opened comment reaches as far as it has to.
 */
final class TokenColouring implements IPresentationDamager, IPresentationRepairer {

  private List<Highlight> highlights = List.of();

  @Override
  public void setDocument(@Nullable IDocument document) {
    highlights = document == null ? List.of() : highlight(document);
  }

  @Override
  public IRegion getDamageRegion(ITypedRegion partition, DocumentEvent event, boolean partitioningChanged) {
    List<Highlight> before = highlights;
    List<Highlight> after = highlight(event.getDocument());
    highlights = after;
    int inserted = event.getText() == null ? 0 : event.getText().length();
    int shift = inserted - event.getLength();
    int same = 0;
    while (same < Math.min(before.size(), after.size()) && before.get(same).equals(after.get(same))) {
      same++;
    }
    int sameEnd = 0;
    while (sameEnd < Math.min(before.size(), after.size()) - same
        && isShifted(before.get(before.size() - 1 - sameEnd), after.get(after.size() - 1 - sameEnd), shift)) {
      sameEnd++;
    }
    int start = event.getOffset();
    int end = event.getOffset() + inserted;
    if (same < after.size()) {
      start = Math.min(start, after.get(same).offset());
    }
    if (same < before.size()) {
      start = Math.min(start, before.get(same).offset());
    }
    if (sameEnd < after.size()) {
      end = Math.max(end, after.get(after.size() - 1 - sameEnd).end());
    }
    if (sameEnd < before.size()) {
      end = Math.max(end, before.get(before.size() - 1 - sameEnd).end() + shift);
    }
    return new Region(start, Math.max(0, Math.min(end, event.getDocument().getLength()) - start));
  }

  @Override
  public void createPresentation(TextPresentation presentation, ITypedRegion damage) {
    int end = damage.getOffset() + damage.getLength();
    for (int i = firstEndingBehind(damage.getOffset()); i < highlights.size(); i++) {
      Highlight highlight = highlights.get(i);
      if (highlight.offset() >= end) {
        return;
      }
      presentation.addStyleRange(TokenStyle.of(highlight.kind()).range(highlight.offset(), highlight.length()));
    }
  }

  private int firstEndingBehind(int offset) {
    int low = 0;
    int high = highlights.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (highlights.get(middle).end() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean isShifted(Highlight before, Highlight after, int shift) {
    return before.kind() == after.kind() && before.length() == after.length()
        && before.offset() + shift == after.offset();
  }

  private static List<Highlight> highlight(IDocument document) {
    return Language.isReady() ? Language.get(Highlighter.class).highlight(document.get()) : List.of();
  }
}
