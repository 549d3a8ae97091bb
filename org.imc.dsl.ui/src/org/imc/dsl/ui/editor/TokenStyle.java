package org.imc.dsl.ui.editor;

import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.graphics.Color;
import org.eclipse.ui.PlatformUI;
import org.imc.dsl.ide.highlighting.Highlight;

/** How each kind of token looks. Colours are those of the theme (General > Appearance > Colors and Fonts > IMC). */
public enum TokenStyle {
  DECLARATION("org.imc.dsl.ui.colour.declaration", SWT.BOLD),
  KEYWORD("org.imc.dsl.ui.colour.keyword", SWT.NORMAL),
  NUMBER("org.imc.dsl.ui.colour.number", SWT.NORMAL),
  UNIT("org.imc.dsl.ui.colour.unit", SWT.NORMAL),
  STRING("org.imc.dsl.ui.colour.string", SWT.NORMAL),
  COMMENT("org.imc.dsl.ui.colour.comment", SWT.ITALIC);

  private static final String PREFIX = "org.imc.dsl.ui.colour.";

  private final String colourId;
  private final int fontStyle;

  TokenStyle(String colourId, int fontStyle) {
    this.colourId = colourId;
    this.fontStyle = fontStyle;
  }

  /** Return the look of a kind of token. */
  public static TokenStyle of(Highlight.Kind kind) {
    return switch (kind) {
      case DECLARATION -> DECLARATION;
      case KEYWORD -> KEYWORD;
      case NUMBER -> NUMBER;
      case UNIT -> UNIT;
      case STRING -> STRING;
      case COMMENT -> COMMENT;
    };
  }

  /** Return whether a theme colour is one of these. */
  static boolean isColour(String id) {
    return id.startsWith(PREFIX);
  }

  /** Return the theme's current colours. */
  static ColorRegistry colours() {
    return PlatformUI.isWorkbenchRunning()
        ? PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry()
        : JFaceResources.getColorRegistry();
  }

  /** Return the colour in the current theme. */
  public Color colour() {
    return colours().get(colourId);
  }

  StyleRange range(int offset, int length) {
    return new StyleRange(offset, length, colour(), null, fontStyle);
  }
}
