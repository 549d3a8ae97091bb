package org.imc.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is known about the place that output goes to. */
final class Terminal {

  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  private Terminal() { }

  /** Return whether a person sees standard error, where diagnostics and progress go. */
  static boolean showsErrors() {
    return isTerminal(2);
  }

  /** Return whether a person sees standard output. */
  static boolean showsOutput() {
    return isTerminal(1);
  }

  /** Return the encoding of standard output and error: UTF-8, but for a Windows console, which has its own. */
  static Charset encoding() {
    Console console = System.console();
    boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    return windows && console != null ? console.charset() : StandardCharsets.UTF_8;
  }

  private static boolean isTerminal(int descriptor) {
    if ("dumb".equals(System.getenv("TERM"))) {
      return false;
    }
    if (Files.isDirectory(DESCRIPTORS)) { // Linux knows it for each stream
      try {
        String target = Files.readSymbolicLink(DESCRIPTORS.resolve(Integer.toString(descriptor))).toString();
        return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
      } catch (IOException e) {
        return false;
      }
    }
    return isInteractive(System.console());
  }

  /** Ask {@code Console.isTerminal}, which is there since Java 22; before that, a console is always a terminal. */
  private static boolean isInteractive(@Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
