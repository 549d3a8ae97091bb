package org.imc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of a Maven build with budgets, built by the Maven that builds this. */
class MavenBuildTest {

  private static final String MAVEN = System.getProperty("imc.maven.home", "");

  @TempDir private Path folder;

  @BeforeEach
  void needMaven() {
    assumeTrue(!MAVEN.isEmpty(), "Maven runs the tests and says where it is (imc.maven.home)");
    assumeTrue(!System.getProperty("os.name").startsWith("Windows"), "the command is a script");
  }

  @Test
  void buildOfTheExamplePasses() throws Exception {
    String log = build(Files.readString(BudgetTest.EXAMPLE.resolve("budget.imc")), 0);
    assertTrue(log.contains("BUILD SUCCESS"), log);
    assertTrue(log.contains("requires energy <= 40 uJ: holds (1 of 1)"), log);
  }

  @Test
  void missedBudgetFailsTheBuildAtItsPlace() throws Exception {
    String log = build(Files.readString(BudgetTest.EXAMPLE.resolve("budget.imc")).replace("<= 40 uJ", "<= 2 uJ"), 1);
    assertTrue(log.contains("BUILD FAILURE"), log);
    assertTrue(log.contains("budget.imc:8:11: error[require.missed]: ResNet8 on GuoISSCC2023 requires energy <= 2 uJ, but it is "), log);
  }

  private String build(String text, int status) throws Exception {
    Files.copy(BudgetTest.EXAMPLE.resolve("pom.xml"), folder.resolve("pom.xml"));
    Files.writeString(folder.resolve("budget.imc"), text);
    Path log = folder.resolve("log");
    var command = new ProcessBuilder(Path.of(MAVEN, "bin", "mvn").toString(), "-B", "-o", "-f", folder.resolve("pom.xml").toString(),
        "-Dmaven.repo.local=" + System.getProperty("imc.maven.repository"), "-Dimc=" + command(), "verify")
        .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
    command.environment().put("JAVA_HOME", System.getProperty("java.home"));
    int code = command.start().waitFor();
    String words = Files.readString(log);
    assertEquals(status, code, words);
    return words;
  }

  /** Return a command as './imc' is one, but that of the classes under test. */
  private Path command() throws IOException {
    String script = ("#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 -Dguice_bytecode_gen_option=DISABLED -cp '%s' "
        + "org.imc.cli.Main \"$@\"\n").formatted(
        Path.of(System.getProperty("java.home"), "bin", "java"), Path.of(System.getProperty("imc.cli.classpath")) + File.separator + "*");
    Path file = Files.write(folder.resolve("imc"), script.getBytes(StandardCharsets.UTF_8));
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }
}
