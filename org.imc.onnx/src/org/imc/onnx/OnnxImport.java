package org.imc.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.imc.onnx.file.OnnxFile;
import org.imc.onnx.translate.Translation;

/** Turn an ONNX file into a network of the language. */
public final class OnnxImport {

  private OnnxImport() { }

  /** Read a file and write its network as text, without being cancelled. */
  public static ImportedNetwork read(Path file, ImportOptions options) throws IOException {
    return read(file, options, () -> false);
  }

  /**
   * Read a file and write its network as text. Weights are not read; the memory that is used depends on the graph alone.
   *
   * @param cancelled asked again and again
   * @throws CancellationException when cancelled
   * @throws OnnxException when the file is damaged, hostile, or leaves a size open that the options do not give
   * @throws IOException when it cannot be read
   */
  public static ImportedNetwork read(Path file, ImportOptions options, BooleanSupplier cancelled) throws IOException {
    return new Translation(OnnxFile.read(file, cancelled), options).run(cancelled);
  }
}
