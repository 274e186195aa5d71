package org.orderly.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * What was scanned and is not written, or written otherwise. The written document may say more:
 * responses, descriptions, examples, bounds that the code checks by hand.
 */
final class DescriptionDrift {

  private static final List<String> BOUNDS =
      List.of("maxLength", "minLength", "maximum", "minimum", "maxItems", "minItems");

  /** Members whose type in JSON is another than in Java, by a Jackson annotation. */
  private static final Set<String> WRITTEN_AS_TEXT = Set.of("debits", "credits");

  private final JsonNode scanned;
  private final JsonNode written;
  private final Set<String> compared = new HashSet<>();
  private final List<String> differences = new ArrayList<>();

  DescriptionDrift(JsonNode scanned, JsonNode written) {
    this.scanned = scanned;
    this.written = written;
  }

  List<String> differences() {
    for (var path : scanned.path("paths").properties()) {
      for (var member : path.getValue().properties()) {
        if (!member.getKey().equals("parameters")) {
          operation(path.getKey(), member.getKey());
        }
      }
    }
    return differences;
  }

  private void operation(String path, String method) {
    String name = method + " " + path;
    JsonNode found = scanned.path("paths").path(path).path(method);
    JsonNode told = written.path("paths").path(path).path(method);
    if (told.isMissingNode()) {
      differences.add(name + " is not written");
      return;
    }
    Map<String, JsonNode> parameters = parameters(written, path, method);
    parameters(scanned, path, method)
        .forEach(
            (key, parameter) ->
                parameter(name + " " + key, parameter, parameters.getOrDefault(key, told)));
    if (found.has("requestBody")) {
      body(name + " body", found.path("requestBody"), resolved(written, told.path("requestBody")));
    }
    for (JsonNode answer : found.path("responses")) {
      answer(name + " answer", answer, told.path("responses"));
    }
  }

  private static Map<String, JsonNode> parameters(JsonNode document, String path, String method) {
    Map<String, JsonNode> all = new TreeMap<>();
    JsonNode item = document.path("paths").path(path);
    for (JsonNode holder : List.of(item, item.path(method))) {
      for (JsonNode parameter : holder.path("parameters")) {
        JsonNode one = resolved(document, parameter);
        all.put(one.path("in").asText() + " " + one.path("name").asText(), one);
      }
    }
    return all;
  }

  private void parameter(String place, JsonNode found, JsonNode told) {
    if (found.path("required").asBoolean() != told.path("required").asBoolean()) {
      differences.add(place + " is required: scanned and written differ");
    }
    schema(place, found.path("schema"), told.path("schema"));
  }

  private void body(String place, JsonNode found, JsonNode told) {
    if (found.path("required").asBoolean() != told.path("required").asBoolean()) {
      differences.add(place + " is required: scanned and written differ");
    }
    JsonNode of = found.path("content").path("application/json").path("schema");
    schema(place, of, told.path("content").path("application/json").path("schema"));
  }

  /** Most resources answer with a Response, whose content nobody can scan. */
  private void answer(String place, JsonNode found, JsonNode responses) {
    JsonNode of = found.path("content").path("application/json").path("schema");
    for (var response : responses.properties()) {
      JsonNode content = resolved(written, response.getValue()).path("content");
      if (response.getKey().startsWith("2") && content.has("application/json")) {
        schema(place, of, content.path("application/json").path("schema"));
      }
    }
  }

  private void schema(String place, JsonNode foundAt, JsonNode toldAt) {
    String pair = foundAt.path("$ref").asText() + " " + toldAt.path("$ref").asText();
    if (foundAt.has("$ref") && !compared.add(pair)) {
      return;
    }
    JsonNode found = resolved(scanned, foundAt);
    JsonNode told = alternative(resolved(written, toldAt), found.path("type"));
    if (!found.has("type")) {
      return;
    }
    if (!found.path("type").equals(told.path("type"))) {
      differences.add(place + " is " + found.path("type") + ", written " + told.path("type"));
    }
    for (String bound : BOUNDS) {
      boolean same =
          !found.has(bound) || found.get(bound).decimalValue().compareTo(value(told, bound)) == 0;
      if (!same) {
        differences.add(
            place + " " + bound + " " + found.get(bound) + ", written " + told.path(bound));
      }
    }
    if (found.has("properties")) {
      members(place, found, told);
    }
    if (found.has("items")) {
      schema(place + "[]", found.path("items"), told.path("items"));
    }
  }

  private void members(String place, JsonNode found, JsonNode told) {
    Set<String> names = names(found.path("properties"));
    if (!names.equals(names(told.path("properties")))) {
      differences.add(place + " has " + names + ", written " + names(told.path("properties")));
    }
    Set<String> missing = required(found);
    missing.removeAll(required(told));
    if (!missing.isEmpty()) {
      differences.add(place + " needs " + missing);
    }
    for (var member : found.path("properties").properties()) {
      if (!WRITTEN_AS_TEXT.contains(member.getKey())) {
        JsonNode same = told.path("properties").path(member.getKey());
        schema(place + "." + member.getKey(), member.getValue(), same);
      }
    }
  }

  private static java.math.BigDecimal value(JsonNode schema, String bound) {
    return schema.has(bound) ? schema.get(bound).decimalValue() : java.math.BigDecimal.TEN.pow(30);
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> required(JsonNode schema) {
    Set<String> names = new TreeSet<>();
    schema.path("required").forEach(name -> names.add(name.asText()));
    return names;
  }

  /** Where a document gives a choice, the one of this type. */
  private static JsonNode alternative(JsonNode schema, JsonNode type) {
    return StreamSupport.stream(schema.path("oneOf").spliterator(), false)
        .filter(one -> one.path("type").equals(type))
        .findFirst()
        .orElse(schema);
  }

  /** Follows references; a schema that is another one with a description is that one. */
  private static JsonNode resolved(JsonNode document, JsonNode node) {
    if (node.has("$ref")) {
      return resolved(document, document.at(node.path("$ref").asText().substring(1)));
    }
    if (node.path("allOf").size() == 1) {
      ObjectNode whole = resolved(document, node.path("allOf").get(0)).deepCopy();
      node.properties().forEach(member -> whole.set(member.getKey(), member.getValue()));
      whole.remove("allOf");
      return whole;
    }
    return node;
  }
}
