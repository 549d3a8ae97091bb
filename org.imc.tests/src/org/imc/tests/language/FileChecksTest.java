package org.imc.tests.language;

import static org.imc.tests.language.Marked.assertError;
import static org.imc.tests.language.Marked.assertNothing;
import static org.imc.tests.language.Marked.assertWarning;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.validation.IssueCodes;
import org.junit.jupiter.api.Test;

class FileChecksTest {

  @Test
  void emptyFileIsPointedOutAtItsBeginning() {
    assertWarning(IssueCodes.FILE_EMPTY,
        "This file declares nothing. Maybe begin with 'import imc.network.ResNet8' and an architecture.", "«»");
  }

  @Test
  void unknownImportIsReportedWithTheOneThatWasMeant() {
    assertError(IssueCodes.IMPORT_UNKNOWN,
        "Nothing named 'imc.technology.cmoz28' can be imported. Maybe 'imc.technology.cmos28'.",
        "import «imc.technology.cmoz28»\n" + Designs.NETWORK);
  }

  @Test
  void importOfAnotherFileIsKnown() {
    Marked.assertNothing("import p.t\n" + Designs.DIGITAL, "package p\n" + Designs.TECHNOLOGY);
  }

  @Test
  void importOfAWholePackageIsKnown() {
    Marked.assertNothing("import p.*\n" + Designs.DIGITAL, "package p\n" + Designs.TECHNOLOGY);
  }

  @Test
  void importsInACircleAreReportedWithTheCircle() {
    String a = "package a\nimport «b.m»\n" + Designs.TECHNOLOGY + Designs.CHIP;
    String b = "package b\nimport a.t\n" + Designs.DIGITAL;
    assertError(IssueCodes.IMPORT_CYCLE,
        "This import leads back to this file: a.imc -> b.imc -> a.imc. Maybe move what both need into a file of its own.",
        a, b);
  }

  @Test
  void unresolvedNameIsReportedWithTheOneThatWasMeant() {
    assertError(IssueCodes.NAME_UNKNOWN, "There is no technology named 'tt' here. Maybe 't'.",
        Designs.digital("technology t", "technology «tt»"));
  }

  @Test
  void unresolvedNameOfTheLibraryIsReportedWithItsImport() {
    assertError(IssueCodes.NAME_UNKNOWN,
        "There is no technology named 'cmos28' here. Maybe add 'import imc.technology.cmos28'.",
        Designs.DIGITAL.replace("technology t", "technology «cmos28»"));
  }

  @Test
  void nameDeclaredTwiceInAFileIsReportedAtItsSecondPlace() {
    assertError(IssueCodes.NAME_DUPLICATE,
        "Technology 't' has the name of another declaration in this file. Maybe rename one.",
        Designs.TECHNOLOGY + Designs.TECHNOLOGY.replace("technology t", "technology «t»"));
  }

  @Test
  void nameDeclaredInTwoFilesIsReported() {
    assertError(IssueCodes.NAME_DUPLICATE,
        "Technology 't' is also declared in 'b.imc'. Maybe rename one, or give their files packages.",
        Designs.TECHNOLOGY.replace("technology t", "technology «t»"), Designs.TECHNOLOGY);
  }

  @Test
  void twoLayersOfOneNameAreReported() {
    List<Problem> problems = Language.problems(Language.parse(Designs.network("dense classes", "dense conv")));
    assertEquals(List.of(IssueCodes.NAME_DUPLICATE), problems.stream().map(Problem::code).distinct().toList());
    assertEquals("Dense 'conv' has the name of another declaration in network 'n'. Maybe rename one.",
        problems.get(0).message());
  }

  @Test
  void missingBraceIsReportedOnTheLastWord() {
    assertError(IssueCodes.SYNTAX, "The file ends where '}' is expected.",
        "network n { weight 8 bit activation 8 bit input image 3 x 8 x 8 dense d from image { units 10 «}»");
  }

  @Test
  void wordWithoutMeaningIsReported() {
    List<Problem> problems = Language.problems(Language.parse("banana { }"));
    assertEquals("'banana' stands where a declaration is expected: parameter, technology, macro, architecture, chip, block, "
        + "network, mapping, evaluate, explore or claim.", problems.get(0).message());
    assertEquals(IssueCodes.SYNTAX, problems.get(0).code());
    assertEquals(0, problems.get(0).offset());
  }

  @Test
  void importThatNothingNeedsIsPointedOut() {
    assertWarning(IssueCodes.IMPORT_UNUSED,
        "Nothing in this file needs 'imc.technology.cmos28'. Maybe remove the import.",
        "import «imc.technology.cmos28»\n" + Designs.NETWORK);
  }

  @Test
  void importThatIsThereTwiceIsPointedOut() {
    assertWarning(IssueCodes.IMPORT_DUPLICATE, "'imc.technology.cmos28' is imported twice. Maybe remove one.",
        "import imc.technology.cmos28\nimport «imc.technology.cmos28»\n"
            + Designs.DIGITAL.replace("technology t", "technology cmos28"));
  }

  @Test
  void packageOfWhichOneNameIsNeededMayBeImported() {
    Marked.assertNothing("import imc.technology.*\n" + Designs.DIGITAL.replace("technology t", "technology cmos28"));
  }

  @Test
  void citationWithoutWordsIsPointedOut() {
    assertWarning(IssueCodes.SOURCE_EMPTY,
        "'source' is empty. Maybe cite where the numbers are from, or remove it.",
        Designs.TECHNOLOGY.replace("node 28 nm", "source «\" \"» node 28 nm"));
  }

  @Test
  void aNewerLanguageIsReportedAndNothingElse() {
    assertError(IssueCodes.LANGUAGE_VERSION,
        "This file is written in language 2, but this release reads language 1. Maybe update IMC Workbench.",
        "language «2»\nphotonic macro Later { wavelength 1310 nm }\n");
    assertNothing("language 1\n" + Designs.TECHNOLOGY);
  }
}
