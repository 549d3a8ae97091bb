package org.imc.dsl.ui.editor;

import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.jspecify.annotations.Nullable;

/** The icons of proposals, kept in JFace's registry. For the UI thread. */
final class ProposalImages {

  private static final String BUNDLE = "org.imc.dsl.ui";

  private ProposalImages() { }

  static @Nullable Image of(@Nullable String kind) {
    String path = "icons/" + switch (kind == null ? "" : kind) {
      case ContentAssistEntry.KIND_PROPERTY -> "property.svg";
      case ContentAssistEntry.KIND_UNIT, ContentAssistEntry.KIND_VALUE -> "value.svg";
      case ContentAssistEntry.KIND_REFERENCE, ContentAssistEntry.KIND_MODULE -> "declaration.svg";
      default -> "keyword.svg";
    };
    ImageRegistry images = JFaceResources.getImageRegistry();
    String key = BUNDLE + "/" + path;
    if (images.getDescriptor(key) == null) {
      ResourceLocator.imageDescriptorFromBundle(BUNDLE, path).ifPresent(descriptor -> images.put(key, descriptor));
    }
    return images.get(key);
  }
}
