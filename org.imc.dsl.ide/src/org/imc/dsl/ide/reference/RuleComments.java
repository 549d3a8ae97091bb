package org.imc.dsl.ide.reference;

import com.google.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.xtext.AbstractRule;
import org.imc.dsl.ImcRuntimeModule;

/** The documentation comments of the grammar's rules. The compiled grammar does not carry them, so its text is read. */
@Singleton
class RuleComments {

  private static final String FILE = "Imc.xtext";

  private static final Pattern COMMENT = Pattern.compile(
      "/\\*\\*(?<text>(?:[^*]|\\*(?!/))*)\\*/\\s*(?:(?:fragment|enum|terminal)\\s+)*(?<rule>\\w+)");

  private final Map<String, String> comments = read();

  /** Return what the comment in front of a rule says, in one line, without the names of check classes in brackets. */
  Optional<String> of(AbstractRule rule) {
    return Optional.ofNullable(comments.get(rule.getName()));
  }

  private static Map<String, String> read() {
    try (InputStream in = ImcRuntimeModule.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("The grammar '%s' is missing from the build.".formatted(FILE));
      }
      var comments = new HashMap<String, String>();
      Matcher comment = COMMENT.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      while (comment.find()) {
        comments.put(comment.group("rule"), comment.group("text").replaceAll("\\s*\\n\\s*\\*\\s*", " ")
            .replaceAll("\\s*\\([^()]*Checks:[^()]*\\)", "").strip());
      }
      return Map.copyOf(comments);
    } catch (IOException e) {
      throw new UncheckedIOException("The grammar cannot be read.", e);
    }
  }
}
