package org.imc.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imc.dsl.report.SurveyFormat;
import org.imc.dsl.report.SurveyPlot;
import org.imc.dsl.survey.Normalisation;
import org.imc.dsl.survey.SurveyFilter;
import org.imc.dsl.survey.SurveyOrder;
import org.imc.dsl.survey.ValueRange;
import org.imc.model.imc.CellKind;
import org.imc.model.imc.ComputeStyle;
import org.imc.model.imc.ScopeKind;
import org.jspecify.annotations.Nullable;

/**
 * Understand the words of {@code imc survey}. Apart from the command so that help does not load the language.
 *
 * @param wrong makes what is thrown when a word is not known
 */
record SurveyWords(Function<String, RuntimeException> wrong) {

  SurveyFilter filter(String name, List<String> styles, List<String> cells, List<String> scopes, @Nullable String node,
      @Nullable String year, @Nullable String weight, @Nullable String activation) {
    return new SurveyFilter(name, all("--style", styles, ComputeStyle.class), all("--cell", cells, CellKind.class),
        all("--scope", scopes, ScopeKind.class), range("--node", node), range("--year", year), range("--weight", weight),
        range("--activation", activation));
  }

  SurveyOrder order(String word) {
    return one("--sort", word, SurveyOrder.class);
  }

  SurveyFormat format(String word) {
    return one("--format", word, SurveyFormat.class);
  }

  SurveyPlot plot(String word) {
    return one("--plot", word, SurveyPlot.class);
  }

  Normalisation normalisation(String word) {
    return switch (word) {
      case "1b" -> Normalisation.ONE_BIT;
      case "measured" -> Normalisation.MEASURED;
      default -> throw wrong.apply("--normalise is '%s'. It must be 1b or measured.".formatted(word));
    };
  }

  private <E extends Enum<E>> Set<E> all(String option, List<String> words, Class<E> type) {
    var found = EnumSet.noneOf(type);
    words.forEach(word -> found.add(one(option, word, type)));
    return found;
  }

  private <E extends Enum<E>> E one(String option, String word, Class<E> type) {
    return Stream.of(type.getEnumConstants()).filter(each -> word(each).equals(word)).findFirst()
        .orElseThrow(() -> wrong.apply("%s is '%s'. It must be one of %s.".formatted(option, word,
            Stream.of(type.getEnumConstants()).map(SurveyWords::word).collect(Collectors.joining(", ")))));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private ValueRange range(String option, @Nullable String text) {
    return text == null ? ValueRange.ALL : ValueRange.parse(text).orElseThrow(() -> wrong.apply(
        "%s is '%s'. It must be a number or a range: 28, 22..28, ..28 or 22...".formatted(option, text)));
  }
}
