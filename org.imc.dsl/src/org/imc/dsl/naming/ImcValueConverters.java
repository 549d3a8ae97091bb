package org.imc.dsl.naming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.math.BigDecimal;
import org.eclipse.xtext.Grammar;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.IGrammarAccess;
import org.eclipse.xtext.TerminalRule;
import org.eclipse.xtext.conversion.IValueConverter;
import org.eclipse.xtext.conversion.ValueConverter;
import org.eclipse.xtext.conversion.ValueConverterException;
import org.eclipse.xtext.conversion.ValueConverterWithValueException;
import org.eclipse.xtext.conversion.impl.AbstractDeclarativeValueConverterService;
import org.eclipse.xtext.conversion.impl.AbstractNullSafeConverter;
import org.eclipse.xtext.conversion.impl.IDValueConverter;
import org.eclipse.xtext.conversion.impl.STRINGValueConverter;
import org.eclipse.xtext.nodemodel.INode;

/** Convert between the text of a token and its value. */
@Singleton
public class ImcValueConverters extends AbstractDeclarativeValueConverterService {

  /** No quantity of the field has more digits before or behind the point; keeps exact arithmetic cheap. */
  private static final int MAX_EXPONENT = 99;

  private static final int MAX_DIGITS = 100;

  @Inject private IDValueConverter names;
  @Inject private TextConverter strings;
  private final IValueConverter<BigDecimal> numbers = new NumberConverter();

  /** {@inheritDoc} A name that is a word of the language gets a caret in front when written by the serializer. */
  @Inject
  @Override
  public void setGrammar(IGrammarAccess grammarAccess) {
    super.setGrammar(grammarAccess);
    Grammar grammar = grammarAccess.getGrammar();
    names.setRule((TerminalRule) GrammarUtil.findRuleForName(grammar, "ID"));
    strings.setRule((TerminalRule) GrammarUtil.findRuleForName(grammar, "STRING"));
  }

  @ValueConverter(rule = "ID")
  public IValueConverter<String> id() {
    return names;
  }

  @ValueConverter(rule = "STRING")
  public IValueConverter<String> string() {
    return strings;
  }

  @ValueConverter(rule = "NUMBER")
  public IValueConverter<BigDecimal> number() {
    return numbers;
  }

  /** Return the converter of the names of layers, which may be quoted. */
  @ValueConverter(rule = "LayerName")
  public IValueConverter<String> layerName() {
    return new AbstractNullSafeConverter<>() {

      @Override
      protected String internalToString(String name) {
        return name.chars().anyMatch(Character::isDigit) ? '"' + name + '"' : name;
      }

      @Override
      protected String internalToValue(String text, INode node) {
        return plainName(text);
      }
    };
  }

  /** Return the name of a layer without quotes. */
  public static String plainName(String text) {
    return text.replaceAll("[\"\\s]", "");
  }

  private static final class TextConverter extends STRINGValueConverter {

    @Override
    public String toValue(String text, INode node) {
      try {
        return super.toValue(text, node);
      } catch (ValueConverterWithValueException e) {
        throw new ValueConverterWithValueException(
            "A backslash in this text has no meaning. Maybe write two for one.", node, e.getValue(), null);
      }
    }
  }

  private static final class NumberConverter extends AbstractNullSafeConverter<BigDecimal> {

    @Override
    protected String internalToString(BigDecimal value) {
      return value.toString().replace("E", "e");
    }

    @Override
    protected BigDecimal internalToValue(String text, INode node) {
      int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
      String digits = exponent < 0 ? text : text.substring(0, exponent);
      String power = exponent < 0 ? "0" : text.substring(exponent + 1);
      if (digits.length() > MAX_DIGITS || power.length() > 3 || Math.abs(Integer.parseInt(power)) > MAX_EXPONENT) {
        throw new ValueConverterException(
            "'%s' is out of range. A number has at most %d digits and an exponent of at most %d."
                .formatted(abbreviate(text), MAX_DIGITS, MAX_EXPONENT), node, null);
      }
      return new BigDecimal(text);
    }

    private static String abbreviate(String text) {
      return text.length() > 20 ? text.substring(0, 20) + "…" : text;
    }
  }
}
