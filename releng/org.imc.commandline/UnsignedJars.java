import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.Deflater;

/**
 * Copy the jars of one folder into another without their signatures.
 *
 * <p>Most of the platform's jars are signed, and the class loader checks each class against its
 * signature while the program starts; the class data archive leaves classes of signed jars out
 * altogether. Half of the start-up time of a short command went there.
 *
 * <p>Run by the build as {@code java UnsignedJars.java <from> <to>}.
 */
public final class UnsignedJars {

  private final Path to;

  private UnsignedJars(Path to) {
    this.to = to;
  }

  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException("Expected two folders, <from> and <to>, but got %d arguments.".formatted(args.length));
    }
    new UnsignedJars(Path.of(args[1])).copyAll(Path.of(args[0]));
  }

  private void copyAll(Path from) throws IOException {
    Files.createDirectories(to);
    Set<String> names = new HashSet<>();
    try (var jars = Files.newDirectoryStream(from, "*.jar")) {
      for (Path jar : jars) {
        String name = jar.getFileName().toString();
        names.add(name);
        // A released jar never changes under its versioned name; ours do within a minute.
        if (name.startsWith("org.imc.") || Files.notExists(to.resolve(name))) {
          copy(jar, name);
        }
      }
    }
    try (var copies = Files.newDirectoryStream(to)) {
      for (Path copy : copies) {
        if (!names.contains(copy.getFileName().toString())) {
          Files.delete(copy);
        }
      }
    }
  }

  /** Write a copy beside the place, then rename: a running command keeps the jar that it has open. */
  private void copy(Path jar, String name) throws IOException {
    Path unfinished = to.resolve(name + ".part");
    try (var in = new JarFile(jar.toFile(), false)) {
      try (var file = Files.newOutputStream(unfinished)) {
        copyEntries(in, file);
      }
    }
    Files.move(unfinished, to.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void copyEntries(JarFile in, OutputStream file) throws IOException {
    // Without its per-entry sections, which hold nothing but the digests that were signed.
    Manifest manifest = new Manifest();
    if (in.getManifest() != null) {
      manifest.getMainAttributes().putAll(in.getManifest().getMainAttributes());
    }
    manifest.getMainAttributes().putIfAbsent(Attributes.Name.MANIFEST_VERSION, "1.0");
    try (var out = new JarOutputStream(file, manifest)) {
      out.setLevel(Deflater.BEST_SPEED);
      for (var entries = in.entries(); entries.hasMoreElements();) {
        JarEntry entry = entries.nextElement();
        if (entry.isDirectory() || entry.getName().equals(JarFile.MANIFEST_NAME) || isSignature(entry.getName())) {
          continue;
        }
        JarEntry copy = new JarEntry(entry.getName());
        copy.setTime(entry.getTime());
        out.putNextEntry(copy);
        in.getInputStream(entry).transferTo(out);
      }
    }
  }

  private static boolean isSignature(String name) {
    return name.startsWith("META-INF/") && name.indexOf('/', "META-INF/".length()) < 0
        && name.matches(".*\\.(SF|RSA|DSA|EC)");
  }
}
