package org.imc.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Standard output of the process, which remembers why it failed: a print stream forgets that. */
final class ResultStream extends OutputStream {

  private final OutputStream stream = new FileOutputStream(FileDescriptor.out);
  private @Nullable IOException failure;

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      stream.write(bytes, offset, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  /** Return in words why results are lost; nothing when all were written, or when the reader wanted no more, as {@code head}. */
  Optional<String> failure() {
    return Optional.ofNullable(failure)
        .map(Reasons::of)
        .filter(reason -> !reason.toLowerCase(Locale.ROOT).contains("pipe"))
        .map("imc: Standard output is not complete: %s."::formatted);
  }
}
