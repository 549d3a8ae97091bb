package org.imc.dsl.ui.navigation;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.text.IDocument;
import org.eclipse.search.ui.ISearchQuery;
import org.eclipse.search.ui.ISearchResult;
import org.eclipse.search.ui.text.Match;
import org.eclipse.xtext.resource.XtextResource;
import org.imc.dsl.ide.navigation.Occurrences;
import org.imc.dsl.ide.navigation.Occurrences.References;
import org.imc.dsl.lowering.SourceMap.Place;
import org.imc.dsl.ui.Language;
import org.imc.dsl.ui.sources.LiveModels;

/** Looks for all places that name what an offset of a document names. */
final class ReferenceSearch implements ISearchQuery {

  private final IDocument document;
  private final int offset;
  private final ReferenceResult result = new ReferenceResult(this);

  ReferenceSearch(IDocument document, int offset) {
    this.document = document;
    this.offset = offset;
  }

  @Override
  public IStatus run(IProgressMonitor monitor) {
    result.removeAll();
    LiveModels.read(document, resource -> {
      Optional<References> found = Language.get(Occurrences.class).everywhere(resource, offset);
      result.found(found.map(References::name).orElse(""));
      for (Place place : found.map(References::places).orElse(List.of())) {
        result.addMatch(new Match(ReferenceLine.of(place, text(resource, place)), place.offset(), place.length()));
      }
      return found.isPresent();
    });
    return Status.OK_STATUS;
  }

  /** Return the text of the file that a place is in. */
  private static String text(XtextResource resource, Place place) {
    var file = (XtextResource) resource.getResourceSet().getResource(place.file(), false);
    return file.getParseResult().getRootNode().getText();
  }

  @Override
  public String getLabel() {
    return "References";
  }

  @Override
  public boolean canRerun() {
    return false; // the offset is that of the text as it was
  }

  @Override
  public boolean canRunInBackground() {
    return true;
  }

  @Override
  public ISearchResult getSearchResult() {
    return result;
  }
}
