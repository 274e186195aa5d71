package org.orderly.notification.webhook.payload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.orderly.platform.json.Json;

/**
 * The declaration of what webhooks may send of one type of event: a member that it does not name
 * stays inside.
 *
 * @param sent the members that go out; a dot leads into an object or into each object of a list
 * @param withheld the members that stay inside, by decision
 * @param internal why no webhook may subscribe to the event; nothing for an event on offer
 */
public record WebhookPayload(Set<String> sent, Set<String> withheld, Optional<String> internal) {

  /** Copies the members that go out; all others, also of objects in objects and lists, are left. */
  ObjectNode of(ObjectNode event) {
    return members(event, "", containers());
  }

  private ObjectNode members(JsonNode object, String path, Set<String> containers) {
    ObjectNode copy = Json.mapper().createObjectNode();
    object
        .properties()
        .forEach(
            member ->
                value(member.getValue(), path + member.getKey(), containers)
                    .ifPresent(value -> copy.set(member.getKey(), value)));
    return copy;
  }

  private Optional<JsonNode> value(JsonNode value, String path, Set<String> containers) {
    if (value.isObject()) {
      return containers.contains(path)
          ? Optional.of(members(value, path + ".", containers))
          : Optional.empty();
    }
    boolean declared = sent.contains(path) || value.isNull() && containers.contains(path);
    if (value.isArray() && (declared || containers.contains(path))) {
      ArrayNode copy = Json.mapper().createArrayNode();
      value.forEach(element -> value(element, path, containers).ifPresent(copy::add));
      return Optional.of(copy);
    }
    return declared ? Optional.of(value) : Optional.empty();
  }

  /** The objects and lists of objects that lead to a member that goes out. */
  private Set<String> containers() {
    Set<String> containers = new TreeSet<>();
    for (String member : sent) {
      for (int dot = member.indexOf('.'); dot >= 0; dot = member.indexOf('.', dot + 1)) {
        containers.add(member.substring(0, dot));
      }
    }
    return containers;
  }
}
