package org.imc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of a project with budgets, and what happens when one is missed, or a claim does not hold. */
class BudgetTest {

  static final Path EXAMPLE =
      Path.of(System.getProperty("imc.root", "..")).resolve("examples").resolve("budget").toAbsolutePath().normalize();

  private static final String CLAIM = """
      import imc.chip.GuoISSCC2023
      import imc.network.ResNet8

      claim "It is free" { expect energy of ResNet8 on GuoISSCC2023 < 1 pJ }

      evaluate ResNet8 on GuoISSCC2023 minimising energy
      """;

  private static final String FAILS = "'It is free' does not hold: 1 of 1 expectations fail.";

  @TempDir private Path folder;

  @Test
  void budgetsOfTheExampleAreKept() {
    Outcome outcome = Imc.inside("evaluate", EXAMPLE.toString(), "--format", "summary").expect(0).expectErr("");
    for (String budget : new String[] {"energy <= 40 uJ", "latency <= 5 ms", "area <= 2 mm2"}) {
      assertTrue(outcome.out().contains("ResNet8 on GuoISSCC2023 requires %s: holds (1 of 1)".formatted(budget)), outcome::out);
    }
  }

  @Test
  void missedBudgetIsAnErrorAtItsPlaceThatSaysByHowMuch() throws Exception {
    Path file = Sources.write(folder, "budget.imc", Files.readString(EXAMPLE.resolve("budget.imc")).replace("<= 40 uJ", "<= 3 uJ"));
    Outcome outcome = Imc.inside("evaluate", file.toString(), "--format", "json").expect(1);
    double pj = Double.parseDouble(outcome.out().replaceAll("(?s).*\"leftValue\": ([0-9.E]+),\\s+\"rightValue\": 3000000\\.0.*", "$1"));
    assertEquals("""
        %s:8:11: error[require.missed]: ResNet8 on GuoISSCC2023 requires energy <= 3 uJ, but it is %.2f times that. \
        Maybe look in the report where it goes.
            require energy <= 3 uJ
                    ^^^^^^^^^^^^^^
        1 error
        """.formatted(file, pj / 3e6), outcome.err());
    assertTrue(outcome.out().contains("\"verdict\": \"fails\",\n      \"required\": true,"), outcome::out);
  }

  @Test
  void leastFiguresCanBeRequiredToo() throws Exception {
    Path file = Sources.write(folder, "least.imc", Files.readString(EXAMPLE.resolve("budget.imc"))
        .replace("energy <= 40 uJ", "efficiency >= 1000 TOPS/W"));
    assertTrue(Imc.inside("evaluate", file.toString()).expect(1).err()
        .matches("(?s).*requires efficiency >= 1000 TOPS/W, but it is 0\\.00\\d+ times that\\..*"));
  }

  @Test
  void budgetOfAnotherMeasureIsRefused() throws Exception {
    Path file = Sources.write(folder, "wrong.imc", Files.readString(EXAMPLE.resolve("budget.imc")).replace("<= 40 uJ", "<= 40 ms"));
    assertTrue(Imc.inside("check", file.toString()).expect(1).err().contains(
        ":8:21: error[unit.wrong-dimension]: 'energy' is an energy, but this is a time. Maybe in pJ."));
  }

  @Test
  void claimThatDoesNotHoldIsAsSevereAsTheUserTakesIt() throws Exception {
    Path file = project("");
    assertEquals("", Imc.inside("evaluate", file.toString()).expect(0).err());
    Outcome warned = Imc.inside("evaluate", file.toString(), "--severity", "claim.fails=warning").expect(0);
    assertTrue(warned.err().contains(":4:1: warning[claim.fails]: " + FAILS), warned::err);
    Imc.inside("evaluate", file.toString(), "--severity", "claim.fails=error").expect(1);
  }

  @Test
  void settingsOfAProjectMakeAClaimAnError() throws Exception {
    Path file = project("severity.claim.fails=error\n");
    assertTrue(Imc.inside("evaluate", file.toString()).expect(1).err()
        .startsWith("%s:4:1: error[claim.fails]: %s\n".formatted(file, FAILS)));
  }

  private Path project(String settings) throws Exception {
    Path own = Files.createDirectories(folder.resolve("project").resolve(".settings"));
    Files.writeString(own.resolve("org.imc.dsl.prefs"), settings);
    Files.copy(EXAMPLE.resolve(".project"), own.resolveSibling(".project"));
    return Files.writeString(own.resolveSibling("claim.imc"), CLAIM);
  }
}
