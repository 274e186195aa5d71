package org.orderly.tests.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The description of the events, as it is written. */
final class AsyncApi {

  static final JsonNode DOCUMENT = read();

  private AsyncApi() {}

  /** The names of the messages of each channel. */
  static Map<String, Set<String>> channels() {
    Map<String, Set<String>> channels = new TreeMap<>();
    DOCUMENT
        .path("channels")
        .properties()
        .forEach(
            channel -> {
              Set<String> messages = new TreeSet<>();
              channel.getValue().path("messages").fieldNames().forEachRemaining(messages::add);
              channels.put(channel.getKey(), messages);
            });
    return channels;
  }

  static JsonNode message(String name) {
    return DOCUMENT.at("/components/messages/" + name);
  }

  static JsonNode schema(String name) {
    return DOCUMENT.at("/components/schemas/" + name);
  }

  /** What a reference leads to; other nodes as they are. */
  static JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? DOCUMENT.at(node.get("$ref").asText().substring(1)) : node;
  }

  /** The other of two alternatives if one is null. */
  static JsonNode notNull(JsonNode schema) {
    for (JsonNode alternative : schema.path("oneOf")) {
      if (!alternative.path("type").asText().equals("null")) {
        return alternative;
      }
    }
    return schema;
  }

  private static JsonNode read() {
    try (InputStream yaml = AsyncApi.class.getResourceAsStream("/META-INF/asyncapi.yaml")) {
      return new YAMLMapper().readTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
