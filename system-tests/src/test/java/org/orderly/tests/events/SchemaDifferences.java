package org.orderly.tests.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.orderly.kernel.Id;
import org.orderly.kernel.Money;
import org.orderly.kernel.Quantity;

/**
 * Compares a schema with the record whose JSON it describes; whether a member may be null it says.
 */
final class SchemaDifferences {

  private static final Map<Class<?>, String> FORMATS =
      Map.of(
          UUID.class, "string uuid",
          Instant.class, "string date-time",
          LocalDate.class, "string date",
          URI.class, "string uri",
          boolean.class, "boolean",
          int.class, "integer",
          long.class, "integer",
          Integer.class, "integer",
          Long.class, "integer",
          BigDecimal.class, "number");

  private final List<String> found = new ArrayList<>();

  private SchemaDifferences() {}

  /** Nothing if the schema says what the record is. */
  static List<String> between(Class<?> record, JsonNode schema) {
    SchemaDifferences differences = new SchemaDifferences();
    differences.record(record, schema, record.getSimpleName());
    return differences.found;
  }

  private void record(Class<?> type, JsonNode schema, String at) {
    Set<String> members =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    expect(members, names(schema.path("properties")), at + ": its members");
    expect(members, texts(schema.path("required")), at + ": what is always there");
    for (RecordComponent member : type.getRecordComponents()) {
      compare(
          member.getGenericType(),
          schema.path("properties").path(member.getName()),
          at + "." + member.getName());
    }
  }

  private void compare(Type type, JsonNode described, String at) {
    JsonNode schema = AsyncApi.resolved(AsyncApi.notNull(AsyncApi.resolved(described)));
    Class<?> raw = raw(type);
    if (Collection.class.isAssignableFrom(raw)) {
      expect("array", kind(schema), at);
      compare(((ParameterizedType) type).getActualTypeArguments()[0], schema.path("items"), at);
    } else if (Id.class.isAssignableFrom(raw)) {
      expect("string uuid", kind(schema), at);
    } else if (raw == Money.class) {
      expect(AsyncApi.schema("Money"), schema, at);
    } else if (raw == Quantity.class) {
      expect(AsyncApi.schema("Quantity"), schema, at);
    } else if (raw.isEnum()) {
      Set<String> constants =
          Arrays.stream(raw.getEnumConstants())
              .map(constant -> ((Enum<?>) constant).name())
              .collect(Collectors.toCollection(TreeSet::new));
      expect(constants, texts(schema.path("enum")), at);
    } else if (raw.isRecord()) {
      expect("object", kind(schema), at);
      record(raw, schema, at);
    } else {
      expect(FORMATS.getOrDefault(raw, "string"), kind(schema), at);
    }
  }

  private void expect(Object expected, Object described, String at) {
    if (!expected.equals(described)) {
      found.add(at + " is " + expected + " but described as " + described);
    }
  }

  private static String kind(JsonNode schema) {
    Set<String> types = texts(schema.path("type"));
    types.remove("null");
    String type = types.isEmpty() ? schema.path("type").asText() : types.iterator().next();
    return schema.has("format") ? type + " " + schema.path("format").asText() : type;
  }

  private static Class<?> raw(Type type) {
    return type instanceof ParameterizedType generic
        ? (Class<?>) generic.getRawType()
        : (Class<?>) type;
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new TreeSet<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
