package org.imc.dsl.ui.editor;

import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.jface.util.PropertyChangeEvent;
import org.imc.dsl.ui.Language;
import org.jspecify.annotations.Nullable;

/** Colour {@code .imc} documents, and again when the theme's colours change. */
public final class ImcColouring extends PresentationReconciler {

  private final IPropertyChangeListener recolour = this::coloursChanged;
  private @Nullable ITextViewer viewer;
  private @Nullable ColorRegistry colours;

  private final TokenColouring tokens = new TokenColouring();

  public ImcColouring() {
    setDamager(tokens, IDocument.DEFAULT_CONTENT_TYPE);
    setRepairer(tokens, IDocument.DEFAULT_CONTENT_TYPE);
  }

  @Override
  public void install(ITextViewer viewer) {
    super.install(viewer);
    this.viewer = viewer;
    ColorRegistry registry = TokenStyle.colours();
    registry.addListener(recolour);
    colours = registry;
    if (!Language.isReady()) {
      Language.whenReady(() -> viewer.getTextWidget().getDisplay().asyncExec(this::colour));
    }
  }

  @Override
  public void uninstall() {
    if (colours != null) {
      colours.removeListener(recolour);
    }
    viewer = null;
    super.uninstall();
  }

  private void coloursChanged(PropertyChangeEvent event) {
    if (TokenStyle.isColour(event.getProperty())) {
      colour();
    }
  }

  private void colour() {
    ITextViewer current = viewer;
    if (current != null && current.getTextWidget() != null && !current.getTextWidget().isDisposed()) {
      tokens.setDocument(current.getDocument());
      current.invalidateTextPresentation();
    }
  }
}
