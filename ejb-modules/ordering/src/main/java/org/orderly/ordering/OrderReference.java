package org.orderly.ordering;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.orderly.kernel.OrderId;
import org.orderly.platform.events.EventMessage;
import org.orderly.platform.json.Json;

/** The fields that all order events have in common, for consumers that load the order. */
public record OrderReference(UUID eventId, OrderId orderId) {

  /**
   * @throws UncheckedIOException if the payload is not such an event; the message goes to the
   *     dead-letter queue
   */
  public static OrderReference of(EventMessage event) {
    try {
      return Json.mapper().readValue(event.payload(), OrderReference.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
