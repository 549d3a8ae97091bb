package org.imc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Help, version and what happens to arguments that make no sense. */
class UsageTest {

  @TempDir private Path folder;

  @Test
  void versionNamesCommandEngineAndJava() throws Exception {
    Outcome outcome = Imc.in(folder, "--version").expect(0).expectErr("");
    List<String> lines = outcome.out().lines().toList();
    assertEquals(3, lines.size(), outcome::out);
    assertTrue(lines.get(0).matches("imc \\d+\\.\\d+\\.\\d+\\S*"), lines.get(0));
    assertTrue(lines.get(1).matches("engine \\d+\\.\\d+\\.\\d+\\S*"), lines.get(1));
    assertTrue(lines.get(2).startsWith("Java " + System.getProperty("java.version")), lines.get(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "help", "help check", "help evaluate", "help explain", "help format", "help report",
      "help verify", "help help", "check --help", "evaluate -h"})
  void helpShowsExitCodesAndExamples(String arguments) {
    Outcome outcome = Imc.inside(arguments.split(" ")).expect(0).expectErr("");
    for (String part : List.of("Usage: imc", "Exit codes:", "   Wrong usage.", "Examples:", "  imc ")) {
      assertTrue(outcome.out().contains(part), () -> part + " is missing in\n" + outcome.out());
    }
    assertTrue(outcome.out().lines().allMatch(line -> line.length() <= 100), outcome::out);
  }

  @Test
  void helpMentionsTheWorkbench() {
    assertTrue(Imc.inside("--help").out().contains("'./imc workbench' opens the Eclipse workbench."));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
    "check                               | imc check: Missing required parameter: 'PATH'",
    "foo                                 | imc: Unmatched argument at index 0: 'foo'",
    "explain                             | imc explain: Missing required parameter: 'NAME'",
    "check --wat x                       | imc check: Unknown option: '--wat'",
    "evaluate x --threads 0              | imc evaluate: --threads is 0. It must be from 1 to 1024.",
    "evaluate x --threads many           | imc evaluate: Invalid value for option '--threads': 'many' is not a whole number",
    "validate -o y.imc                   | imc validate: --output is 'y.imc'. It must not replace an .imc file.",
    "evaluate x --output y.imc           | imc evaluate: --output is 'y.imc'. It must not replace an .imc file.",
    "check x --severity file.empt=info   | imc check: --severity is 'file.empt=info'. There is no check 'file.empt'. Maybe 'file.empty'.",
    "check x --severity syntax=warning   | imc check: --severity is 'syntax=warning'. 'syntax' is always an error: a file that "
        + "has it cannot be evaluated. Maybe mend the file instead.",
    "check x --severity file.empty       | imc check: Value for option option '--severity' (CODE=SEVERITY) should be in "
        + "KEY=VALUE format but was file.empty",
    "format - x                          | imc format: '-' stands for standard input and must be the only path.",
    "help foo                            | imc help: There is no command or code 'foo'.",
    "evaluate --budget 0s .              | imc evaluate: --budget is '0s'. It must be a time of more than 0. Maybe 2s, 500ms or 5min.",
    "evaluate --budget 3x .              | imc evaluate: --budget is '3x'. It must be a time of more than 0. Maybe 2s, 500ms or 5min.",
    "evaluate --budget-steps 0 .         | imc evaluate: --budget-steps is 0. It must be more than 0. Maybe 1000000.",
    "evaluate --pareto --budget 1s .     | imc evaluate: --pareto finds whole fronts and goes with no budget and no "
        + "certificate. Maybe leave one of them out.",
    "evaluate --pareto --format levels . | imc evaluate: --pareto is reported as text, json or csv, but not as levels.",
    "help adc.bits-unusd                 | imc help: There is no command or code 'adc.bits-unusd'. Maybe 'adc.bits-unused'.",
    "help evaluat                        | imc help: There is no command or code 'evaluat'. Maybe 'evaluate'.",
    "help check format                   | imc help: Unmatched argument at index 2: 'format'",
  })
  void argumentsThatMakeNoSenseAreRefusedWithCode2(String arguments, String message) {
    Outcome outcome = Imc.inside(arguments.trim().split(" ")).expect(2).expectOut("");
    assertEquals(message, outcome.err().lines().findFirst().orElse(""));
    assertTrue(outcome.err().contains("--help"), outcome::err);
  }

  @Test
  void noCommandAtAllIsWrongUsage() throws Exception {
    Imc.in(folder).expect(2).expectOut("").expectErr("""
        imc: No command was given.
        Try 'imc --help'.
        """);
  }

  @Test
  void anUnknownFormatIsAnsweredWithTheKnownOnes() {
    Outcome outcome = Imc.inside("evaluate", "--format", "xml", folder.toString()).expect(2);
    assertTrue(outcome.err().contains("'xml' is none of text, summary, markdown, html, vega-lite, json, csv, mapping, levels, "
        + "energy"), outcome::err);
  }

  @Test
  void colorIsUsedInATerminalOnly() throws Exception {
    Path file = Sources.write(folder, "empty.imc", "");
    assertTrue(Imc.inside("check", file.toString(), "--color", "always").err().contains("\u001b["));
    assertFalse(Imc.inside("check", file.toString()).err().contains("\u001b["));
    assertFalse(Imc.inside(() -> false, true, "check", file.toString(), "--color", "never").err().contains("\u001b["));
  }

  @Test
  void helpComesWithoutTheLanguage() throws Exception {
    Outcome outcome = Imc.traced(folder, "--help").expect(0);
    List<String> waste = outcome.out().lines()
        .filter(line -> Stream.of("org.eclipse.", "com.google.", "org.imc.dsl.", "com.fasterxml.")
            .anyMatch(start -> line.contains("] " + start)))
        .toList();
    assertEquals(List.of(), waste);
  }
}
