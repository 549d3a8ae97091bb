package org.imc.cli;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Write text piece by piece to standard output, or to a file that has its new content only when all of it is there;
 * compressed where its name says so.
 */
final class RowFile implements Closeable {

  private static final String COMPRESSED = ".gz";

  private final @Nullable Draft draft;
  private final OutputStream stream;
  private final boolean isOurs;

  RowFile(@Nullable Path file, Output output) throws IOException {
    Path target = file == null ? null : Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    isOurs = target != null;
    draft = target == null || Files.exists(target) && !Files.isRegularFile(target) ? null : Draft.of(target);
    OutputStream plain = draft != null ? draft.stream() : target != null ? Files.newOutputStream(target) : output.out();
    stream = target != null && target.toString().endsWith(COMPRESSED)
        ? new GZIPOutputStream(new BufferedOutputStream(plain)) : new BufferedOutputStream(plain);
  }

  void write(String text) throws IOException {
    stream.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Put the file in its place: all was written. */
  void finish() throws IOException {
    if (stream instanceof GZIPOutputStream compressed) {
      compressed.finish();
    }
    stream.flush();
    if (draft != null) {
      draft.publish();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      if (isOurs) {
        stream.close();
      }
    } finally {
      if (draft != null) {
        draft.close();
      }
    }
  }
}
