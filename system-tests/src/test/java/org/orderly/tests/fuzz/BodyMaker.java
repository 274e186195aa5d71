package org.orderly.tests.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Makes values of a schema, and now and then one that is not. */
final class BodyMaker {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEEPEST = 8;

  private final ApiDescription description;
  private final Random random;
  private final String mark;

  /** How many of a thousand values are of no schema at all. */
  private final int oddPerMille;

  BodyMaker(ApiDescription description, Random random, String mark, int oddPerMille) {
    this.description = description;
    this.random = random;
    this.mark = mark;
    this.oddPerMille = oddPerMille;
  }

  JsonNode value(JsonNode told, int depth) {
    JsonNode schema = description.resolved(told);
    if (depth > DEEPEST || random.nextInt(1000) < oddPerMille) {
      return odd(depth);
    }
    if (schema.has("enum")) {
      return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
    }
    if (schema.has("oneOf")) {
      return value(schema.path("oneOf").get(random.nextInt(schema.path("oneOf").size())), depth);
    }
    if (schema.has("allOf")) {
      return all(schema.path("allOf"), depth);
    }
    return switch (schema.path("type").asText("object")) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema, depth);
      case "integer" -> JSON.numberNode(number(schema).longValue());
      case "number" -> JSON.numberNode(number(schema));
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      default -> JSON.textNode(text(schema));
    };
  }

  private JsonNode all(JsonNode parts, int depth) {
    JsonNode first = value(parts.get(0), depth);
    for (int i = 1; i < parts.size(); i++) {
      if (value(parts.get(i), depth) instanceof ObjectNode more
          && first instanceof ObjectNode all) {
        all.setAll(more);
      }
    }
    return first;
  }

  private ObjectNode object(JsonNode schema, int depth) {
    ObjectNode object = JSON.objectNode();
    List<String> required = schema.path("required").valueStream().map(JsonNode::asText).toList();
    for (var member : schema.path("properties").properties()) {
      boolean given = required.contains(member.getKey()) || random.nextInt(3) > 0;
      if (given && random.nextInt(40) > 0) {
        object.set(member.getKey(), value(member.getValue(), depth + 1));
      }
    }
    if (random.nextInt(40) == 0) {
      object.set(OddText.some(random, mark), odd(depth));
    }
    return object;
  }

  private ArrayNode array(JsonNode schema, int depth) {
    ArrayNode array = JSON.arrayNode();
    for (int i = random.nextInt(random.nextInt(20) == 0 ? 300 : 3) + 1; i > 0; i--) {
      array.add(value(schema.path("items"), depth + 1));
    }
    return array;
  }

  private BigDecimal number(JsonNode schema) {
    long least = schema.path("minimum").asLong(-2);
    return switch (random.nextInt(8)) {
      case 0 -> BigDecimal.valueOf(least);
      case 1 -> BigDecimal.valueOf(least - 1);
      case 2 -> BigDecimal.valueOf(schema.path("maximum").asLong(Integer.MAX_VALUE));
      case 3 -> BigDecimal.valueOf(schema.path("maximum").asLong(Integer.MAX_VALUE) + 1);
      case 4 -> BigDecimal.valueOf(random.nextLong(), random.nextInt(25) - 3);
      default -> BigDecimal.valueOf(least + 1 + random.nextInt(5));
    };
  }

  String text(JsonNode schema) {
    return switch (schema.path("format").asText(schema.path("pattern").asText())) {
      case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
      case "date-time" ->
          "20%02d-0%d-11T10:00:00Z".formatted(random.nextInt(60), 1 + random.nextInt(9));
      case "date" -> "2026-0%d-11".formatted(1 + random.nextInt(9));
      case "email" -> mark + "@example.org";
      case "uri" -> "https://example.org/" + mark;
      default -> random.nextInt(6) == 0 ? OddText.some(random, mark) : plain(schema);
    };
  }

  private String plain(JsonNode schema) {
    return switch (random.nextInt(5)) {
      case 0 -> "1.00";
      case 1 -> "EUR";
      case 2 -> mark + "x".repeat(schema.path("maxLength").asInt(20));
      default -> mark;
    };
  }

  JsonNode odd(int depth) {
    return switch (random.nextInt(10)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.arrayNode().add(JSON.objectNode()).add(JSON.arrayNode());
      case 2 -> JSON.objectNode().put(OddText.some(random, mark), 1);
      case 3 -> JSON.numberNode(new BigDecimal("-1e400"));
      case 4 -> JSON.numberNode(Long.MIN_VALUE);
      case 5 -> JSON.booleanNode(true);
      case 6 -> depth > DEEPEST ? JSON.nullNode() : JSON.arrayNode().add(odd(depth + 1));
      default -> JSON.textNode(OddText.some(random, mark));
    };
  }
}
