package org.imc.tests.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The repository's own files: the shipped library, the examples, the documents, test data. */
final class RepositoryFiles {

  /** Where the repository is; set by the build. */
  private static final Path ROOT = Path.of(System.getProperty("imc.root", ".."));

  /** The folder of the shipped library; its first level is a package. */
  static final Path LIBRARY = ROOT.resolve("org.imc.dsl").resolve("library");

  /** The folder of the example projects. */
  static final Path EXAMPLES = ROOT.resolve("examples");

  /** What the project says about itself. */
  static final Path README = ROOT.resolve("README.md");

  /** The folder of the manual. */
  static final Path DOCS = ROOT.resolve("docs");

  private RepositoryFiles() { }

  /** Return all .imc files of a folder and below, in a fixed order. */
  static List<Path> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".imc")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Return the lines of a file of test data, without comments. */
  static List<String> data(String file) {
    try (Stream<String> lines = Files.lines(ROOT.resolve("org.imc.tests").resolve("data").resolve(file))) {
      return lines.filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
