package org.imc.onnx.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** A stream that ends in a {@link CancellationException} when nobody wants to know any more. */
final class CancellableStream extends FilterInputStream {

  private final BooleanSupplier cancelled;

  CancellableStream(InputStream stream, BooleanSupplier cancelled) {
    super(stream);
    this.cancelled = cancelled;
  }

  @Override
  public int read() throws IOException {
    check();
    return super.read();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    check();
    return super.read(bytes, offset, length);
  }

  @Override
  public long skip(long count) throws IOException {
    check();
    return super.skip(count);
  }

  private void check() {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException("The import was cancelled.");
    }
  }
}
