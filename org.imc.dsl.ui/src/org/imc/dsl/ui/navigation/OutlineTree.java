package org.imc.dsl.ui.navigation;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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

  /** Return whether two texts declare the same, but for where. */
  static boolean isAlike(List<OutlineNode> one, List<OutlineNode> other) {
    return one.size() == other.size() && IntStream.range(0, one.size()).allMatch(i -> isAlike(one.get(i), other.get(i)));
  }

  private static boolean isAlike(OutlineNode one, OutlineNode other) {
    return one.name().equals(other.name()) && one.word().equals(other.word()) && one.kind() == other.kind()
        && isAlike(one.children(), other.children());
  }

  /** Return what stands in a tree where a node stands in one that is alike. */
  static Optional<OutlineNode> counterpart(OutlineNode node, List<OutlineNode> from, List<OutlineNode> to) {
    for (int i = 0; i < from.size(); i++) {
      Optional<OutlineNode> found = from.get(i) == node ? Optional.of(to.get(i))
          : counterpart(node, from.get(i).children(), to.get(i).children());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
