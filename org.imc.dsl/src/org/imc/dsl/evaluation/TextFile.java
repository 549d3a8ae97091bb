package org.imc.dsl.evaluation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Read a file that this program wrote earlier, or that somebody takes for one. */
public final class TextFile {

  /** What some editors write in front of UTF-8; it is no part of the text. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private TextFile() { }

  /**
   * Return the text of a file.
   *
   * @param mostBytes of a file that is read
   * @param kind what it should be, such as {@code a certificate}
   * @throws IOException that says why it cannot be read
   */
  public static String read(Path path, long mostBytes, String kind) throws IOException {
    if (Files.size(path) > mostBytes) {
      throw new IOException("'%s' has more than %d MiB. Maybe it is not %s.".formatted(path, mostBytes >> 20, kind));
    }
    if (!Files.isRegularFile(path)) {
      throw new IOException("'%s' is not a file.".formatted(path));
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(path))).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IOException("'%s' is not a UTF-8 text file. Maybe it is not %s.".formatted(path, kind), e);
    }
  }
}
