package org.imc.dsl.ui.navigation;

import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredViewer;
import org.eclipse.jface.viewers.IStructuredContentProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerComparator;
import org.eclipse.search.ui.text.AbstractTextSearchViewPage;
import org.eclipse.search.ui.text.Match;
import org.imc.dsl.ui.sources.Places;

/** Lists references in the Search view, file by file in the order of the text. */
public final class ReferencePage extends AbstractTextSearchViewPage {

  private StructuredViewer viewer;

  public ReferencePage() {
    super(FLAG_LAYOUT_FLAT);
  }

  @Override
  protected void configureTableViewer(TableViewer table) {
    viewer = table;
    table.setLabelProvider(new LabelProvider() {
      @Override
      public String getText(Object element) {
        return ((ReferenceLine) element).label();
      }
    });
    table.setContentProvider((IStructuredContentProvider) input -> ((ReferenceResult) input).getElements());
    table.setComparator(new ViewerComparator() {
      @Override
      public int compare(Viewer sorted, Object one, Object other) {
        var first = ((ReferenceLine) one).place();
        var second = ((ReferenceLine) other).place();
        int files = first.file().toString().compareTo(second.file().toString());
        return files != 0 ? files : Integer.compare(first.offset(), second.offset());
      }
    });
  }

  @Override
  protected void configureTreeViewer(TreeViewer tree) {
    throw new IllegalStateException("References are shown flat.");
  }

  @Override
  protected void elementsChanged(Object[] elements) {
    if (viewer != null) {
      viewer.refresh();
    }
  }

  @Override
  protected void clear() {
    if (viewer != null) {
      viewer.refresh();
    }
  }

  @Override
  protected void showMatch(Match match, int offset, int length, boolean activate) {
    Places.open(getSite().getPage(), ((ReferenceLine) match.getElement()).place());
  }
}
