package org.imc.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.imc.dsl.validation.CheckDescription;
import org.imc.dsl.validation.CheckDescriptions;
import org.imc.dsl.validation.SettingsFile;

/** Write the descriptions of checks for a terminal. */
final class CheckHelp {

  private static final int WIDTH = 100;

  private CheckHelp() { }

  /** Return all that is known of a code. */
  static String of(CheckDescription check) {
    var text = new StringBuilder("%s: %s\n%s\n".formatted(check.code(), severity(check), check.title()));
    check.help().forEach(paragraph -> text.append('\n').append(wrapped(paragraph)));
    append(text, "Wrong", check.wrong());
    append(text, "Right", check.right());
    if (check.isConfigurable()) {
      text.append('\n').append(wrapped("Its severity can be set: '--severity %s=ignore', or 'severity.%s=ignore' in %s."
          .formatted(check.code(), check.code(), SettingsFile.NAME)));
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String title, String example) {
    if (!example.isEmpty()) {
      text.append("\n%s:\n%s".formatted(title, example.indent(2)));
    }
  }

  /** Return a line for each code. */
  static String list() {
    List<CheckDescription> checks = CheckDescriptions.all();
    int width = checks.stream().mapToInt(check -> check.code().length()).max().orElse(0);
    return checks.stream()
        .map(check -> ("%-" + width + "s  %-7s  %s\n").formatted(check.code(), severity(check), check.title()))
        .collect(Collectors.joining());
  }

  private static String severity(CheckDescription check) {
    return check.severity().name().toLowerCase(Locale.ROOT);
  }

  private static String wrapped(String paragraph) {
    var text = new StringBuilder();
    int column = 0;
    for (String word : paragraph.split(" ")) {
      boolean fits = column + 1 + word.length() <= WIDTH;
      text.append(column == 0 ? "" : fits ? " " : "\n").append(word);
      column = (column == 0 ? 0 : fits ? column + 1 : 0) + word.length();
    }
    return text.append('\n').toString();
  }
}
