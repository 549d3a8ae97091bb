package org.imc.dsl.ide.highlighting;

import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import com.google.inject.name.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.Token;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.ENamedElement;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.IGrammarAccess;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.parser.antlr.ITokenDefProvider;
import org.eclipse.xtext.parser.antlr.Lexer;
import org.eclipse.xtext.parser.antlr.LexerBindings;
import org.imc.dsl.ide.documentation.WordMeaning;
import org.imc.model.imc.ImcPackage;

/** Colour a text by its tokens alone: fast enough for every keystroke, and indifferent to what is half-typed. */
@Singleton
public class Highlighter {

  /** A name behind a number, or behind the slash of a unit, is a unit. */
  private enum Unit {
    NOT, MAY_BEGIN, BEGUN, MAY_GO_ON
  }

  private final Provider<Lexer> lexers;
  private final Map<Integer, Highlight.Kind> kinds = new HashMap<>();
  private int number;
  private int name;
  private int space;
  private int slash;
  private int dot;

  @Inject
  Highlighter(@Named(LexerBindings.RUNTIME) Provider<Lexer> lexers, ITokenDefProvider tokens, IGrammarAccess grammar) {
    this.lexers = lexers;
    Set<String> declaring = declaringWords(grammar);
    tokens.getTokenDefMap().forEach((type, definition) -> {
      switch (definition) {
        case "RULE_NUMBER" -> number = put(type, Highlight.Kind.NUMBER);
        case "RULE_STRING" -> put(type, Highlight.Kind.STRING);
        case "RULE_ML_COMMENT", "RULE_SL_COMMENT" -> put(type, Highlight.Kind.COMMENT);
        case "RULE_ID" -> name = type;
        case "RULE_WS" -> space = type;
        case "'/'" -> slash = type;
        case "'.'" -> dot = type;
        default -> {
          String word = definition.substring(1, definition.length() - 1);
          if (definition.startsWith("'") && Character.isLetter(word.charAt(0))) {
            put(type, declaring.contains(word) ? Highlight.Kind.DECLARATION : Highlight.Kind.KEYWORD);
          }
        }
      }
    });
  }

  /** Return the coloured stretches of a text, in order, without overlaps. */
  public List<Highlight> highlight(String text) {
    Lexer lexer = lexers.get();
    lexer.setCharStream(new ANTLRStringStream(text));
    var highlights = new ArrayList<Highlight>();
    Unit unit = Unit.NOT;
    int offset = 0;
    int before = space;
    for (Token token = lexer.nextToken(); token != Token.EOF_TOKEN; token = lexer.nextToken()) {
      int length = token.getText().length();
      unit = next(unit, token);
      Highlight.Kind kind = unit == Unit.BEGUN || unit == Unit.MAY_GO_ON
          ? Highlight.Kind.UNIT
          : kinds.get(token.getType());
      if (kind != null && before != dot) { // words of the language may be parts of qualified names
        highlights.add(new Highlight(offset, length, kind));
      }
      offset += length;
      before = token.getType();
    }
    return highlights;
  }

  private Unit next(Unit before, Token token) {
    int type = token.getType();
    if (type == number) {
      return Unit.MAY_BEGIN;
    }
    if (type == space && before == Unit.MAY_BEGIN && token.getText().indexOf('\n') < 0) {
      return Unit.MAY_BEGIN;
    }
    if (type == name && (before == Unit.MAY_BEGIN || before == Unit.MAY_GO_ON)) {
      return Unit.BEGUN;
    }
    return type == slash && before == Unit.BEGUN ? Unit.MAY_GO_ON : Unit.NOT;
  }

  private int put(int type, Highlight.Kind kind) {
    kinds.put(type, kind);
    return type;
  }

  /** Return the words that introduce whole declarations. */
  private static Set<String> declaringWords(IGrammarAccess grammar) {
    var declaring = new HashSet<String>();
    for (Keyword keyword : GrammarUtil.containedKeywords(grammar.getGrammar())) {
      ENamedElement meaning = WordMeaning.of(keyword).orElse(null);
      if (meaning instanceof EClass
          || meaning instanceof EEnumLiteral style && style.getEEnum() == ImcPackage.Literals.COMPUTE_STYLE) {
        declaring.add(keyword.getValue());
      }
    }
    return declaring;
  }
}
