package org.imc.dsl.formatting2;

import static org.imc.model.imc.ImcPackage.Literals.*;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.formatting2.AbstractJavaFormatter;
import org.eclipse.xtext.formatting2.IFormattableDocument;
import org.eclipse.xtext.formatting2.IHiddenRegionFormatter;
import org.eclipse.xtext.formatting2.IHiddenRegionFormatting;
import org.eclipse.xtext.formatting2.ITextReplacer;
import org.eclipse.xtext.formatting2.regionaccess.IComment;
import org.eclipse.xtext.formatting2.regionaccess.IHiddenRegion;
import org.eclipse.xtext.formatting2.regionaccess.ISemanticRegion;
import org.imc.dsl.linking.PropertyGrammar;
import org.imc.model.imc.AxisDecl;
import org.imc.model.imc.ElementDecl;
import org.imc.model.imc.FileDecl;
import org.imc.model.imc.ImportDecl;
import org.imc.model.imc.LayerMappingDecl;
import org.imc.model.imc.LogicDecl;
import org.imc.model.imc.PartDecl;
import org.imc.model.imc.MemoryDecl;
import org.imc.model.imc.NodeDecl;
import org.imc.model.imc.PoolDecl;
import org.imc.model.imc.ParameterDecl;
import org.imc.model.imc.PortDecl;
import org.imc.model.imc.StepDecl;
import org.imc.model.imc.StudyDecl;

/**
 * Lay out a file: declarations apart by a blank line, one property a line, two spaces in. A block that was written on
 * one line stays on one line, so that a layer reads like a sentence. At most one blank line is kept anywhere.
 */
public class ImcFormatter extends AbstractJavaFormatter {

  /** Lay out a whole file. Found by name and type (Xtext), as are all others. */
  protected void format(FileDecl file, IFormattableDocument document) {
    document.append(file, it -> it.setNewLines(1));
    if (textRegionExtensions.nextHiddenRegion(file).equals(textRegionExtensions.previousHiddenRegion(file))) {
      return; // comments at most
    }
    spaceEverything(file, document);
    if (textRegionExtensions.previousHiddenRegion(file).containsComment()) {
      document.prepend(file, it -> it.setNewLines(0, 1, 2)); // a heading
    } else {
      document.prepend(file, it -> it.noSpace());
    }
    ISemanticRegion packageName = regionFor(file).feature(FILE_DECL__PACKAGE);
    EObject previous = null;
    for (ImportDecl imported : file.getImports()) {
      boolean first = previous == null;
      if (!first) {
        document.prepend(imported, it -> keptLines(it));
      } else if (packageName != null) {
        document.prepend(imported, it -> lines(it, 2));
      }
      previous = imported;
    }
    for (ElementDecl element : file.getElements()) {
      if (element instanceof StudyDecl && previous instanceof StudyDecl) {
        document.prepend(element, it -> keptLines(it));
      } else if (previous != null || packageName != null) {
        document.prepend(element, it -> lines(it, 2));
      }
      formatBlock(element, document);
      previous = element;
    }
  }

  private void spaceEverything(FileDecl file, IFormattableDocument document) {
    for (ISemanticRegion region : textRegionExtensions.allSemanticRegions(file)) {
      document.prepend(region, it -> {
        it.oneSpace();
        it.lowPriority();
      });
      if (region.getText().equals(",") || region.getText().equals(")")) {
        document.prepend(region, it -> it.noSpace());
      } else if (region.getText().equals("(")) {
        document.append(region, it -> it.noSpace());
      }
    }
  }

  private void formatBlock(EObject declaration, IFormattableDocument document) {
    ISemanticRegion open = regionFor(declaration).keyword("{");
    ISemanticRegion close = regionFor(declaration).keyword("}");
    if (open != null && close != null && open.getNextSemanticRegion() != close) {
      if (document.getRequest().getTextRegionAccess()
          .regionForOffset(open.getOffset(), close.getEndOffset() - open.getOffset()).isMultiline()) {
        openUp(declaration, open, close, document);
      }
    }
    declaration.eContents().forEach(child -> formatBlock(child, document));
  }

  private void openUp(
      EObject declaration, ISemanticRegion open, ISemanticRegion close, IFormattableDocument document) {
    document.interior(open, close, it -> it.indent());
    document.append(open, it -> lines(it, 1));
    document.prepend(close, it -> lines(it, 1));
    for (ISemanticRegion region : textRegionExtensions.allSemanticRegions(declaration)) {
      boolean own = region.getSemanticElement() == declaration && region.getOffset() > open.getOffset();
      if (own && startsProperty(declaration, region) && region.getPreviousSemanticRegion() != open) {
        document.prepend(region, it -> keptLines(it));
      }
    }
    for (EObject child : declaration.eContents()) {
      if (child instanceof MemoryDecl || child instanceof NodeDecl || child instanceof PortDecl || child instanceof ParameterDecl
          || child instanceof StepDecl || child instanceof LogicDecl || child instanceof PartDecl
          || child instanceof LayerMappingDecl || child instanceof AxisDecl) {
        ISemanticRegion before = textRegionExtensions.previousHiddenRegion(child).getPreviousSemanticRegion();
        if (before != open) {
          document.prepend(child, it -> keptLines(it));
        }
      }
    }
  }

  private boolean startsProperty(EObject declaration, ISemanticRegion region) {
    return PropertyGrammar.startsProperty(region.getGrammarElement())
        || declaration instanceof PoolDecl
            && (region.equals(regionFor(declaration).feature(POOL_DECL__KIND))
                || region.equals(regionFor(declaration).feature(POOL_DECL__GLOBAL)));
  }

  @Override
  public ITextReplacer createCommentReplacer(IComment comment) {
    return comment.isMultiline() ? new BlockCommentReplacer(comment) : super.createCommentReplacer(comment);
  }

  @Override
  public ITextReplacer createHiddenRegionReplacer(IHiddenRegion region, IHiddenRegionFormatting formatting) {
    return new CommentedSpaceReplacer(region, formatting);
  }

  private static void lines(IHiddenRegionFormatter region, int number) {
    region.setNewLines(number);
    region.highPriority();
  }

  /** Break the line and keep one blank line where there are any. */
  private static void keptLines(IHiddenRegionFormatter region) {
    region.setNewLines(1, 1, 2);
    region.highPriority();
  }
}
