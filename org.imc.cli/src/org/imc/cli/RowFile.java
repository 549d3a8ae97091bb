package org.imc.cli;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Write text piece by piece to standard output, or to a file that has its new content only when all of it is there;
 * compressed where its name says so.
 */
final class RowFile implements Closeable {

  private static final String COMPRESSED = ".gz";

  private final @Nullable Path target;
  private final @Nullable Path draft;
  private final OutputStream stream;

  RowFile(@Nullable Path file, Output output) throws IOException {
    target = file == null ? null : Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    draft = target == null || Files.exists(target) && !Files.isRegularFile(target)
        ? null : target.resolveSibling(".%s.%d.tmp".formatted(target.getFileName(), ProcessHandle.current().pid()));
    OutputStream plain = target == null ? output.out() : Files.newOutputStream(draft == null ? target : draft);
    stream = target != null && target.toString().endsWith(COMPRESSED)
        ? new GZIPOutputStream(new BufferedOutputStream(plain)) : new BufferedOutputStream(plain);
  }

  void write(String text) throws IOException {
    stream.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Put the file in its place: all was written. */
  void finish() throws IOException {
    if (target == null) {
      stream.flush();
      return;
    }
    stream.close();
    if (draft != null) {
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() throws IOException {
    if (target != null) {
      stream.close();
    }
    if (draft != null) {
      Files.deleteIfExists(draft);
    }
  }
}
