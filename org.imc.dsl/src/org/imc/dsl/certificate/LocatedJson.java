package org.imc.dsl.certificate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.imc.dsl.certificate.CertificateFault.Place;
import org.jspecify.annotations.Nullable;

/** A JSON value that knows where it stands, and refuses to be taken for another kind of value. */
final class LocatedJson {

  private static final int MAX_DEPTH = 32;
  private static final int MAX_TEXT = 10_000;
  private static final int MAX_NUMBER = 100;
  private static final int MAX_VALUES = 2_000_000;

  private static final JsonFactory FACTORY = JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder()
          .maxNestingDepth(MAX_DEPTH).maxStringLength(MAX_TEXT).maxNameLength(MAX_TEXT).maxNumberLength(MAX_NUMBER).build())
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .build();

  private final Place place;
  private final JsonToken kind;
  private final String text;
  private final Map<String, LocatedJson> fields = new LinkedHashMap<>();
  private final List<LocatedJson> elements = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();

  private LocatedJson(Place place, JsonToken kind, String text) {
    this.place = place;
    this.kind = kind;
    this.text = text;
  }

  /** Parse a document. */
  static LocatedJson parse(String text) throws CertificateFault {
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() == null) {
        throw new CertificateFault(new Place("", 1, 1, 0, 0), "The file is empty.");
      }
      LocatedJson document = new Reader(parser).value("");
      if (parser.nextToken() != null) {
        throw new CertificateFault(place("", parser.currentTokenLocation(), 1), "Something follows the document.");
      }
      return document;
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
      throw new CertificateFault(place("", at, 1), "This is not JSON as it should be: %s.".formatted(firstLine(e)));
    } catch (IOException e) {
      throw new UncheckedIOException("Text in memory cannot be read.", e);
    }
  }

  /** Return what is wrong in a line, without what it says of the parser's own options. */
  private static String firstLine(JsonProcessingException e) {
    return switch (e) {
      case StreamConstraintsException large -> ("a part is deeper or longer than any of a certificate, which nests %d levels, "
          + "with texts of %d characters and numbers of %d").formatted(MAX_DEPTH, MAX_TEXT, MAX_NUMBER);
      default -> e.getOriginalMessage().lines().findFirst().orElse("unreadable").replaceFirst("\\s*[:;(] ?(enable|not recognized) .*", "");
    };
  }

  private static Place place(String pointer, JsonLocation at, int length) {
    return new Place(pointer, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()),
        (int) Math.max(0, at.getCharOffset()), length);
  }

  /** Builds values; stops when there are more than a certificate has. */
  private static final class Reader {

    private final JsonParser parser;
    private int values;

    Reader(JsonParser parser) {
      this.parser = parser;
    }

    LocatedJson value(String pointer) throws IOException, CertificateFault {
      JsonToken kind = parser.currentToken();
      String text = kind.isScalarValue() ? parser.getText() : "";
      Place place = place(pointer, parser.currentTokenLocation(),
          Math.max(1, text.length() + (kind == JsonToken.VALUE_STRING ? 2 : 0)));
      if (++values > MAX_VALUES) {
        throw new CertificateFault(place, "There are more than %d values. No certificate has as many.".formatted(MAX_VALUES));
      }
      var value = new LocatedJson(place, kind, text);
      if (kind == JsonToken.START_OBJECT) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          value.fields.put(name, value(pointer + "/" + name.replace("~", "~0").replace("/", "~1")));
        }
      } else if (kind == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          value.elements.add(value(pointer + "/" + value.elements.size()));
        }
      }
      return value;
    }
  }

  Place place() {
    return place;
  }

  /** Return where a pointer leads from here, or as far as it does. */
  Place place(String pointer) {
    return at(pointer).place;
  }

  /** Return what a pointer leads to from here, or as far as it does. */
  LocatedJson at(String pointer) {
    LocatedJson at = this;
    for (String step : pointer.split("/")) {
      LocatedJson next = at.fields.get(step.replace("~1", "/").replace("~0", "~"));
      if (next == null && step.matches("[0-9]{1,9}") && Integer.parseInt(step) < at.elements.size()) {
        next = at.elements.get(Integer.parseInt(step));
      }
      at = next == null ? at : next;
    }
    return at;
  }

  CertificateFault fault(String message) {
    return new CertificateFault(place, message);
  }

  private String name() {
    return place.pointer().isEmpty() ? "The document" : "'%s'".formatted(place.pointer());
  }

  private void require(boolean holds, String what) throws CertificateFault {
    if (!holds) {
      throw fault("%s should be %s.".formatted(name(), what));
    }
  }

  /** Return a field of this object. */
  LocatedJson field(String name) throws CertificateFault {
    require(kind == JsonToken.START_OBJECT, "an object");
    LocatedJson field = fields.get(name);
    if (field == null) {
      throw fault("%s has no '%s'.".formatted(name(), name));
    }
    taken.add(name);
    return field;
  }

  /** Return whether this object has a field. */
  boolean has(String name) {
    return fields.containsKey(name);
  }

  /** Refuse fields that nobody asked for: what they claim would not be checked. */
  void finish() throws CertificateFault {
    for (Map.Entry<String, LocatedJson> field : fields.entrySet()) {
      if (!taken.contains(field.getKey())) {
        throw field.getValue().fault("%s is not known. Maybe a newer imc wrote it.".formatted(field.getValue().name()));
      }
    }
  }

  List<LocatedJson> list() throws CertificateFault {
    require(kind == JsonToken.START_ARRAY, "a list");
    return elements;
  }

  boolean isNull() {
    return kind == JsonToken.VALUE_NULL;
  }

  String text() throws CertificateFault {
    require(kind == JsonToken.VALUE_STRING, "a text");
    return text;
  }

  boolean truth() throws CertificateFault {
    require(kind == JsonToken.VALUE_TRUE || kind == JsonToken.VALUE_FALSE, "true or false");
    return kind == JsonToken.VALUE_TRUE;
  }

  long whole() throws CertificateFault {
    require(kind == JsonToken.VALUE_NUMBER_INT && text.length() < 19, "a whole number of at most 18 digits");
    return Long.parseLong(text);
  }

  double number() throws CertificateFault {
    require(kind == JsonToken.VALUE_NUMBER_INT || kind == JsonToken.VALUE_NUMBER_FLOAT, "a number");
    double number = Double.parseDouble(text);
    require(Double.isFinite(number), "a number that a double holds");
    return number;
  }

  /** Return one of some constants, by the word that a function gives each. */
  <E> E oneOf(E[] constants, Function<E, String> word) throws CertificateFault {
    @Nullable E found = null;
    for (E constant : constants) {
      found = kind == JsonToken.VALUE_STRING && word.apply(constant).equals(text) ? constant : found;
    }
    if (found == null) {
      throw fault("%s should be one of %s.".formatted(name(),
          String.join(", ", Arrays.stream(constants).map(word).toList())));
    }
    return found;
  }
}
