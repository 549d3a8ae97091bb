package org.imc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.imc.dsl.validation.CheckDescription;
import org.imc.dsl.validation.CheckDescriptions;
import org.junit.jupiter.api.Test;

/** {@code imc help} explains codes. */
class HelpTest {

  @Test
  void aCodeIsExplainedWithExamples() {
    Imc.inside("help", "macro.columns").expect(0).expectErr("").expectOut("""
        macro.columns: error
        The columns do not hold whole weights

        The bits of a weight lie side by side, one in each column, so the columns must be a multiple of the
        width of a weight. The message says how many are enough.

        Wrong:
          digital macro M { columns 60 weight 8 bit }

        Right:
          digital macro M { columns 64 weight 8 bit }
        """);
  }

  @Test
  void theReferenceComesAsMarkdownOrHtml() {
    assertTrue(Imc.inside("help", "reference").expect(0).expectErr("").out().startsWith("# Language reference\n\n"));
    assertTrue(Imc.inside("help", "reference", "--format", "html").expect(0).out().startsWith("<!DOCTYPE html>\n"));
    Imc.inside("help", "reference", "--format", "pdf").expect(2).expectOut("");
  }

  @Test
  void everyCodeIsListedAndExplained() {
    String list = Imc.inside("help", "checks").expect(0).out();
    assertEquals(CheckDescriptions.all().size(), list.lines().count());
    assertTrue(list.contains("\nadc.bits-unused          warning  A converter resolves more bits than"), list);
    for (CheckDescription check : CheckDescriptions.all()) {
      String help = Imc.inside("help", check.code()).expect(0).expectErr("").out();
      assertTrue(help.contains(check.title()), help);
      assertTrue(help.lines().allMatch(line -> line.length() <= 100), help);
    }
  }
}
