package org.imc.tests.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.imc.dsl.ui.builder.ImcNature;
import org.imc.dsl.ui.builder.ProblemMarkers;
import org.imc.dsl.validation.IssueCodes;
import org.imc.dsl.validation.SettingsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BuilderTest {

  private static final String ARRAY = """
      import imc.technology.cmos28
      digital macro Array {
        technology cmos28
        rows 64
        columns 64
        weight 8 bit
        activation 8 bit
        serial 1 bit
      }
      """;

  private static final String CHIP = """
      architecture Chip {
        macro Array x 4
        memory dram {
          size 8 MiB
          serves weights, inputs, outputs
          port readwrite 64 bit/cycle
          read 3.7 pJ/bit
          write 3.7 pJ/bit
        }
      }
      """;


  @RegisterExtension
  final Bench bench = new Bench();

  @Test
  void aBuildMarksAProblemAndUnmarksItWhenItIsMended() throws Exception {
    IProject project = bench.imcProject("p");
    String broken = ARRAY.replace("rows 64", "rows 0");
    IFile file = bench.file(project, "a.imc", broken);
    bench.build(project);
    IMarker marker = problems(file)[0];
    assertEquals(1, problems(file).length);
    assertEquals(4, marker.getAttribute(IMarker.LINE_NUMBER, 0));
    assertEquals(IMarker.SEVERITY_ERROR, marker.getAttribute(IMarker.SEVERITY, -1));
    assertEquals(IssueCodes.NUMBER_OUT_OF_RANGE, marker.getAttribute(ProblemMarkers.CODE, ""));
    assertEquals("0", broken.substring(
        marker.getAttribute(IMarker.CHAR_START, 0), marker.getAttribute(IMarker.CHAR_END, 0)));
    assertTrue(marker.getAttribute(IMarker.MESSAGE, "").contains("rows"), marker.getAttribute(IMarker.MESSAGE, ""));
    bench.file(project, "a.imc", ARRAY);
    bench.build(project);
    assertEquals(0, problems(file).length);
  }

  @Test
  void aChangeIsFeltInTheFilesThatDependOnIt() throws Exception {
    IProject project = bench.imcProject("p");
    IFile array = bench.file(project, "array.imc", ARRAY);
    IFile chip = bench.file(project, "chip.imc", CHIP);
    bench.build(project);
    assertEquals(0, problems(chip).length, () -> Arrays.toString(messages(chip)));
    array.delete(true, null);
    bench.build(project);
    assertEquals(IssueCodes.NAME_UNKNOWN, problems(chip)[0].getAttribute(ProblemMarkers.CODE, ""));
    bench.file(project, "array.imc", ARRAY);
    bench.build(project);
    assertEquals(0, problems(chip).length);
  }

  @Test
  void projectsDoNotSeeEachOther() throws Exception {
    IProject one = bench.imcProject("one");
    IProject two = bench.imcProject("two");
    bench.file(one, "array.imc", ARRAY);
    IFile chip = bench.file(two, "chip.imc", CHIP);
    bench.build(one);
    bench.build(two);
    assertEquals(IssueCodes.NAME_UNKNOWN, problems(chip)[0].getAttribute(ProblemMarkers.CODE, ""));
  }

  @Test
  void otherFilesAndHiddenFoldersAreLeftAlone() throws Exception {
    IProject project = bench.imcProject("p");
    bench.file(project, "notes.txt", "macro {");
    project.getFolder(".hidden").create(true, true, null);
    IFile hidden = bench.file(project, ".hidden/a.imc", "macro {");
    bench.build(project);
    assertEquals(0, project.findMarkers(ProblemMarkers.TYPE, true, IResource.DEPTH_INFINITE).length);
    assertTrue(hidden.exists());
  }

  @Test
  void theSettingsOfAProjectSayHowSevereAProblemIs() throws Exception {
    IProject project = bench.imcProject("p");
    IFile file = bench.file(project, "a.imc", "import imc.technology.cmos28\n" + ARRAY);
    bench.build(project);
    assertEquals(IssueCodes.IMPORT_DUPLICATE, problems(file)[0].getAttribute(ProblemMarkers.CODE, ""));
    IFolder folder = project.getFolder(".settings");
    if (!folder.exists()) { // the platform may have settings of its own there
      folder.create(true, true, null);
    }
    IFile settings = bench.file(project, SettingsFile.NAME, "severity.import.duplicate=ignore\nseverity.x=info\n");
    bench.build(project);
    assertEquals(0, problems(file).length);
    assertEquals(2, problems(settings)[0].getAttribute(IMarker.LINE_NUMBER, 0));
    assertEquals("There is no check 'x'.", messages(settings)[0]);
    bench.file(project, SettingsFile.NAME, "severity.import.duplicate=error\n");
    bench.build(project);
    assertEquals(IMarker.SEVERITY_ERROR, problems(file)[0].getAttribute(IMarker.SEVERITY, -1));
    assertEquals(0, problems(settings).length);
  }

  @Test
  void cleaningAndTakingTheNatureAwayRemoveTheMarkers() throws Exception {
    IProject project = bench.imcProject("p");
    IFile file = bench.file(project, "a.imc", "digital macro {");
    bench.build(project);
    assertTrue(problems(file).length > 0);
    project.build(IncrementalProjectBuilder.CLEAN_BUILD, null);
    assertEquals(0, problems(file).length);
    project.build(IncrementalProjectBuilder.FULL_BUILD, null);
    assertTrue(problems(file).length > 0);
    ImcNature.remove(project);
    assertFalse(ImcNature.isOn(project));
    assertEquals(0, project.getDescription().getBuildSpec().length);
    assertEquals(0, problems(file).length);
  }

  private static IMarker[] problems(IFile file) throws CoreException {
    return file.findMarkers(ProblemMarkers.TYPE, true, IResource.DEPTH_ZERO);
  }

  private static String[] messages(IFile file) {
    try {
      return Arrays.stream(problems(file)).map(marker -> marker.getAttribute(IMarker.MESSAGE, "")).toArray(String[]::new);
    } catch (CoreException e) {
      throw new IllegalStateException(e);
    }
  }
}
