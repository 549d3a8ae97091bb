package org.imc.tests.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Hold a document against the part of JSON Schema that our schemas use. */
public final class SchemaCheck {

  private final JsonNode root;
  private final List<String> problems = new ArrayList<>();

  SchemaCheck(JsonNode schema) {
    root = schema;
  }

  /** Check documents against a schema that is published in {@code docs/schema}. */
  public static SchemaCheck published(String name) {
    try {
      return new SchemaCheck(new ObjectMapper().readTree(Studies.text("docs", "schema", name)));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** Return where a document is not what the schema says. */
  public List<String> problems(JsonNode document) {
    problems.clear();
    check("", document, root);
    return List.copyOf(problems);
  }

  private void check(String at, JsonNode node, JsonNode schema) {
    if (schema.has("$ref")) {
      String[] reference = schema.get("$ref").asText().split("#");
      SchemaCheck other = reference[0].isEmpty() ? this : published(reference[0]);
      other.check(at, node, other.root.at(reference[1]));
      if (other != this) {
        problems.addAll(other.problems);
      }
      return;
    }
    if (schema.has("const") && !schema.get("const").equals(node)) {
      problems.add(at + " is not the constant " + schema.get("const").asText());
    }
    if (schema.has("enum") && elements(schema.get("enum")).noneMatch(node::equals)) {
      problems.add(at + " is not one of " + schema.get("enum"));
    }
    if (schema.has("pattern") && !Pattern.compile(schema.get("pattern").asText()).matcher(node.asText()).find()) {
      problems.add(at + " does not match " + schema.get("pattern").asText());
    }
    if (schema.has("oneOf")) {
      checkOneOf(at, node, schema.get("oneOf"));
    }
    if (schema.has("type") && !isOf(node, schema.get("type"))) {
      problems.add(at + " is no " + schema.get("type"));
    } else if (schema.has("minimum") && node.isNumber() && node.asDouble() < schema.get("minimum").asDouble()) {
      problems.add(at + " is less than " + schema.get("minimum"));
    }
    if (node.isObject()) {
      checkFields(at, node, schema);
    }
    for (int i = 0; node.isArray() && schema.has("items") && i < node.size(); i++) {
      check(at + "/" + i, node.get(i), schema.get("items"));
    }
  }

  private void checkOneOf(String at, JsonNode node, JsonNode choices) {
    long fitting = elements(choices).filter(choice -> {
      var trial = new SchemaCheck(root);
      trial.check(at, node, choice);
      return trial.problems.isEmpty();
    }).count();
    if (fitting != 1) {
      problems.add("%s fits %d of its choices".formatted(at, fitting));
    }
  }

  private void checkFields(String at, JsonNode node, JsonNode schema) {
    elements(schema.path("required"))
        .filter(name -> !node.has(name.asText()))
        .forEach(name -> problems.add(at + " lacks " + name.asText()));
    node.properties().forEach(field -> {
      JsonNode expected = schema.path("properties").path(field.getKey());
      if (!expected.isMissingNode()) {
        check(at + "/" + field.getKey(), field.getValue(), expected);
      } else if (schema.path("additionalProperties").isBoolean() && !schema.get("additionalProperties").asBoolean()) {
        problems.add(at + " has " + field.getKey());
      }
    });
  }

  private static boolean isOf(JsonNode node, JsonNode type) {
    return type.isArray() ? elements(type).anyMatch(one -> isOf(node, one)) : switch (type.asText()) {
      case "object" -> node.isObject();
      case "array" -> node.isArray();
      case "string" -> node.isTextual();
      case "boolean" -> node.isBoolean();
      case "integer" -> node.isIntegralNumber();
      case "number" -> node.isNumber();
      case "null" -> node.isNull();
      default -> throw new IllegalArgumentException("The schema says 'type': " + type);
    };
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
