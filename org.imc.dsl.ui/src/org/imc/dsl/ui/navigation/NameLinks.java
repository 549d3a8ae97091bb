package org.imc.dsl.ui.navigation;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.ILog;
import org.eclipse.emf.common.util.URI;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.hyperlink.AbstractHyperlinkDetector;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.ui.PlatformUI;
import org.imc.dsl.ide.navigation.Definitions;
import org.imc.dsl.ide.navigation.Definitions.Definition;
import org.imc.dsl.lowering.SourceMap.Place;
import org.imc.dsl.ui.Language;
import org.imc.dsl.ui.sources.LiveModels;
import org.imc.dsl.ui.sources.Places;
import org.imc.dsl.ui.sources.Snapshots;
import org.jspecify.annotations.Nullable;

/** Lead from names to their declarations, in this file, another or the library: F3, Ctrl+click. */
public final class NameLinks extends AbstractHyperlinkDetector {

  @Override
  public IHyperlink @Nullable [] detectHyperlinks(ITextViewer viewer, IRegion region, boolean several) {
    IDocument document = viewer.getDocument();
    if (document == null || !Language.isReady() || !Snapshots.isSource(document)) {
      return null;
    }
    try {
      Optional<Definition> found = LiveModels.read(document,
          resource -> Language.get(Definitions.class).at(resource, region.getOffset()));
      List<Link> links = found.stream()
          .flatMap(definition -> definition.targets().stream()
              .map(target -> new Link(new Region(definition.offset(), definition.length()), target)))
          .toList();
      return links.isEmpty() ? null : links.subList(0, several ? links.size() : 1).toArray(IHyperlink[]::new);
    } catch (RuntimeException e) {
      ILog.of(NameLinks.class).error("The name could not be followed.", e);
      return null;
    }
  }

  /** A way to a declaration. */
  private record Link(IRegion region, Place target) implements IHyperlink {

    @Override
    public IRegion getHyperlinkRegion() {
      return region;
    }

    @Override
    public String getTypeLabel() {
      return "Open Declaration";
    }

    @Override
    public String getHyperlinkText() {
      return "Open '%s', line %d".formatted(URI.decode(target.file().lastSegment()), target.line());
    }

    @Override
    public void open() {
      Places.open(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage(), target);
    }
  }
}
