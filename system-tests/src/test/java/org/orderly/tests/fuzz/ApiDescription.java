package org.orderly.tests.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The OpenAPI document as the fuzzer reads it. */
public final class ApiDescription {

  private final JsonNode document = read();

  /** A parameter of an operation. */
  record Parameter(String in, String name, JsonNode schema) {}

  /** One operation; its body is empty if it reads none. */
  record Operation(
      String method,
      String path,
      List<Parameter> parameters,
      Optional<String> bodyType,
      JsonNode bodySchema,
      JsonNode responses) {

    String route() {
      return method + " " + path;
    }
  }

  List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    for (var path : document.path("paths").properties()) {
      for (var member : path.getValue().properties()) {
        if (!member.getKey().equals("parameters")) {
          all.add(operation(path.getKey(), path.getValue(), member.getKey(), member.getValue()));
        }
      }
    }
    return all;
  }

  private Operation operation(String path, JsonNode item, String method, JsonNode told) {
    List<Parameter> parameters = new ArrayList<>();
    for (JsonNode holder : List.of(item, told)) {
      for (JsonNode parameter : holder.path("parameters")) {
        JsonNode one = resolved(parameter);
        parameters.add(
            new Parameter(
                one.path("in").asText(), one.path("name").asText(), resolved(one.path("schema"))));
      }
    }
    JsonNode content = resolved(told.path("requestBody")).path("content");
    Optional<String> type = Optional.empty();
    if (content.fieldNames().hasNext()) {
      type = Optional.of(content.fieldNames().next());
    }
    JsonNode schema = type.map(name -> content.path(name).path("schema")).orElse(content);
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        parameters,
        type,
        resolved(schema),
        told.path("responses"));
  }

  /** What a reference leads to; other nodes as they are. */
  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? resolved(document.at(node.get("$ref").asText().substring(1))) : node;
  }

  /** A schema by itself, with all that it may refer to. */
  JsonNode complete(JsonNode schema) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", document.path("components").deepCopy());
    letNullBe(whole);
    return whole;
  }

  /** OpenAPI 3.0 lets nothing be null that is described by a reference; the document means it. */
  private static void letNullBe(JsonNode node) {
    if (node instanceof ObjectNode schema
        && schema.path("nullable").asBoolean()
        && schema.has("allOf")) {
      ObjectNode nothing = schema.objectNode().put("nullable", true);
      nothing.putArray("enum").addNull();
      JsonNode same = schema.remove("allOf");
      schema.putArray("anyOf").add(schema.objectNode().set("allOf", same)).add(nothing);
    }
    node.forEach(ApiDescription::letNullBe);
  }

  private static JsonNode read() {
    try (InputStream yaml = ApiDescription.class.getResourceAsStream("/META-INF/openapi.yaml")) {
      return new YAMLMapper().readTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
