package org.imc.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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
      "imc " + version(Main.class).orElse(UNKNOWN),
      "engine " + ofEngine().orElse(UNKNOWN),
      "Java %s, %s".formatted(System.getProperty("java.version"), System.getProperty("java.vendor"))
    };
  }

  /** Return the version of the engine, which tells builds apart; nothing when it did not come from a file of a release. */
  static Optional<String> ofEngine() {
    return version(Engine.class);
  }

  /** Return the version of the bundle that a class came from. */
  private static Optional<String> version(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    try {
      Path jar = source == null ? null : Path.of(source.getLocation().toURI());
      if (jar == null || !Files.isRegularFile(jar)) {
        return Optional.empty();
      }
      try (var file = new JarFile(jar.toFile())) {
        Manifest manifest = file.getManifest();
        return Optional.ofNullable(manifest).map(each -> each.getMainAttributes().getValue("Bundle-Version"));
      }
    } catch (IOException | URISyntaxException | RuntimeException e) {
      return Optional.empty(); // loaded from somewhere that is no file, such as by OSGi
    }
  }
}
