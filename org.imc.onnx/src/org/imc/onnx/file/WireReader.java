package org.imc.onnx.file;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.imc.onnx.OnnxException;

/**
 * The wire format of protocol buffers, field by field.
 *
 * <p>The generated messages are not used here: they would hold all weights in memory. What is kept is bounded, field by field
 * and in all; what is longer is passed over or refused.
 */
final class WireReader {

  /** No name that a tool writes is longer, in bytes. */
  private static final int MOST_TEXT = 1 << 16;

  /** The most numbers of one list that are kept: far more than shapes, axes and scales have. */
  private static final int MOST_NUMBERS = 4096;

  /** The most bytes of names and numbers of one file that are kept. */
  private static final long MOST_KEPT = 1L << 27;

  /** What a message or a text costs in memory beside its bytes. */
  private static final int PER_FIELD = 64;

  /** Takes one field of a message: reads it, or passes it over. */
  interface FieldReader {
    void read(int field) throws IOException;
  }

  private final CodedInputStream in;
  private int tag;
  private long kept;

  WireReader(InputStream stream) {
    in = CodedInputStream.newInstance(stream);
  }

  /** Read the fields of the file. */
  void file(FieldReader fields) throws IOException {
    for (tag = in.readTag(); tag != 0; tag = in.readTag()) {
      fields.read(WireFormat.getTagFieldNumber(tag));
    }
  }

  /** Read the fields of a message that is the value of this field. */
  void message(FieldReader fields) throws IOException {
    keep(0);
    int end = in.pushLimit(length());
    file(fields);
    if (in.getBytesUntilLimit() > 0) {
      throw new InvalidProtocolBufferException("a message ends before its length");
    }
    in.popLimit(end);
  }

  void skip() throws IOException {
    in.skipField(tag);
  }

  long integer() throws IOException {
    requireType(WireFormat.WIRETYPE_VARINT);
    return in.readRawVarint64();
  }

  float number() throws IOException {
    requireType(WireFormat.WIRETYPE_FIXED32);
    return in.readFloat();
  }

  /** Read a text; one that is too long for a name reads as empty. */
  String text() throws IOException {
    return new String(bytes(MOST_TEXT), StandardCharsets.UTF_8);
  }

  /** Read bytes, or pass them over and return none when there are more. */
  byte[] bytes(int most) throws IOException {
    int length = length();
    if (length > most) {
      in.skipRawBytes(length);
      return new byte[0];
    }
    keep(length);
    return in.readRawBytes(length);
  }

  /** Add integers, packed or one, to a list; a list that becomes too long stays empty. */
  void integers(NumberList list) throws IOException {
    if (type() == WireFormat.WIRETYPE_VARINT) {
      list.add(in.readRawVarint64());
      return;
    }
    int end = in.pushLimit(length());
    while (in.getBytesUntilLimit() > 0) {
      list.add(in.readRawVarint64());
    }
    in.popLimit(end);
  }

  /** Add floating-point numbers of 32 bits, packed or one, to a list; a list that becomes too long stays empty. */
  void numbers(NumberList list) throws IOException {
    if (type() == WireFormat.WIRETYPE_FIXED32) {
      list.add(in.readFloat());
      return;
    }
    int end = in.pushLimit(length());
    if (in.getBytesUntilLimit() > MOST_NUMBERS * Float.BYTES) {
      in.skipRawBytes(in.getBytesUntilLimit());
      list.overflow();
    }
    while (in.getBytesUntilLimit() > 0) {
      list.add(in.readFloat());
    }
    in.popLimit(end);
  }

  NumberList list() {
    return new NumberList();
  }

  long position() {
    return in.getTotalBytesRead();
  }

  private int type() {
    return WireFormat.getTagWireType(tag);
  }

  private int length() throws IOException {
    requireType(WireFormat.WIRETYPE_LENGTH_DELIMITED);
    int length = in.readRawVarint32();
    if (length < 0) {
      throw new InvalidProtocolBufferException("a field has a negative length");
    }
    return length;
  }

  private void requireType(int type) throws InvalidProtocolBufferException {
    if (type() != type) {
      throw new InvalidProtocolBufferException("a field has another type");
    }
  }

  private void keep(int bytes) throws IOException {
    kept += bytes + PER_FIELD;
    if (kept > MOST_KEPT) {
      throw new OnnxException(
          "The file holds names and small constants of more than %d MiB. No network needs that.".formatted(MOST_KEPT >> 20));
    }
  }

  /** Numbers that are collected over one or more fields. */
  final class NumberList {

    private double[] numbers = new double[0];
    private int size;
    private boolean tooLong;

    private void add(double number) throws IOException {
      if (tooLong || size == MOST_NUMBERS) {
        overflow();
        return;
      }
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, Math.max(4, 2 * size));
        keep((numbers.length - size) * Double.BYTES);
      }
      numbers[size++] = number;
    }

    private void overflow() {
      tooLong = true;
      numbers = new double[0];
      size = 0;
    }

    boolean isTooLong() {
      return tooLong;
    }

    double[] numbers() {
      return Arrays.copyOf(numbers, size);
    }
  }
}
