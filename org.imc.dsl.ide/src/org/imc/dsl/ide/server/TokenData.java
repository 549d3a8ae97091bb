package org.imc.dsl.ide.server;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SemanticTokenModifiers;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.imc.dsl.ide.highlighting.Highlight;
import org.imc.dsl.ide.highlighting.Highlighter;
import org.imc.model.imc.ImcPackage;
import org.imc.model.imc.NamedDecl;

/** Colours: those of the tokens, and names by what they stand for. Stateless. */
final class TokenData {

  private static final List<String> TYPES = List.of(
      SemanticTokenTypes.Keyword, SemanticTokenTypes.Number, SemanticTokenTypes.String, SemanticTokenTypes.Comment,
      SemanticTokenTypes.Type, SemanticTokenTypes.Class, SemanticTokenTypes.Struct, SemanticTokenTypes.Variable,
      SemanticTokenTypes.Function, SemanticTokenTypes.Property);

  /** The bit of the only modifier. */
  private static final int DECLARATION = 1;

  static final SemanticTokensLegend LEGEND =
      new SemanticTokensLegend(TYPES, List.of(SemanticTokenModifiers.Declaration));

  @Inject private Highlighter highlighter;

  private record Token(int length, String type, int modifiers) { }

  SemanticTokens of(OpenFile file) {
    var tokens = new TreeMap<Integer, Token>();
    for (Highlight highlight : highlighter.highlight(file.lines().text())) {
      tokens.put(highlight.offset(), new Token(highlight.length(), type(highlight.kind()), 0));
    }
    addNames(file.resource().getParseResult().getRootNode(), tokens);
    return new SemanticTokens(encode(tokens, file.lines()));
  }

  private static String type(Highlight.Kind kind) {
    return switch (kind) {
      case DECLARATION, KEYWORD -> SemanticTokenTypes.Keyword;
      case NUMBER -> SemanticTokenTypes.Number;
      case UNIT -> SemanticTokenTypes.Type;
      case STRING -> SemanticTokenTypes.String;
      case COMMENT -> SemanticTokenTypes.Comment;
    };
  }

  private static void addNames(ICompositeNode root, TreeMap<Integer, Token> tokens) {
    for (INode node : root.getAsTreeIterable()) {
      if (node.getGrammarElement() instanceof CrossReference reference) {
        EReference feature = GrammarUtil.getReference(reference);
        add(node, type(feature), 0, tokens);
      } else if (node.hasDirectSemanticElement() && node.getSemanticElement() instanceof NamedDecl named) {
        for (INode name : NodeModelUtils.findNodesForFeature(named, ImcPackage.Literals.NAMED_DECL__NAME)) {
          add(name, type(named), DECLARATION, tokens);
        }
      }
    }
  }

  private static void add(INode name, String type, int modifiers, TreeMap<Integer, Token> tokens) {
    for (ILeafNode leaf : name.getLeafNodes()) {
      if (!leaf.isHidden() && !leaf.getText().equals(".")) {
        tokens.put(leaf.getOffset(), new Token(leaf.getLength(), type, modifiers));
      }
    }
  }

  private static String type(EReference reference) {
    EObject target = reference == null ? null : reference.getEReferenceType();
    if (target == ImcPackage.Literals.NODE_DECL) {
      return SemanticTokenTypes.Variable;
    }
    return target == ImcPackage.Literals.NETWORK_DECL ? SemanticTokenTypes.Function : SemanticTokenTypes.Class;
  }

  private static String type(NamedDecl named) {
    EObject kind = named.eClass();
    if (kind == ImcPackage.Literals.MEMORY_DECL) {
      return SemanticTokenTypes.Property;
    }
    if (ImcPackage.Literals.NODE_DECL.isInstance(named)) {
      return SemanticTokenTypes.Variable;
    }
    return kind == ImcPackage.Literals.NETWORK_DECL ? SemanticTokenTypes.Function : SemanticTokenTypes.Class;
  }

  /** Encode as the protocol does, each relative to the one before; no token reaches over a line's end. */
  private static List<Integer> encode(TreeMap<Integer, Token> tokens, TextLines lines) {
    var data = new ArrayList<Integer>();
    var last = new Position(0, 0);
    for (var entry : tokens.entrySet()) {
      int offset = entry.getKey();
      int end = offset + entry.getValue().length();
      while (offset < end) {
        int lineEnd = lines.text().indexOf('\n', offset);
        int stop = lineEnd < 0 ? end : Math.min(end, lineEnd);
        if (stop > offset) {
          Position at = lines.position(offset);
          boolean sameLine = at.getLine() == last.getLine();
          data.add(at.getLine() - last.getLine());
          data.add(sameLine ? at.getCharacter() - last.getCharacter() : at.getCharacter());
          data.add(stop - offset);
          data.add(TYPES.indexOf(entry.getValue().type()));
          data.add(entry.getValue().modifiers());
          last = at;
        }
        offset = stop + 1;
      }
    }
    return data;
  }
}
