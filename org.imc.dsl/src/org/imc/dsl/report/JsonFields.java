package org.imc.dsl.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.imc.engine.result.AreaBreakdown;
import org.imc.engine.result.DelayBreakdown;
import org.imc.engine.result.EnergyBreakdown;
import org.imc.engine.result.EnergyPart;
import org.imc.engine.result.LatencyBreakdown;
import org.imc.engine.result.NamedPart;
import org.imc.engine.result.Transfer;

/** Write the fields of JSON objects, and the breakdowns that occur in several places. */
final class JsonFields {

  private final JsonGenerator json;

  JsonFields(JsonGenerator json) {
    this.json = json;
  }

  /** Writes the fields of an object. */
  @FunctionalInterface
  interface Fields {
    void write() throws IOException;
  }

  /** Writes the fields of an object for a value. */
  @FunctionalInterface
  interface FieldsOf<T> {
    void write(T value) throws IOException;
  }

  void object(Fields fields) throws IOException {
    json.writeStartObject();
    fields.write();
    json.writeEndObject();
  }

  void object(String name, Fields fields) throws IOException {
    json.writeFieldName(name);
    object(fields);
  }

  <T> void list(String name, List<? extends T> values, FieldsOf<T> fields) throws IOException {
    json.writeArrayFieldStart(name);
    for (T value : values) {
      object(() -> fields.write(value));
    }
    json.writeEndArray();
  }

  /** Write a list whose elements are written one by one. */
  void array(String name, Fields elements) throws IOException {
    json.writeArrayFieldStart(name);
    elements.write();
    json.writeEndArray();
  }

  void words(String name, List<String> words) throws IOException {
    json.writeArrayFieldStart(name);
    for (String word : words) {
      json.writeString(word);
    }
    json.writeEndArray();
  }

  void numbers(String name, List<Integer> numbers) throws IOException {
    json.writeArrayFieldStart(name);
    for (int number : numbers) {
      json.writeNumber(number);
    }
    json.writeEndArray();
  }

  void field(String name, String value) throws IOException {
    json.writeStringField(name, value);
  }

  /** Write a text, or null where there is none. */
  void optional(String name, Optional<String> value) throws IOException {
    json.writeFieldName(name);
    json.writeString(value.orElse(null));
  }

  void field(String name, boolean value) throws IOException {
    json.writeBooleanField(name, value);
  }

  void field(String name, long value) throws IOException {
    json.writeNumberField(name, value);
  }

  /** Write a number as the shortest text that reads back the same; null where there is none, such as 0 / 0. */
  void field(String name, double value) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumberField(name, value);
    } else {
      json.writeNullField(name);
    }
  }

  /** Write a text, or null. */
  void field(String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      field(name, value.get());
    } else {
      nothing(name);
    }
  }

  void nothing(String name) throws IOException {
    json.writeNullField(name);
  }

  void energy(EnergyBreakdown breakdown) throws IOException {
    field("totalPj", breakdown.totalPj());
    list("parts", breakdown.parts(), this::part);
  }

  private void part(EnergyPart part) throws IOException {
    field("component", Words.of(part.component()));
    Transfer transfer = part.transfer();
    if (transfer != null) {
      field("level", transfer.level());
      field("operand", Words.of(transfer.operand()));
      field("direction", Words.of(transfer.direction()));
    }
    field("energyPj", part.pj());
  }

  void exchanges(List<LatencyBreakdown.Exchange> exchanges) throws IOException {
    list("exchanges", exchanges, (LatencyBreakdown.Exchange exchange) -> {
      field("place", exchange.place());
      field("operand", Words.of(exchange.operand()));
      field("endCycles", exchange.endCycles());
      field("waitCycles", exchange.waitCycles());
    });
  }

  void area(AreaBreakdown breakdown) throws IOException {
    field("totalMm2", breakdown.totalMm2());
    list("parts", breakdown.parts(), (NamedPart part) -> {
      field("name", part.name());
      field("areaMm2", part.value());
    });
  }

  void delay(DelayBreakdown breakdown) throws IOException {
    field("totalNs", breakdown.totalNs());
    list("parts", breakdown.parts(), (NamedPart part) -> {
      field("name", part.name());
      field("delayNs", part.value());
    });
  }
}
