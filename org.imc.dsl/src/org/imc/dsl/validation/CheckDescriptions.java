package org.imc.dsl.validation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.imc.dsl.evaluation.Problem;
import org.imc.dsl.linking.Spelling;

/**
 * The description of every check: the one source of severities, of {@code imc help CODE}, of hovers and of the reference.
 *
 * <p>They stand in {@code checks.md} beside this class, a section a code: {@code # code: severity}, the title, paragraphs,
 * and examples in fences marked {@code wrong} and {@code right}.
 */
public final class CheckDescriptions {

  private static final String FILE = "checks.md";
  private static final String FENCE = "```";
  private static final String WRONG = FENCE + "wrong\n";
  private static final String RIGHT = FENCE + "right\n";

  private static final Map<String, CheckDescription> BY_CODE = read();

  private CheckDescriptions() { }

  /** Return all descriptions, related ones together. */
  public static List<CheckDescription> all() {
    return List.copyOf(BY_CODE.values());
  }

  /** Return the description of a code, if there is such a code. */
  public static Optional<CheckDescription> of(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /** Return the code that was probably meant. */
  public static Optional<String> nearest(String typed) {
    return Spelling.nearest(typed, BY_CODE.keySet().stream());
  }

  private static Map<String, CheckDescription> read() {
    try (InputStream in = CheckDescriptions.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("'%s' is missing from the build.".formatted(FILE));
      }
      var descriptions = new LinkedHashMap<String, CheckDescription>();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
      Arrays.stream(text.split("(?m)^# ")).skip(1).map(CheckDescriptions::parse)
          .forEach(description -> descriptions.put(description.code(), description));
      return Collections.unmodifiableMap(descriptions);
    } catch (IOException e) {
      throw new UncheckedIOException("The descriptions of the checks cannot be read.", e);
    }
  }

  private static CheckDescription parse(String section) {
    List<String> lines = section.lines().toList();
    String[] heading = lines.get(0).split(": ");
    if (heading.length != 2 || lines.size() < 3) {
      throw new IllegalStateException("'%s' has no section '# code: severity' with a title in '%s'."
          .formatted(FILE, lines.get(0)));
    }
    var help = new ArrayList<String>();
    for (String part : String.join("\n", lines.subList(2, lines.size())).split(FENCE, 2)[0].split("\n\n")) {
      if (!part.isBlank()) {
        help.add(part.strip());
      }
    }
    return new CheckDescription(heading[0], Problem.Severity.valueOf(heading[1].toUpperCase(Locale.ROOT)),
        lines.get(1), help, fenced(section, WRONG), fenced(section, RIGHT));
  }

  /** Return what stands between two fences; empty when it is not there. */
  private static String fenced(String section, String opening) {
    int start = section.indexOf(opening);
    return start < 0 ? "" : section.substring(start + opening.length(), section.indexOf(FENCE, start + opening.length()));
  }
}
