package org.imc.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;

/** Say in words why a file cannot be used; the JDK's messages are often the bare path. */
final class Reasons {

  private Reasons() { }

  static String of(IOException e) {
    return switch (e) {
      case NoSuchFileException file -> "'%s' does not exist.".formatted(file.getFile());
      case AccessDeniedException file -> "'%s' may not be read or written.".formatted(file.getFile());
      case FileSystemLoopException file -> "'%s' leads back to itself.".formatted(file.getFile());
      case DirectoryNotEmptyException file -> "'%s' is a folder.".formatted(file.getFile());
      case FileSystemException file when file.getReason() != null ->
          "'%s' cannot be used: %s.".formatted(file.getFile(), file.getReason());
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }
}
