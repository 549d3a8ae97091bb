package org.imc.dsl.linking;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.runtime.EarlyExitException;
import org.antlr.runtime.MismatchedTokenException;
import org.antlr.runtime.NoViableAltException;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.antlr.runtime.TokenStream;
import org.antlr.runtime.UnwantedTokenException;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.parser.antlr.SyntaxErrorMessageProvider;
import org.imc.dsl.parser.NestingBound;
import org.imc.dsl.parser.antlr.internal.InternalImcParser;
import org.imc.dsl.validation.IssueCodes;
import org.imc.model.imc.ExploreDecl;
import org.imc.model.imc.MetricKind;
import org.jspecify.annotations.Nullable;

/** Say in plain words what does not parse and what was expected there. */
public class ImcSyntaxMessages extends SyntaxErrorMessageProvider {

  private static final Map<String, String> TERMINALS = Map.of(
      "RULE_ID", "a name", "RULE_NUMBER", "a number", "RULE_STRING", "a text in double quotes");

  private static final Set<String> COSTS =
      Set.of(MetricKind.ENERGY.getLiteral(), MetricKind.LATENCY.getLiteral(), MetricKind.EDP.getLiteral(), MetricKind.AREA.getLiteral());

  private static final Set<String> MERITS = Set.of(
      MetricKind.EFFICIENCY.getLiteral(), MetricKind.THROUGHPUT.getLiteral(), MetricKind.DENSITY.getLiteral());

  private static final String MINIMISING = "minimising";
  private static final String MAXIMISING = "maximising";

  private static final Pattern EXTENT = Pattern.compile("x\\d+(x\\d+)*");

  @Override
  public SyntaxErrorMessage getSyntaxErrorMessage(IParserErrorContext context) {
    RecognitionException error = context.getRecognitionException();
    String message = error == null ? null : words(error, context);
    return new SyntaxErrorMessage(message == null ? context.getDefaultMessage() : message, IssueCodes.SYNTAX);
  }

  /** Keep the words of the converter: a number says itself why it is refused. */
  @Override
  public SyntaxErrorMessage getSyntaxErrorMessage(IValueConverterErrorContext context) {
    return new SyntaxErrorMessage(context.getDefaultMessage(), IssueCodes.SYNTAX);
  }

  private @Nullable String words(RecognitionException error, IParserErrorContext context) {
    Token token = error.token;
    if (token == null) {
      return null;
    }
    String slip = slip(token, error, context);
    return slip == null ? unexpected(token, error, context) : slip;
  }

  /** Say what is wrong where people often slip. */
  private static @Nullable String slip(Token token, RecognitionException error, IParserErrorContext context) {
    if ("\"".equals(token.getText())) {
      return ImcLexer.TEXT_NOT_CLOSED;
    }
    if ("(".equals(token.getText()) && token.getType() == InternalImcParser.RULE_ANY_OTHER) {
      return "Parentheses stand in more than %d others here. Maybe give a part its own 'parameter'."
          .formatted(NestingBound.DEPTH);
    }
    Matcher extent = EXTENT.matcher(String.valueOf(token.getText()));
    if (extent.matches()) {
      return "'%s' stands where a size is expected. Maybe put spaces around the 'x': '3 x 3'.".formatted(token.getText());
    }
    if ("-".equals(token.getText()) && error.input instanceof TokenStream tokens
        && tokens.LT(2).getType() == InternalImcParser.RULE_NUMBER) {
      return "'-%s' is negative, which no quantity is. Maybe remove the '-'.".formatted(tokens.LT(2).getText());
    }
    if (error.input instanceof TokenStream tokens && isSum(tokens)
        && EcoreUtil2.getContainerOfType(context.getCurrentContext(), ExploreDecl.class) != null) {
      return ("%s in a sum, but energy, latency and area have different units. "
          + "Maybe weigh them as a product: 'energy ^ 0.7 * latency ^ 0.3'.").formatted(found(token));
    }
    if ("<".equals(token.getText()) || ">".equals(token.getText())) {
      return "%s where it has no meaning. Maybe '%s='.".formatted(found(token), token.getText());
    }
    if (error.input instanceof TokenStream tokens && turned(tokens) != null) {
      return "%s where it has no meaning. Maybe '%s %s'.".formatted(found(token), turned(tokens), token.getText());
    }
    return null;
  }

  /** Say what stands where something else should. */
  private static @Nullable String unexpected(Token token, RecognitionException error, IParserErrorContext context) {
    String found = found(token);
    if (error instanceof MismatchedTokenException mismatch) {
      if (mismatch.expecting == Token.EOF) {
        return ("%s where a declaration is expected: parameter, technology, macro, architecture, chip, block, network, mapping, "
            + "evaluate, explore or claim.").formatted(found);
      }
      Optional<String> expected = name(mismatch.expecting, context);
      String where = error instanceof UnwantedTokenException ? "before" : "where";
      return expected.map(e -> "%s %s %s is expected.".formatted(found, where, e)).orElse(null);
    }
    if (error instanceof NoViableAltException || error instanceof EarlyExitException) {
      return token.getType() == Token.EOF
          ? "The file ends in the middle of a declaration. Maybe a '}' is missing."
          : "%s where it has no meaning.".formatted(found);
    }
    return null;
  }

  private static String found(Token token) {
    return token.getType() == Token.EOF ? "The file ends" : "'%s' stands".formatted(token.getText());
  }

  /** Tell whether figures are weighed as in {@code 0.7 energy} or {@code energy + latency}. */
  private static boolean isSum(TokenStream tokens) {
    return tokens.LT(1).getType() == InternalImcParser.RULE_NUMBER && COSTS.contains(text(tokens.LT(2)))
        || "+".equals(tokens.LT(1).getText()) && COSTS.contains(text(tokens.LT(-1)));
  }

  /** Return the word that a figure belongs behind, where it stands behind the opposite one. */
  private static @Nullable String turned(TokenStream tokens) {
    return switch (text(tokens.LT(-1))) {
      case MINIMISING -> MERITS.contains(text(tokens.LT(1))) ? MAXIMISING : null;
      case MAXIMISING -> COSTS.contains(text(tokens.LT(1))) ? MINIMISING : null;
      default -> null;
    };
  }

  private static String text(@Nullable Token token) {
    return token == null ? "" : String.valueOf(token.getText());
  }

  private static Optional<String> name(int tokenType, IParserErrorContext context) {
    String[] names = context.getTokenNames();
    if (names == null || tokenType < 0 || tokenType >= names.length) {
      return Optional.empty();
    }
    String name = names[tokenType];
    return Optional.of(TERMINALS.getOrDefault(name, name.toLowerCase(Locale.ROOT)));
  }
}
