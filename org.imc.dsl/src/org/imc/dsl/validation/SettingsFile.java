package org.imc.dsl.validation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.CommonPlugin;
import org.eclipse.emf.common.util.URI;
import org.imc.dsl.evaluation.Problem;

/**
 * What a project's settings say: how severe its users take each problem.
 *
 * <p>They stand in {@code .settings/org.imc.dsl.prefs} of the project's folder, the form and place of Eclipse's own project
 * settings, a line each: {@code severity.adc.node=ignore}. They hold for all files in the folder and below, unless a
 * folder between has settings of its own; a folder with a {@code .project} file is not looked out of. Every host reads
 * them here.
 *
 * @param text all of it
 * @param severities the word for each code that is set
 * @param problems lines that have no effect
 */
public record SettingsFile(String text, Map<String, String> severities, List<Problem> problems) {

  /** The file, seen from the project's folder. */
  public static final String NAME = ".settings/org.imc.dsl.prefs";

  private static final String SEVERITY = "severity.";

  /** Eclipse puts it in front of all settings. */
  private static final String VERSION = "eclipse.preferences.version";

  private static final String PROJECT = ".project";
  private static final int MOST_FOLDERS = 64;
  private static final int MOST_BYTES = 1 << 16;

  public SettingsFile {
    severities = Map.copyOf(severities);
    problems = List.copyOf(problems);
  }

  /** Return the settings that hold for a file, if there are any. */
  public static Optional<Path> find(URI file) {
    URI resolved = CommonPlugin.resolve(file);
    if (!"file".equals(resolved.scheme())) {
      return Optional.empty();
    }
    try {
      Path folder = Path.of(resolved.toFileString()).normalize().getParent();
      for (int i = 0; folder != null && i < MOST_FOLDERS; i++) {
        Path settings = folder.resolve(NAME);
        if (Files.isRegularFile(settings)) {
          return Optional.of(settings);
        }
        folder = Files.exists(folder.resolve(PROJECT)) ? null : folder.getParent();
      }
    } catch (InvalidPathException e) {
      // no file of this computer has such a name
    }
    return Optional.empty();
  }

  /** Read settings; what cannot be read is a problem. */
  public static SettingsFile read(Path path) {
    URI uri = URI.createFileURI(path.toString());
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length <= MOST_BYTES) {
        return parse(uri, new String(bytes, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      // is told below
    }
    var unread = new Problem(uri, 0, 0, 1, 1, Problem.Severity.ERROR, IssueCodes.FILE_UNREADABLE,
        "'%s' cannot be read, or has more than %d KiB.".formatted(path.getFileName(), MOST_BYTES >> 10), List.of());
    return new SettingsFile("", Map.of(), List.of(unread));
  }

  /** Understand the text of settings. */
  public static SettingsFile parse(URI file, String text) {
    var severities = new LinkedHashMap<String, String>();
    var problems = new ArrayList<Problem>();
    int offset = 0;
    int number = 1;
    for (String line : text.split("\n", -1)) {
      String[] setting = line.strip().split("\\s*[=:]\\s*", 2);
      boolean comment = setting[0].isEmpty() || "#!".indexOf(setting[0].charAt(0)) >= 0;
      if (!comment && !setting[0].equals(VERSION)) {
        Optional<String> fault = fault(setting);
        if (fault.isPresent()) {
          int indent = line.indexOf(line.strip());
          problems.add(new Problem(file, offset + indent, line.strip().length(), number, indent + 1,
              Problem.Severity.ERROR, IssueCodes.SETTINGS_WITHOUT_EFFECT, fault.get(), List.of()));
        } else {
          severities.put(setting[0].substring(SEVERITY.length()), setting[1]);
        }
      }
      offset += line.length() + 1;
      number++;
    }
    return new SettingsFile(text, severities, problems);
  }

  /** Return the text of settings with other severities in place of those that it has; other lines stay as they are. */
  public static String replace(String text, Map<String, String> severities) {
    var lines = new ArrayList<String>();
    text.lines().filter(line -> !line.strip().startsWith(SEVERITY)).forEach(lines::add);
    severities.forEach((code, word) -> lines.add(SEVERITY + code + "=" + word));
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  private static Optional<String> fault(String[] setting) {
    return setting.length < 2 || !setting[0].startsWith(SEVERITY)
        ? Optional.of("'%s' sets nothing. Maybe 'severity.adc.node=ignore' is meant.".formatted(setting[0]))
        : Severities.fault(setting[0].substring(SEVERITY.length()), setting[1]);
  }
}
