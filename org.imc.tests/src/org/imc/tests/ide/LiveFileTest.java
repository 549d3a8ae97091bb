package org.imc.tests.ide;

import static org.imc.tests.ide.EditorServices.file;
import static org.imc.tests.ide.EditorServices.liveFile;
import static org.imc.tests.ide.EditorServices.snapshot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.ide.live.Analysis;
import org.imc.dsl.ide.live.LiveFile;
import org.imc.dsl.ide.live.Snapshot;
import org.imc.dsl.ide.live.SourceText;
import org.junit.jupiter.api.Test;

class LiveFileTest {

  private static final String STUDY = """
      import imc.network.ResNet8
      import imc.chip.GuoISSCC2023

      evaluate ResNet8 on GuoISSCC2023 minimising energy
      """;

  @Test
  void anEqualSnapshotIsAnalysedOnce() {
    LiveFile live = liveFile();
    assertSame(analyse(live, snapshot(STUDY)), analyse(live, snapshot(STUDY)));
  }

  @Test
  void anEditOfACommentLowersToAnEqualStudyAtAnotherPlace() {
    LiveFile live = liveFile();
    var before = analyse(live, snapshot(STUDY)).studies().get(0);
    var after = analyse(live, snapshot("// read me\n" + STUDY)).studies().get(0);
    assertEquals(before.study(), after.study());
    var id = before.study().id();
    assertEquals(before.sources().place(id).orElseThrow().line() + 1, after.sources().place(id).orElseThrow().line());
  }

  @Test
  void anErrorElsewhereIsNamedAndKeepsTheStudyBack() {
    var broken = file("b.imc", "architecture Chip { }");
    Analysis analysis = analyse(liveFile(),
        snapshot("import imc.network.ResNet8\nevaluate ResNet8 on Chip minimising energy", broken));
    assertEquals(List.of(), analysis.problems());
    assertEquals("b.imc", analysis.elsewhere().get(0).file().lastSegment());
    assertEquals(1, analysis.asked());
    assertEquals(List.of(), analysis.studies());
  }

  @Test
  void aChangeOfAnotherFileIsSeen() {
    LiveFile live = liveFile();
    String text = "import imc.network.ResNet8\nevaluate ResNet8 on Chip minimising energy";
    assertTrue(analyse(live, snapshot(text)).errors() > 0);
    SourceText chip = file("b.imc", "import imc.chip.GuoBank\narchitecture Chip { }");
    assertEquals(0, analyse(live, snapshot(text, chip)).errors());
  }

  @Test
  void aCancelledAnalysisSaysSoAndIsDoneTheNextTime() {
    LiveFile live = liveFile();
    assertThrows(CancellationException.class, () -> live.analyse(snapshot(STUDY), () -> true));
    assertEquals(1, analyse(live, snapshot(STUDY)).studies().size());
  }

  @Test
  void editsEndWhereReadingTheWholeTextAnewEnds() {
    var random = new Random(7);
    String[] pieces = {"macro", " { ", "}", "\n", "rows 64", "weight 8 bit", "import imc.network.*\n", "// c", "/*", "*/",
        "evaluate ResNet8 on", "x", "1.5e3", "\"", "GuoBank", "technology cmos28", ".", "/"};
    LiveFile live = liveFile();
    String text = STUDY + "digital macro Own {\n  rows 64\n}\n";
    for (int i = 0; i < 150; i++) {
      int start = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), start + random.nextInt(6));
      text = text.substring(0, start) + pieces[random.nextInt(pieces.length)] + text.substring(end);
      Snapshot next = snapshot(text);
      assertEquals(words(analyse(liveFile(), next)), words(analyse(live, next)), text);
    }
  }

  private static List<String> words(Analysis analysis) {
    return analysis.problems().stream().map((Problem problem) -> problem.offset() + " " + problem.message()).toList();
  }

  private static Analysis analyse(LiveFile live, Snapshot snapshot) {
    return live.analyse(snapshot, CancelIndicator.NullImpl);
  }
}
