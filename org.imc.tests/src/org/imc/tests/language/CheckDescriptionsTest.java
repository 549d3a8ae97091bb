package org.imc.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.validation.CheckDescription;
import org.imc.dsl.validation.CheckDescriptions;
import org.imc.dsl.validation.IssueCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every problem is described, and what the description shows is so. */
class CheckDescriptionsTest {

  /** What the examples refer to; it stands in a file beside them. */
  private static final String BESIDE = Stream.of(Designs.TECHNOLOGY, Designs.DIGITAL, Designs.CHIP, Designs.NETWORK)
      .collect(Collectors.joining())
      .replace("technology t", "technology cmos28")
      .replace("macro m", "macro Array")
      .replace("architecture chip", "architecture Tiny")
      .replace("network n", "network Small");

  @Test
  void everyCodeIsDescribedAndEveryDescriptionHasACode() {
    Set<String> codes = Arrays.stream(IssueCodes.class.getFields()).map(CheckDescriptionsTest::value)
        .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(codes, CheckDescriptions.all().stream().map(CheckDescription::code)
        .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void whatStandsBesideTheExamplesHasNoProblem() {
    Marked.assertNothing(BESIDE);
  }

  @ParameterizedTest
  @MethodSource("descriptions")
  void aDescriptionSaysWhatIsWrongAndWhatItMeans(CheckDescription description) {
    assertTrue(description.title().matches("[A-Z].*[^.]"), description.title());
    assertTrue(description.title().length() <= 80, description.title());
    assertFalse(description.help().isEmpty(), description.code());
    description.help().forEach(paragraph -> assertTrue(paragraph.matches("[A-Z'].*\\."), paragraph));
    assertEquals(description.wrong().isEmpty(), description.right().isEmpty(), description.code());
  }

  @ParameterizedTest
  @MethodSource("descriptions")
  void theWrongExampleHasTheProblemAndTheRightOneHasNot(CheckDescription description) {
    if (!description.wrong().isEmpty()) {
      assertTrue(codes(description.wrong()).contains(description.code()), () -> description.code()
          + " is not among " + codes(description.wrong()));
      List<String> right = codes(description.right());
      assertFalse(right.contains(description.code()), description.code());
      assertFalse(right.contains(IssueCodes.SYNTAX), description.code());
      assertFalse(right.contains(IssueCodes.NAME_UNKNOWN), description.code());
    }
  }

  private static List<CheckDescription> descriptions() {
    return CheckDescriptions.all();
  }

  private static List<String> codes(String text) {
    return Language.problems(Language.parse(text, BESIDE)).stream().map(Problem::code).toList();
  }

  private static String value(Field constant) {
    try {
      return (String) constant.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
