package org.imc.engine.certificate;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imc.engine.ElementId;
import org.imc.engine.workload.LoopBounds;
import org.imc.engine.workload.LoopDim;

/**
 * SHA-256 over a canonical text of a value: all that a record holds, component by component with their names, but for the
 * places where it was written. Equal values have equal texts, whatever the order in which sets and maps are kept; text in a
 * value cannot pass for structure, since its length stands before it.
 */
public final class ContentHash {

  private ContentHash() { }

  /**
   * Return the hash, 64 hexadecimal digits.
   *
   * @throws IllegalArgumentException when a value holds something whose text is not known
   */
  public static String of(Object value) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text(value).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  /** Return the canonical text. */
  static String text(Object value) {
    return switch (value) {
      case ElementId id -> "-"; // where it was written, not what it is
      case LoopBounds bounds -> text(Stream.of(LoopDim.values()).map(bounds::get).toList());
      case Record record -> record(record);
      case Enum<?> constant -> constant.name();
      case String string -> "%d:%s".formatted(string.length(), string);
      case Double number -> Double.toHexString(number);
      case Integer number -> number.toString();
      case Long number -> number.toString();
      case Boolean bool -> bool.toString();
      case Optional<?> optional -> optional.map(ContentHash::text).orElse("none");
      case OptionalDouble optional -> optional.isPresent() ? text(optional.getAsDouble()) : "none";
      case OptionalInt optional -> optional.isPresent() ? text(optional.getAsInt()) : "none";
      case OptionalLong optional -> optional.isPresent() ? text(optional.getAsLong()) : "none";
      case List<?> list -> list.stream().map(ContentHash::text).collect(Collectors.joining(",", "[", "]"));
      case Collection<?> set -> sorted(set.stream().map(ContentHash::text));
      case Map<?, ?> map -> sorted(map.entrySet().stream().map(e -> text(e.getKey()) + "=" + text(e.getValue())));
      default -> throw new IllegalArgumentException(
          "A %s has no canonical text. Maybe teach it to ContentHash.".formatted(value.getClass().getName()));
    };
  }

  private static String sorted(Stream<String> texts) {
    return texts.sorted().collect(Collectors.joining(",", "{", "}"));
  }

  private static String record(Record record) {
    var text = new StringBuilder(record.getClass().getSimpleName()).append('(');
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        text.append(component.getName()).append('=').append(text(component.getAccessor().invoke(record))).append(';');
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException("'%s' of %s cannot be read.".formatted(
            component.getName(), record.getClass().getName()), e);
      }
    }
    return text.append(')').toString();
  }
}
