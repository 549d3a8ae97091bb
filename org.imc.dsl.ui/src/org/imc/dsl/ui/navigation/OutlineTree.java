package org.imc.dsl.ui.navigation;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.imc.dsl.ide.outline.OutlineNode;

/** The declarations of a file for a tree viewer. */
final class OutlineTree implements ITreeContentProvider {

  @Override
  public Object[] getElements(Object input) {
    return ((List<?>) input).toArray();
  }

  @Override
  public Object[] getChildren(Object parent) {
    return ((OutlineNode) parent).children().toArray();
  }

  @Override
  public Object getParent(Object element) {
    return null; // nodes do not know theirs; nobody reveals what has not been expanded
  }

  @Override
  public boolean hasChildren(Object element) {
    return !((OutlineNode) element).children().isEmpty();
  }

  /** Return the innermost declaration around an offset. */
  static Optional<OutlineNode> at(List<OutlineNode> nodes, int offset) {
    return nodes.stream().filter(node -> node.whole().contains(offset)).findFirst()
        .map(node -> at(node.children(), offset).orElse(node));
  }
}
