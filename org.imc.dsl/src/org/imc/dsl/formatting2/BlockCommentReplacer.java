package org.imc.dsl.formatting2;

import java.util.List;
import org.eclipse.xtext.formatting2.ITextReplacer;
import org.eclipse.xtext.formatting2.ITextReplacerContext;
import org.eclipse.xtext.formatting2.regionaccess.IComment;
import org.eclipse.xtext.formatting2.regionaccess.ILineRegion;
import org.eclipse.xtext.formatting2.regionaccess.ITextSegment;

/**
 * Move the stars of a block comment under its first, and leave its words alone.
 *
 * @param comment the comment
 */
record BlockCommentReplacer(IComment comment) implements ITextReplacer {

  @Override
  public ITextSegment getRegion() {
    return comment;
  }

  @Override
  public ITextReplacerContext createReplacements(ITextReplacerContext context) {
    List<ILineRegion> lines = comment.getLineRegions();
    String margin = context.getIndentationString() + " ";
    for (ILineRegion line : lines.subList(1, lines.size())) {
      String text = line.getText();
      int indented = text.length() - text.stripLeading().length();
      if (text.startsWith("*", indented)) {
        context.addReplacement(comment.getTextRegionAccess().getRewriter()
            .createReplacement(line.getOffset(), indented, margin));
      }
    }
    return context;
  }
}
