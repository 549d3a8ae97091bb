package org.imc.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Write a file so that it has either the old content or the new one, whatever happens meanwhile. */
final class OutputFile {

  private OutputFile() { }

  /**
   * Refuse a file that cannot be written, before the work for it is done.
   *
   * @throws IOException that says why
   */
  static void requireWritable(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw new IOException("'%s' is a folder. Maybe name a file in it.".formatted(file));
    }
    if (folder != null && !Files.isDirectory(folder)) {
      throw new IOException("There is no folder '%s' to write '%s' into.".formatted(folder, file.getFileName()));
    }
    if (Files.exists(file) && !Files.isWritable(file)) {
      throw new IOException("'%s' may not be written.".formatted(file));
    }
  }

  /**
   * Refuse to put a report where it cannot be written, or where it would replace what somebody wrote.
   *
   * @param file what was asked for; null for standard output
   * @param option that asked for it
   * @param spec of the command
   * @throws IOException that says why it cannot be written
   */
  static void requireReport(@Nullable Path file, String option, CommandSpec spec) throws IOException {
    if (file == null) {
      return;
    }
    Path target = Files.exists(file) ? file.toRealPath() : file; // a link may lead to what somebody wrote
    if (target.toString().endsWith(".imc")) {
      throw new ParameterException(spec.commandLine(), "%s is '%s'. It must not replace an .imc file.".formatted(option, file));
    }
    requireWritable(file);
  }

  /**
   * Refuse to put two reports into one file.
   *
   * @param file what was asked for by one option; null for nothing
   * @param other what was asked for by another; null for nothing
   * @param options both of them
   * @param spec of the command
   */
  static void requireApart(@Nullable Path file, @Nullable Path other, String options, CommandSpec spec) {
    if (file != null && other != null && file.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize())) {
      throw new ParameterException(spec.commandLine(), "%s are both '%s'. Maybe name two files.".formatted(options, file));
    }
  }

  /** Write text in UTF-8. A link keeps leading where it leads, and the file keeps its permissions. */
  static void write(Path file, String text) throws IOException {
    requireWritable(file);
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      replace(target, bytes);
    } catch (IOException e) { // which may name no file, or the draft
      String reason = e instanceof FileSystemException system && system.getReason() != null ? system.getReason()
          : e instanceof AccessDeniedException || e instanceof NoSuchFileException ? "its folder takes no new files"
          : Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
      throw new IOException("'%s' cannot be written: %s.".formatted(file, reason), e);
    }
  }

  private static void replace(Path target, byte[] bytes) throws IOException {
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      Files.write(target, bytes); // such as /dev/stdout
      return;
    }
    try (Draft draft = Draft.of(target)) {
      draft.stream().write(bytes);
      draft.publish();
    }
  }

  /** Write a report to a file, or to standard output where there is none. */
  static void writeReport(@Nullable Path file, String report, Output output) throws IOException {
    if (file == null) {
      output.out().print(report);
      output.out().flush();
    } else {
      write(file, report);
    }
  }
}
