package org.imc.dsl.ui.wizards;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.osgi.framework.FrameworkUtil;

/** What a new project or file begins with. */
public enum Template {
  EMPTY("empty", "Nothing", "An empty file."),
  BLANK("blank", "A small chip", "A digital macro, two memories and a question, to be changed."),
  PUBLISHED("published", "A published chip", "ResNet-8 on a digital chip of ISSCC 2023, out of the library."),
  MLPERF("mlperf-tiny", "MLPerf Tiny", "The benchmark's four networks on a published chip."),
  EXPLORATION("exploration", "An exploration", "Which of 64 sizes of a small chip are best for ResNet-8.");

  private final String file;
  private final String label;
  private final String description;

  Template(String file, String label, String description) {
    this.file = file;
    this.label = label;
    this.description = description;
  }

  /** Return the name for people. */
  public String label() {
    return label;
  }

  /** Return what one gets, in a sentence. */
  public String description() {
    return description;
  }

  /** Return the name of the file that a new project gets. */
  public String fileName() {
    return (this == EMPTY ? "main" : file) + ".imc";
  }

  /** Return the text. */
  public String text() {
    URL url = FrameworkUtil.getBundle(Template.class).getEntry("templates/%s.imc".formatted(file));
    try (InputStream in = url.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The template '%s' is missing from the build.".formatted(file), e);
    }
  }
}
