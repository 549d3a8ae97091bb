package org.imc.tests.engine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Find reference data: the small committed extracts, and the full folder, which lies beside the repository or nowhere. */
public final class ReferenceFolder {

  /** Where the repository is; set by the build. */
  private static final Path ROOT = Path.of(System.getProperty("imc.root", ".."));

  private static final ObjectMapper JSON = new ObjectMapper();

  private ReferenceFolder() { }

  /** Return a file of the repository's own test data. */
  static Path committed(String file) {
    return ROOT.resolve("org.imc.tests").resolve("data").resolve(file);
  }

  /** Return a file of the full folder, which may be missing. */
  public static Path full(String file) {
    String folder = System.getProperty("imc.reference");
    return (folder == null ? ROOT.resolve("..").resolve("shared").resolve("reference") : Path.of(folder)).resolve(file);
  }

  /** Return a file of the full folder; where it is missing, the test is skipped. */
  public static Path required(String file) {
    Path path = full(file);
    assumeTrue(Files.exists(path), () -> "The full reference folder is not here: " + path);
    return path;
  }

  /** Return a document. */
  static JsonNode json(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Return the rows of a table, by the names of its columns; cells may be quoted. */
  public static List<Map<String, String>> rows(Path file) {
    List<String> lines = lines(file);
    String[] header = lines.getFirst().split(",");
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1); // commas outside quotes
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < header.length; i++) {
        row.put(header[i], unquoted(cells[i]));
      }
      rows.add(row);
    }
    return rows;
  }

  private static String unquoted(String cell) {
    return cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
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
