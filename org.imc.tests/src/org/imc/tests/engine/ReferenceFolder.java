package org.imc.tests.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Find reference data: the small committed extracts, and the full folder, which lies beside the repository or nowhere. */
final class ReferenceFolder {

  /** Where the repository is; set by the build. */
  private static final Path ROOT = Path.of(System.getProperty("imc.root", ".."));

  private ReferenceFolder() { }

  /** Return a file of the repository's own test data. */
  static Path committed(String file) {
    return ROOT.resolve("org.imc.tests").resolve("data").resolve(file);
  }

  /** Return a file of the full folder, which may be missing. */
  static Path full(String file) {
    String folder = System.getProperty("imc.reference");
    return (folder == null ? ROOT.resolve("..").resolve("shared").resolve("reference") : Path.of(folder)).resolve(file);
  }

  /** Return the lines of a file, without comments. */
  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
