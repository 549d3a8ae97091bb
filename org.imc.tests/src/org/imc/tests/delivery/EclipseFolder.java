package org.imc.tests.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * An Eclipse as it lies on the disk, made for one platform.
 *
 * @param folder what a user unpacks
 * @param os     the operating system that it is for, in Eclipse's words: linux, macosx, win32
 * @param ws     the window system: gtk, cocoa, win32
 * @param arch   the processor: x86_64, aarch64
 */
record EclipseFolder(Path folder, String os, String ws, String arch) {

  private static final Path RELENG = Path.of(System.getProperty("imc.root", ".."), "releng");

  /** Return those that the build has made of a product: for this machine, or with the profile "products" for all. */
  static List<EclipseFolder> madeBy(String module, String product) throws IOException {
    Path products = RELENG.resolve(module).resolve("target/products").resolve(product);
    var made = new ArrayList<EclipseFolder>();
    for (Path os : folders(products)) {
      for (Path ws : folders(os)) {
        for (Path arch : folders(ws)) {
          made.add(new EclipseFolder(arch, name(os), name(ws), name(arch)));
        }
      }
    }
    return made;
  }

  boolean isForThisMachine() {
    String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
    return os.equals("linux") && System.getProperty("os.name").equals("Linux") && arch.equals(processor);
  }

  /** Return the folder that holds plugins and configuration. */
  Path home() throws IOException {
    try (Stream<Path> all = Files.walk(folder, 4)) { // on macOS <name>.app/Contents/Eclipse
      return all.filter(path -> Files.isDirectory(path.resolve("plugins"))).findFirst().orElseThrow();
    }
  }

  Properties configuration() throws IOException {
    var configuration = new Properties();
    try (var in = Files.newInputStream(home().resolve("configuration/config.ini"))) {
      configuration.load(in);
    }
    return configuration;
  }

  /** Return the bundles that it starts with, by what their manifests say. */
  List<Attributes> bundles() throws IOException {
    var bundles = new ArrayList<Attributes>();
    Path list = home().resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info");
    for (String line : Files.readAllLines(list)) {
      if (!line.startsWith("#")) {
        bundles.add(manifest(home().resolve(line.split(",")[2])).getMainAttributes()); // name, version, place, ...
      }
    }
    return bundles;
  }

  private static Manifest manifest(Path bundle) throws IOException {
    if (Files.isDirectory(bundle)) {
      try (var in = Files.newInputStream(bundle.resolve(JarFile.MANIFEST_NAME))) {
        return new Manifest(in);
      }
    }
    try (var jar = new JarFile(bundle.toFile())) {
      return jar.getManifest();
    }
  }

  static String symbolicName(Attributes bundle) {
    return bundle.getValue("Bundle-SymbolicName").split(";")[0].strip();
  }

  /** Return what a platform filter of OSGi is asked about. */
  Map<String, String> platform() {
    return Map.of("osgi.os", os, "osgi.ws", ws, "osgi.arch", arch);
  }

  @Override
  public String toString() {
    return os + "." + ws + "." + arch;
  }

  private static List<Path> folders(Path parent) throws IOException {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(parent)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }
}
