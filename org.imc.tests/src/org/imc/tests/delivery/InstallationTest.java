package org.imc.tests.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A plain Eclipse into which the p2 director has installed the feature, with nothing to take from but
 * the update site: releng/org.imc.installation makes it, and its build fails if something is missing.
 */
class InstallationTest {

  @Test
  void theFeatureStartsInAnEclipseThatItWasInstalledInto(@TempDir Path folder) throws Exception {
    var made = EclipseFolder.madeBy("org.imc.installation", "org.imc.installation.plain").stream()
        .filter(EclipseFolder::isForThisMachine).findFirst();
    assumeTrue(made.isPresent(), "no Eclipse was made for this machine yet");
    Path home = made.get().home();
    List<String> names = made.get().bundles().stream().map(EclipseFolder::symbolicName).toList();
    assertTrue(names.containsAll(List.of("org.imc.dsl.ui", "org.eclipse.xtext.ide", "org.eclipse.elk.alg.layered",
        "org.eclipse.swtchart", "org.eclipse.jgit", "org.tribuo.util.onnx")), names::toString);
    assertTrue(!names.contains("org.imc.workbench"), "the host stays what it is");
    try (Stream<Path> plugins = Files.list(home.resolve("plugins"))) {
      Path launcher = plugins.filter(path -> path.getFileName().toString().startsWith("org.eclipse.equinox.launcher_"))
          .findFirst().orElseThrow();
      var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      try (var workbench = WorkbenchProcess.start(folder, List.of(java, "-jar", launcher.toString()))) {
        workbench.awaitExample();
        assertEquals("", workbench.errors());
      }
    }
  }
}
