package org.imc.dsl.ide.quickfix;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.imc.dsl.ide.quickfix.QuickFix.Edit;
import org.imc.dsl.linking.PropertyGrammar;
import org.imc.model.imc.FileDecl;
import org.imc.model.imc.ImcPackage;
import org.imc.model.imc.ImportDecl;
import org.imc.model.imc.MemoryDecl;
import org.jspecify.annotations.Nullable;

/** Find places in one file and write edits for them that keep its layout. */
final class SourceEdits {

  private static final String INDENT = "  ";

  private final ICompositeNode root;
  private final String text;
  private final EObject content;

  SourceEdits(XtextResource resource) {
    root = resource.getParseResult().getRootNode();
    text = root.getText();
    content = resource.getParseResult().getRootASTElement();
  }

  String text() {
    return text;
  }

  EObject root() {
    return content;
  }

  /**
   * A property as it stands in the text.
   *
   * @param word its first word
   * @param removal what takes it away, with the line that it leaves empty
   */
  record Property(String word, Edit removal) { }

  @Nullable ILeafNode leaf(int offset) {
    return NodeModelUtils.findLeafNodeAtOffset(root, offset);
  }

  /** Return the innermost element of a kind around an offset. */
  <T extends EObject> Optional<T> element(int offset, Class<T> kind) {
    EObject found = NodeModelUtils.findActualSemanticObjectFor(leaf(offset));
    return Optional.ofNullable(found == null ? null : EcoreUtil2.getContainerOfType(found, kind));
  }

  /** Return the property around an offset: from its first word to the next property's. */
  Optional<Property> property(int offset) {
    INode node = leaf(offset);
    while (node != null && !(node instanceof ILeafNode leaf && PropertyGrammar.startsProperty(leaf.getGrammarElement()))) {
      node = node.getPreviousSibling() == null ? node.getParent() : node.getPreviousSibling();
    }
    if (node == null) {
      return Optional.empty();
    }
    INode last = node;
    for (INode next = node.getNextSibling(); next != null && !endsProperty(next); next = next.getNextSibling()) {
      if (!(next instanceof ILeafNode leaf && leaf.isHidden())) {
        last = next;
      }
    }
    return Optional.of(new Property(node.getText(), lineRemoval(node.getOffset(), last.getEndOffset())));
  }

  private static boolean endsProperty(INode node) {
    if (node instanceof ILeafNode leaf) {
      return leaf.getText().equals("}") || PropertyGrammar.startsProperty(leaf.getGrammarElement());
    }
    for (ILeafNode leaf : node.getLeafNodes()) {
      if (!leaf.isHidden()) {
        return PropertyGrammar.startsProperty(leaf.getGrammarElement()); // a fragment's property
      }
    }
    return false;
  }

  /** Return the removal of a node, with the line that it leaves empty. */
  Edit lineRemoval(INode node) {
    return lineRemoval(node.getOffset(), node.getEndOffset());
  }

  private Edit lineRemoval(int from, int to) {
    int start = from;
    while (start > 0 && isBlank(text.charAt(start - 1))) {
      start--;
    }
    int end = to;
    while (end < text.length() && isBlank(text.charAt(end))) {
      end++;
    }
    boolean begins = start == 0 || text.charAt(start - 1) == '\n';
    if (begins && end < text.length() && text.charAt(end) == '\r') {
      end++;
    }
    if (begins && end < text.length() && text.charAt(end) == '\n') {
      return new Edit(start, end + 1 - start, "");
    }
    return begins ? new Edit(from, end - from, "") : new Edit(start, to - start, "");
  }

  /** Return the removal of words inside a line, with the space before them. */
  Edit wordRemoval(int from, int to) {
    int start = from;
    while (start > 0 && Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    return new Edit(start, to - start, "");
  }

  /** Return the removal of an item of a list, with the comma that parts it from the others; none of the only item. */
  Optional<Edit> itemRemoval(int from, int to) {
    int before = from - 1;
    while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
      before--;
    }
    if (isComma(before)) {
      return Optional.of(new Edit(before, to - before, ""));
    }
    int after = to;
    while (after < text.length() && Character.isWhitespace(text.charAt(after))) {
      after++;
    }
    if (!isComma(after)) {
      return Optional.empty();
    }
    do {
      after++;
    } while (after < text.length() && isBlank(text.charAt(after)));
    return Optional.of(new Edit(from, after - from, ""));
  }

  /** Return whether there is a comma that is not part of a remark. */
  private boolean isComma(int offset) {
    ILeafNode found = offset < 0 ? null : leaf(offset);
    return found != null && found.getText().equals(",");
  }

  /** Return the insertion of lines at the end of a declaration's block. */
  Optional<Edit> append(EObject declaration, List<String> lines) {
    INode node = NodeModelUtils.findActualNodeFor(declaration);
    INode brace = node == null ? null : closingBrace(node);
    if (brace == null) {
      return Optional.empty();
    }
    int at = brace.getOffset();
    int line = text.lastIndexOf('\n', at - 1) + 1;
    String before = text.substring(line, at);
    if (before.isBlank()) {
      String each = before + INDENT;
      return Optional.of(new Edit(line, 0, each + String.join("\n" + each, lines) + "\n"));
    }
    String space = isBlank(text.charAt(at - 1)) ? "" : " ";
    return Optional.of(new Edit(at, 0, space + String.join(" ", lines.stream().map(String::strip).toList()) + " "));
  }

  private static @Nullable INode closingBrace(INode node) {
    INode found = null;
    for (ILeafNode leaf : node.getLeafNodes()) {
      if (!leaf.isHidden() && leaf.getText().equals("}")) {
        found = leaf;
      }
    }
    return found;
  }

  /** Return the insertion of an operand into what a memory serves. */
  Optional<Edit> addOperand(MemoryDecl memory, String operand) {
    List<INode> served =
        NodeModelUtils.findNodesForFeature(memory, ImcPackage.Literals.MEMORY_DECL__SERVES);
    return served.isEmpty()
        ? append(memory, List.of("serves " + operand))
        : Optional.of(new Edit(served.get(served.size() - 1).getEndOffset(), 0, ", " + operand));
  }

  /** Return the insertion of an import: behind the last one, else behind the package, else before all declarations. */
  Edit newImport(String name) {
    String line = "import " + name;
    if (!(content instanceof FileDecl file)) {
      return new Edit(0, 0, line + "\n\n");
    }
    if (!file.getImports().isEmpty()) {
      ImportDecl last = file.getImports().get(file.getImports().size() - 1);
      return new Edit(NodeModelUtils.findActualNodeFor(last).getEndOffset(), 0, "\n" + line);
    }
    List<INode> declared = NodeModelUtils.findNodesForFeature(file, ImcPackage.Literals.FILE_DECL__PACKAGE);
    if (!declared.isEmpty()) {
      return new Edit(declared.get(0).getEndOffset(), 0, "\n\n" + line);
    }
    int first = file.getElements().isEmpty()
        ? 0
        : NodeModelUtils.findActualNodeFor(file.getElements().get(0)).getOffset();
    return new Edit(first, 0, line + "\n\n");
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
