package org.imc.tests.workbench;

import static org.imc.tests.workbench.Bench.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.PlatformUI;
import org.imc.dsl.ui.builder.ImcNature;
import org.imc.dsl.ui.results.ResultsView;
import org.imc.dsl.ui.startup.ExampleImport;
import org.imc.dsl.ui.startup.ImcPerspective;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class StartupTest {

  @RegisterExtension
  final Bench bench = new Bench();

  @Test
  void anEmptyWorkspaceGetsTheExamplesAndShowsTheFirst(@TempDir Path folder) throws Exception {
    example(folder, "quickstart");
    example(folder, "other");
    System.setProperty(ExampleImport.FOLDER, folder.toString());
    var root = ResourcesPlugin.getWorkspace().getRoot();
    try {
      assertEquals(0, root.getProjects().length);
      new ExampleImport().schedule();
      await("the first example is open", () -> bench.page().getActiveEditor() != null);
      assertEquals("quickstart.imc", bench.page().getActiveEditor().getTitle());
      assertEquals(2, root.getProjects().length);
      assertEquals(folder.resolve("other").toRealPath(),
          root.getProject("other").getLocation().toPath().toRealPath());
      assertEquals(ImcPerspective.ID, bench.page().getPerspective().getId());
    } finally {
      System.clearProperty(ExampleImport.FOLDER);
      bench.page().closeAllEditors(false);
      for (IProject project : root.getProjects()) {
        project.delete(false, true, null);
      }
    }
    assertTrue(Files.exists(folder.resolve("quickstart/quickstart.imc")), "the example itself stays");
  }

  @Test
  void everyExampleIsAProjectOfItsName() throws Exception {
    Path examples = Path.of(System.getProperty("imc.root", "..")).resolve("examples").toAbsolutePath().normalize();
    try (var folders = Files.newDirectoryStream(examples, entry -> Files.isDirectory(entry))) {
      for (Path example : folders) {
        IProjectDescription project = ResourcesPlugin.getWorkspace().loadProjectDescription(IPath.fromPath(example.resolve(".project")));
        assertEquals(example.getFileName().toString(), project.getName());
        assertTrue(project.hasNature(ImcNature.ID), project.getName());
      }
    }
  }

  @Test
  void aWorkspaceWithAProjectIsLeftAsItIs(@TempDir Path folder) throws Exception {
    example(folder, "quickstart");
    bench.project("own");
    System.setProperty(ExampleImport.FOLDER, folder.toString());
    try {
      var job = new ExampleImport();
      job.schedule();
      await("the job is done", () -> job.getResult() != null);
      assertEquals(1, ResourcesPlugin.getWorkspace().getRoot().getProjects().length);
    } finally {
      System.clearProperty(ExampleImport.FOLDER);
    }
  }

  @Test
  void thePerspectiveShowsFilesResultsAndProblems() throws Exception {
    var page = PlatformUI.getWorkbench().showPerspective(
        ImcPerspective.ID, PlatformUI.getWorkbench().getActiveWorkbenchWindow());
    for (String view : new String[] {"org.eclipse.ui.navigator.ProjectExplorer", ResultsView.ID,
        IPageLayout.ID_PROBLEM_VIEW}) {
      assertTrue(page.findViewReference(view) != null, view);
    }
  }

  private static void example(Path folder, String name) throws Exception {
    Path project = Files.createDirectories(folder.resolve(name));
    Files.writeString(project.resolve(".project"), """
        <?xml version="1.0" encoding="UTF-8"?>
        <projectDescription>
          <name>%s</name>
          <buildSpec>
            <buildCommand>
              <name>org.imc.dsl.ui.builder</name>
            </buildCommand>
          </buildSpec>
          <natures>
            <nature>org.imc.dsl.ui.nature</nature>
          </natures>
        </projectDescription>
        """.formatted(name));
    Files.writeString(project.resolve(name + ".imc"), "import imc.technology.*\n");
  }
}
