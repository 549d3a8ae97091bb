package org.imc.tests.ide;

import static org.imc.tests.ide.EditorServices.file;
import static org.imc.tests.ide.EditorServices.get;
import static org.imc.tests.ide.EditorServices.liveFile;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.ide.live.LiveFile;
import org.imc.dsl.ide.live.LiveFiles;
import org.imc.dsl.ide.live.Snapshot;
import org.imc.dsl.ide.live.SourceText;
import org.imc.dsl.lowering.LoweredStudy;
import org.junit.jupiter.api.Test;

/** The open documents of one project share its models; each hears what it would hear by itself. */
class LiveProjectTest {

  private static final String TECHNOLOGY = """
      package tech

      technology t {
        node 28 nm
        supply 0.9 V
        gate { capacitance 0.7 fF area 0.614 um2 delay 47.8 ps }
        cell { wordline 0.35 fF bitline 0.35 fF area 0.5 um2 write 0.012 pJ/bit }
      }
      """;
  private static final String MACRO = """
      package macros
      import tech.t

      digital macro M {
        technology t
        rows 64
        columns 64
        weight 8 bit
        activation 8 bit
        serial 1 bit
      }
      """;
  private static final String CHIP = """
      import macros.*

      architecture Chip {
        macro M x 4
        memory dram {
          size 8 MiB
          serves inputs, weights, outputs
          port readwrite 64 bit/cycle
          read 3.7 pJ/bit
          write 3.7 pJ/bit
        }
      }
      """;
  private static final String STUDY = """
      import imc.network.ResNet8
      evaluate ResNet8 on Chip minimising energy
      """;
  private static final List<String> FILES = List.of("tech.imc", "macros.imc", "chip.imc", "study.imc");

  private final List<String> texts = new ArrayList<>(List.of(TECHNOLOGY, MACRO, CHIP, STUDY));
  private final LiveFiles documents = get(LiveFiles.class);
  private final Map<String, Object> open = new HashMap<>();

  @Test
  void documentsOfOneProjectShareTheirModels() {
    URI chip = URI.createURI("memory:/chip.imc");
    XtextResource own = live(2).read(snapshot(2), model -> model);
    assertSame(own, live(3).read(snapshot(3), model -> (XtextResource) model.getResourceSet().getResource(chip, false)));
  }

  @Test
  void anEditOfTheTechnologyReachesTheStudyThroughThreeFiles() {
    double before = supply(study());
    edit(0, "supply 0.9 V", "supply 0.8 V");
    assertEquals(0.9, before);
    assertEquals(0.8, supply(study()));
  }

  @Test
  void aNameThatComesAndGoesIsFollowedInOtherFiles() {
    edit(1, "macro M", "macro N");
    assertEquals(List.of("There is no macro named 'M' here. Maybe 'N'."), words(2));
    edit(1, "macro N", "macro M2");
    assertEquals(List.of("There is no macro named 'M' here. Maybe 'M2'."), words(2));
    edit(1, "macro M2", "macro M");
    assertEquals(List.of(), words(2));
    assertEquals(1, live(3).analyse(snapshot(3), CancelIndicator.NullImpl).studies().size());
  }

  @Test
  void aFileThatIsAddedOrRemovedIsSeen() {
    String other = "architecture Chip { }";
    assertEquals(List.of(), words(2));
    Snapshot grown = new Snapshot(snapshot(2).file(), List.of(file("macros.imc", MACRO), file("tech.imc", TECHNOLOGY),
        file("study.imc", STUDY), file("other.imc", other)));
    assertEquals(List.of("Architecture 'Chip' is also declared in 'other.imc'. Maybe rename one, or give their files packages."),
        words(live(2).analyse(grown, CancelIndicator.NullImpl).problems()));
    assertEquals(List.of(), words(2));
  }

  @Test
  void anyEditOfAnyFileLeavesEveryOpenDocumentAsIfOpenedAfresh() {
    var random = new Random(11);
    String[] pieces = {"M", "N", "t", "Chip", "package macros\n", "import macros.*\n", "import imc.network.*\n", "rows 32",
        "{", "}", "\n", "macro M2", "// c", "x 2", "technology t", "8 MiB", "GuoBank"};
    for (int i = 0; i < 200; i++) {
      int edited = random.nextInt(texts.size());
      String text = texts.get(edited);
      if (i % 8 == 7) {
        text = List.of(TECHNOLOGY, MACRO, CHIP, STUDY).get(edited); // mend it, or errors hide all the rest
      } else {
        int start = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), start + random.nextInt(6));
        text = text.substring(0, start) + pieces[random.nextInt(pieces.length)] + text.substring(end);
      }
      texts.set(edited, text);
      int read = random.nextInt(texts.size());
      var fresh = liveFile().analyse(snapshot(read), CancelIndicator.NullImpl);
      var followed = live(read).analyse(snapshot(read), CancelIndicator.NullImpl);
      assertEquals(fresh.problems(), followed.problems(), texts.toString());
      assertEquals(fresh.elsewhere(), followed.elsewhere(), texts.toString());
      assertEquals(studies(fresh.studies()), studies(followed.studies()), texts.toString());
    }
  }

  private LoweredStudy study() {
    return live(3).analyse(snapshot(3), CancelIndicator.NullImpl).studies().get(0);
  }

  private static double supply(LoweredStudy lowered) {
    return lowered.study().architecture().macro().supplyV();
  }

  private static List<?> studies(List<LoweredStudy> lowered) {
    return lowered.stream().map(LoweredStudy::study).toList();
  }

  private void edit(int file, String from, String to) {
    texts.set(file, texts.get(file).replace(from, to));
  }

  private List<String> words(int file) {
    return words(live(file).analyse(snapshot(file), CancelIndicator.NullImpl).problems());
  }

  private static List<String> words(List<Problem> problems) {
    return problems.stream().map(Problem::message).toList();
  }

  private LiveFile live(int file) {
    return documents.of(open.computeIfAbsent(FILES.get(file), name -> new Object()));
  }

  private Snapshot snapshot(int file) {
    var others = new ArrayList<SourceText>();
    for (int i = 0; i < texts.size(); i++) {
      if (i != file) {
        others.add(file(FILES.get(i), texts.get(i)));
      }
    }
    return new Snapshot(file(FILES.get(file), texts.get(file)), others);
  }
}
