package org.orderly.notification.webhook.payload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.UuidV7;
import org.orderly.platform.events.EventMessage;
import org.orderly.platform.json.Json;

/**
 * An event in the form in which it is signed and sent; written once and kept, so that every attempt
 * sends the same bytes.
 *
 * @param userId whom it is about, for the day that somebody is forgotten; {@code null} for nobody
 * @param json {@code {"id", "type", "occurredAt", "data"}}
 */
public record EventBody(
    UUID id, String type, Instant occurredAt, @Nullable UUID userId, String json) {

  /**
   * The body of an event, with the members that {@link WebhookPayloads} declares and no others.
   *
   * @throws UncheckedIOException if the payload is no event; it will end as a dead letter
   */
  public static EventBody of(EventMessage event) {
    try {
      ObjectNode data = (ObjectNode) Json.mapper().readTree(event.payload());
      UUID id = UuidV7.parse(data.remove("eventId").asText());
      Instant occurredAt = Instant.parse(data.remove("occurredAt").asText());
      JsonNode user = data.path("userId");
      return written(
          id,
          event.type(),
          occurredAt,
          user.isTextual() ? UuidV7.parse(user.asText()) : null,
          WebhookPayloads.of(event.type()).of(data));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An event that says nothing but that the endpoint can be reached. */
  public static EventBody ping(UUID webhookId, Instant now) {
    return written(
        UuidV7.next(),
        WebhookEventTypes.PING,
        now,
        null,
        Map.of("webhookId", webhookId.toString()));
  }

  private static EventBody written(
      UUID id, String type, Instant occurredAt, @Nullable UUID userId, Object data) {
    ObjectNode body = Json.mapper().createObjectNode();
    body.put("id", id.toString());
    body.put("type", type);
    body.put("occurredAt", occurredAt.toString());
    body.set("data", Json.mapper().valueToTree(data));
    return new EventBody(id, type, occurredAt, userId, body.toString());
  }
}
