package org.orderly.ordering;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.orderly.kernel.OrderId;
import org.orderly.platform.events.EventMessage;
import org.orderly.platform.json.Json;

/** What every event about an order says, for those to whom the order itself tells the rest. */
public record OrderReference(UUID eventId, OrderId orderId) {

  /**
   * @throws UncheckedIOException if the payload is no such event; it will end as a dead letter
   */
  public static OrderReference of(EventMessage event) {
    try {
      return Json.mapper().readValue(event.payload(), OrderReference.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
