package org.imc.dsl.ui.navigation;

import java.util.List;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;
import org.imc.dsl.ide.outline.OutlineNode;
import org.jspecify.annotations.Nullable;

/** The outline of an editor: follows its text and its caret, and moves the caret. */
final class OutlinePage extends ContentOutlinePage {

  private static final int LEVELS = 2;

  private final ITextEditor editor;
  private final ISelectionChangedListener caret = this::caretMoved;
  private @Nullable OutlineReader reader;
  private List<OutlineNode> nodes = List.of();
  private List<OutlineNode> shown = List.of();
  private boolean following;

  OutlinePage(ITextEditor editor) {
    this.editor = editor;
  }

  @Override
  public void createControl(Composite parent) {
    super.createControl(parent);
    TreeViewer viewer = getTreeViewer();
    viewer.setContentProvider(new OutlineTree());
    viewer.setLabelProvider(new DelegatingStyledCellLabelProvider(new OutlineLabels()));
    viewer.setInput(shown);
    IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
    if (document != null) {
      reader = new OutlineReader(document, parent.getDisplay(), this::show);
      reader.start();
    }
    if (editor.getSelectionProvider() instanceof IPostSelectionProvider provider) {
      provider.addPostSelectionChangedListener(caret);
    }
  }

  private void show(List<OutlineNode> read) {
    TreeViewer viewer = getTreeViewer();
    if (viewer == null || viewer.getControl().isDisposed()) {
      return;
    }
    nodes = read;
    if (OutlineTree.isAlike(read, shown)) {
      return; // most edits move declarations, no more; making all items anew would hold up who types in a long file
    }
    boolean first = shown.isEmpty();
    shown = read;
    Object[] expanded = viewer.getExpandedElements();
    viewer.setInput(read);
    if (first) {
      viewer.expandToLevel(LEVELS);
    } else {
      expandAgain(viewer, expanded);
    }
  }

  /** Expand what has the same name as something that was expanded: the nodes themselves are new. */
  private void expandAgain(TreeViewer viewer, Object[] expanded) {
    List<String> names = List.of(expanded).stream().map(node -> ((OutlineNode) node).name()).toList();
    shown.stream().filter(node -> names.contains(node.name())).forEach(node -> viewer.setExpandedState(node, true));
  }

  private void caretMoved(SelectionChangedEvent event) {
    TreeViewer viewer = getTreeViewer();
    if (viewer != null && !viewer.getControl().isDisposed() && event.getSelection() instanceof ITextSelection text) {
      following = true;
      OutlineTree.at(nodes, text.getOffset()).flatMap(node -> OutlineTree.counterpart(node, nodes, shown))
          .ifPresent(node -> viewer.setSelection(new StructuredSelection(node), true));
      following = false;
    }
  }

  @Override
  public void selectionChanged(SelectionChangedEvent event) {
    super.selectionChanged(event);
    if (!following && event.getStructuredSelection() instanceof IStructuredSelection selection
        && selection.getFirstElement() instanceof OutlineNode node) {
      OutlineTree.counterpart(node, shown, nodes).map(OutlineNode::significant)
          .ifPresent(place -> editor.selectAndReveal(place.offset(), place.length()));
    }
  }

  @Override
  public void dispose() {
    if (reader != null) {
      reader.stop();
    }
    if (editor.getSelectionProvider() instanceof IPostSelectionProvider provider) {
      provider.removePostSelectionChangedListener(caret);
    }
    super.dispose();
  }
}
