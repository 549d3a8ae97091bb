package org.imc.dsl.ui.navigation;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.imc.dsl.ide.outline.OutlineNode;
import org.imc.model.imc.ImcPackage;
import org.jspecify.annotations.Nullable;

/** Name, kind and icon of a declaration. */
final class OutlineLabels extends LabelProvider implements IStyledLabelProvider {

  private static final String BUNDLE = "org.imc.dsl.ui";

  private final LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources());

  @Override
  public StyledString getStyledText(Object element) {
    var node = (OutlineNode) element;
    return new StyledString(node.name()).append("  " + node.word(), StyledString.QUALIFIER_STYLER);
  }

  @Override
  public String getText(Object element) {
    return ((OutlineNode) element).name();
  }

  @Override
  public @Nullable Image getImage(Object element) {
    return ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/%s.svg".formatted(icon(((OutlineNode) element).kind())))
        .map(this::image).orElse(null);
  }

  private Image image(ImageDescriptor descriptor) {
    return images.get(descriptor);
  }

  private static String icon(EClass kind) {
    if (ImcPackage.Literals.LAYER_DECL.isSuperTypeOf(kind)) {
      return "layer";
    }
    return switch (kind.getClassifierID()) {
      case ImcPackage.MACRO_DECL -> "macro";
      case ImcPackage.MEMORY_DECL -> "memory";
      case ImcPackage.ARCHITECTURE_DECL, ImcPackage.CHIP_DECL -> "architecture";
      case ImcPackage.NETWORK_DECL -> "network";
      case ImcPackage.STUDY_DECL -> "study";
      default -> "declaration";
    };
  }

  @Override
  public void dispose() {
    images.dispose();
    super.dispose();
  }
}
