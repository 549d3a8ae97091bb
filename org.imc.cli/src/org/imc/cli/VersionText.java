package org.imc.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.imc.engine.Engine;
import picocli.CommandLine.IVersionProvider;

/** The versions of what answers. */
final class VersionText implements IVersionProvider {

  private static final String UNKNOWN = "(development build)";

  @Override
  public String[] getVersion() {
    return new String[] {
      "imc " + version(Main.class),
      "engine " + version(Engine.class),
      "Java %s, %s".formatted(System.getProperty("java.version"), System.getProperty("java.vendor"))
    };
  }

  /** Return the version of the bundle that a class came from. */
  private static String version(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    try {
      Path jar = source == null ? null : Path.of(source.getLocation().toURI());
      if (jar == null || !Files.isRegularFile(jar)) {
        return UNKNOWN;
      }
      try (var file = new JarFile(jar.toFile())) {
        Manifest manifest = file.getManifest();
        String version = manifest == null ? null : manifest.getMainAttributes().getValue("Bundle-Version");
        return version == null ? UNKNOWN : version;
      }
    } catch (IOException | URISyntaxException | RuntimeException e) {
      return UNKNOWN; // loaded from somewhere that is no file, such as by OSGi
    }
  }
}
