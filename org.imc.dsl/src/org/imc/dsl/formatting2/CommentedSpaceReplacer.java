package org.imc.dsl.formatting2;

import java.util.List;
import org.eclipse.xtext.formatting2.IHiddenRegionFormatting;
import org.eclipse.xtext.formatting2.ITextReplacer;
import org.eclipse.xtext.formatting2.internal.HiddenRegionReplacer;
import org.eclipse.xtext.formatting2.internal.WhitespaceReplacer;
import org.eclipse.xtext.formatting2.regionaccess.IComment;
import org.eclipse.xtext.formatting2.regionaccess.IHiddenRegion;
import org.eclipse.xtext.formatting2.regionaccess.ISemanticRegion;
import org.jspecify.annotations.Nullable;

/**
 * Keep a blank line before and behind a comment, but not at the beginning or end of a block, and indent a comment like the
 * block that it ends.
 *
 * <p>A line comment has taken the end of its own line, so that Xtext counts one line end too few behind it.
 */
final class CommentedSpaceReplacer extends HiddenRegionReplacer {

  /** The end of a line, and that of the blank one. */
  private static final int BLANK_LINE = 2;

  CommentedSpaceReplacer(IHiddenRegion region, IHiddenRegionFormatting formatting) {
    super(region, formatting);
  }

  @Override
  protected void applyHiddenRegionFormatting(List<ITextReplacer> replacers) {
    super.applyHiddenRegionFormatting(replacers);
    boolean breaksLine = getFormatting().getNewLineMax() != null;
    int first = opensBlock(getRegion().getPreviousSemanticRegion()) ? 1 : 0;
    int last = replacers.size() - (closesBlock(getRegion().getNextSemanticRegion()) ? 2 : 1);
    for (int i = first; breaksLine && i <= last; i++) {
      if (replacers.get(i) instanceof WhitespaceReplacer space && lineEnds(i, replacers) >= BLANK_LINE) {
        space.getFormatting().setNewLinesMin(BLANK_LINE);
        space.getFormatting().setNewLinesMax(BLANK_LINE);
      }
    }
  }

  @Override
  protected void applyIndentation(List<ITextReplacer> replacers, IHiddenRegionFormatting separator) {
    super.applyIndentation(replacers, getFormatting().getIndentationIncrease() == null
        ? ((WhitespaceReplacer) replacers.getLast()).getFormatting()
        : separator);
  }

  private static int lineEnds(int space, List<ITextReplacer> replacers) {
    boolean behindLineComment = space > 0
        && replacers.get(space - 1).getRegion() instanceof IComment comment && comment.getText().endsWith("\n");
    return replacers.get(space).getRegion().getLineCount() - 1 + (behindLineComment ? 1 : 0);
  }

  private static boolean opensBlock(@Nullable ISemanticRegion before) {
    return before == null || before.getText().equals("{");
  }

  private static boolean closesBlock(@Nullable ISemanticRegion behind) {
    return behind == null || behind.getText().equals("}");
  }
}
