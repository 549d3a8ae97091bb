package org.imc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of a project with budgets, and what happens when one is missed. */
class BudgetTest {

  private static final Path EXAMPLE =
      Path.of(System.getProperty("imc.root", "..")).resolve("examples").resolve("budget").toAbsolutePath().normalize();

  private static final String MISSED = "'ResNet8 stays within its budgets' does not hold: 1 of 3 expectations fail.";

  @TempDir private Path folder;

  private Path copy(String settings, double budgetMicrojoule) throws Exception {
    Path own = Files.createDirectories(folder.resolve("project").resolve(".settings"));
    Files.writeString(own.resolve("org.imc.dsl.prefs"), settings);
    Files.copy(EXAMPLE.resolve(".project"), own.resolveSibling(".project"));
    String text = Files.readString(EXAMPLE.resolve("budget.imc"));
    return Files.writeString(own.resolveSibling("budget.imc"), text.replace("<= 40 uJ", "<= %s uJ".formatted(budgetMicrojoule)));
  }

  @Test
  void budgetsOfTheExampleAreKept() {
    Outcome outcome = Imc.inside("evaluate", EXAMPLE.toString(), "--format", "summary").expect(0).expectErr("");
    assertTrue(outcome.out().contains("ResNet8 stays within its budgets: holds (3 of 3)"), outcome::out);
  }

  @Test
  void missedBudgetFailsABuildAtItsPlace() throws Exception {
    Path file = copy(Files.readString(EXAMPLE.resolve(".settings").resolve("org.imc.dsl.prefs")), 1);
    Outcome outcome = Imc.inside("evaluate", file.toString()).expect(1);
    assertTrue(outcome.err().startsWith("%s:8:1: error[claim.fails]: %s\n".formatted(file, MISSED)), outcome::err);
  }

  @Test
  void missedBudgetIsAsSevereAsTheUserTakesIt() throws Exception {
    Path file = copy("", 1);
    assertEquals("", Imc.inside("evaluate", file.toString()).expect(0).err());
    Outcome warned = Imc.inside("evaluate", file.toString(), "--severity", "claim.fails=warning").expect(0);
    assertTrue(warned.err().contains(": warning[claim.fails]: " + MISSED), warned::err);
    Imc.inside("evaluate", file.toString(), "--severity", "claim.fails=error").expect(1);
  }
}
