package org.imc.dsl.ui.navigation;

import java.util.List;
import java.util.Locale;
import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerFilter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.texteditor.ITextEditor;
import org.imc.dsl.ide.outline.OutlineNode;
import org.jspecify.annotations.Nullable;

/** The window of the quick outline. */
final class QuickOutlinePopup extends PopupDialog {

  private static final Point SIZE = new Point(420, 360);

  private final ITextEditor editor;
  private List<OutlineNode> nodes;
  private Runnable closed = () -> { };
  private Text filter;
  private TreeViewer viewer;

  QuickOutlinePopup(ITextEditor editor, List<OutlineNode> nodes) {
    super(editor.getSite().getShell(), SWT.RESIZE, true, true, false, false, false, null,
        "Type a part of a name; Enter goes there");
    this.editor = editor;
    this.nodes = nodes;
  }

  /** Do something when the window goes. */
  void onClose(Runnable action) {
    closed = action;
  }

  /** Show declarations. */
  void show(List<OutlineNode> read) {
    nodes = read;
    if (viewer != null && !viewer.getControl().isDisposed()) {
      viewer.setInput(read);
      viewer.expandAll();
      selectFirst();
    }
  }

  @Override
  protected boolean hasTitleArea() {
    return true; // the filter stands there
  }

  @Override
  protected Control createTitleControl(Composite parent) {
    filter = new Text(parent, SWT.NONE);
    filter.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    filter.addModifyListener(event -> refilter());
    filter.addKeyListener(KeyListener.keyPressedAdapter(event -> {
      if (event.keyCode == SWT.ARROW_DOWN) {
        viewer.getTree().setFocus();
      } else if (event.character == SWT.CR) {
        go();
      }
    }));
    return filter;
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    viewer = new TreeViewer(parent, SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
    viewer.setContentProvider(new OutlineTree());
    viewer.setLabelProvider(new DelegatingStyledCellLabelProvider(new OutlineLabels()));
    viewer.setFilters(new Named());
    viewer.addDoubleClickListener(event -> go());
    viewer.getTree().addKeyListener(KeyListener.keyPressedAdapter(event -> {
      if (event.character == SWT.CR) {
        go();
      }
    }));
    viewer.setInput(nodes);
    return viewer.getControl();
  }

  private void refilter() {
    viewer.refresh();
    viewer.expandAll();
    selectFirst();
  }

  private void selectFirst() {
    OutlineNode first = first(nodes);
    viewer.setSelection(first == null ? StructuredSelection.EMPTY : new StructuredSelection(first), true);
  }

  private @Nullable OutlineNode first(List<OutlineNode> among) {
    for (OutlineNode node : among) {
      if (isNamed(node)) {
        return node;
      }
      OutlineNode below = first(node.children());
      if (below != null) {
        return below;
      }
    }
    return null;
  }

  private void go() {
    if (viewer.getStructuredSelection().getFirstElement() instanceof OutlineNode node) {
      close();
      editor.selectAndReveal(node.significant().offset(), node.significant().length());
    }
  }

  private boolean isNamed(OutlineNode node) {
    return node.name().toLowerCase(Locale.ROOT).contains(filter.getText().strip().toLowerCase(Locale.ROOT));
  }

  @Override
  protected Control getFocusControl() {
    return filter;
  }

  @Override
  protected Point getInitialSize() {
    return SIZE;
  }

  @Override
  protected Point getInitialLocation(Point size) {
    Rectangle around = getParentShell().getBounds();
    return new Point(around.x + (around.width - size.x) / 2, around.y + (around.height - size.y) / 3);
  }

  @Override
  public boolean close() {
    closed.run();
    return super.close();
  }

  /** Admits what has the typed words in its name, and what holds such. */
  private final class Named extends ViewerFilter {

    @Override
    public boolean select(Viewer filtered, @Nullable Object parent, Object element) {
      return admits((OutlineNode) element);
    }

    private boolean admits(OutlineNode node) {
      return isNamed(node) || node.children().stream().anyMatch(this::admits);
    }
  }
}
