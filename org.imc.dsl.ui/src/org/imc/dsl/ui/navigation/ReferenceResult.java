package org.imc.dsl.ui.navigation;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.search.ui.ISearchQuery;
import org.eclipse.search.ui.text.AbstractTextSearchResult;
import org.eclipse.search.ui.text.IEditorMatchAdapter;
import org.eclipse.search.ui.text.IFileMatchAdapter;
import org.jspecify.annotations.Nullable;

/** What was found. */
final class ReferenceResult extends AbstractTextSearchResult {

  private final ISearchQuery query;
  private String name = "";

  ReferenceResult(ISearchQuery query) {
    this.query = query;
  }

  /** Note what was looked for; nothing when no name was there. */
  void found(String named) {
    name = named;
  }

  @Override
  public String getLabel() {
    int count = getMatchCount();
    return name.isEmpty()
        ? "The caret is on no name"
        : "'%s' is named at %d place%s".formatted(name, count, count == 1 ? "" : "s");
  }

  @Override
  public String getTooltip() {
    return getLabel();
  }

  @Override
  public @Nullable ImageDescriptor getImageDescriptor() {
    return null;
  }

  @Override
  public ISearchQuery getQuery() {
    return query;
  }

  @Override
  public @Nullable IEditorMatchAdapter getEditorMatchAdapter() {
    return null;
  }

  @Override
  public @Nullable IFileMatchAdapter getFileMatchAdapter() {
    return null;
  }
}
