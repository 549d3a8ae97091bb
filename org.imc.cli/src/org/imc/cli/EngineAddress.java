package org.imc.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imc.dsl.evaluation.SweepEngine;

/**
 * An engine, and where it is.
 *
 * @param name of the engine
 * @param address host and port; empty for this machine
 */
record EngineAddress(String name, String address) {

  private static final Pattern WORDS = Pattern.compile("(spark)(?:://((?:[A-Za-z0-9._-]{1,253}|\\[[0-9a-fA-F:]{2,39}]):\\d{1,5}))?");

  /** Return what {@code spark://host:7077} means; nothing when it is written otherwise. */
  static Optional<EngineAddress> parse(String text) {
    Matcher words = WORDS.matcher(text);
    return words.matches()
        ? Optional.of(new EngineAddress(words.group(1), words.group(2) == null ? "" : words.group(2)))
        : Optional.empty();
  }

  /**
   * Return the engine.
   *
   * @throws IOException when this program was started without it
   */
  SweepEngine find() throws IOException {
    return ServiceLoader.load(SweepEngine.class).stream().map(ServiceLoader.Provider::get)
        .filter(engine -> engine.name().equals(name)).findFirst()
        .orElseThrow(() -> new IOException("--engine %s: its jars are not here. Maybe start this command as './imc', which fetches them"
            .formatted(name)));
  }
}
