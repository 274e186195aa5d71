package org.orderly.platform.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.UncheckedIOException;
import org.orderly.kernel.DomainEvent;
import org.orderly.platform.json.Json;

/** An event as it arrived from the broker. */
public record EventMessage(String type, String payload) {

  /**
   * @throws IllegalStateException if the broker's message cannot be read; it will come again
   */
  public static EventMessage of(Message message) {
    try {
      return new EventMessage(message.getStringProperty("type"), message.getBody(String.class));
    } catch (JMSException e) {
      throw new IllegalStateException("an event cannot be read", e);
    }
  }

  /**
   * @throws UncheckedIOException if the payload is no such event; it will end as a dead letter
   */
  public <T extends DomainEvent> T as(Class<T> event) {
    try {
      return Json.mapper().readValue(payload, event);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
