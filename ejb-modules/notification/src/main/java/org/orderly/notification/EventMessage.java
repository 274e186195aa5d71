package org.orderly.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.UncheckedIOException;
import java.util.logging.Logger;
import org.orderly.kernel.DomainEvent;
import org.orderly.messaging.Json;

/** An event as it arrived from the broker. */
record EventMessage(String type, String payload) {

  private static final Logger LOG = Logger.getLogger(EventMessage.class.getName());

  /**
   * @throws IllegalStateException if the broker's message cannot be read; it will come again
   */
  static EventMessage of(Message message) {
    try {
      return new EventMessage(message.getStringProperty("type"), message.getBody(String.class));
    } catch (JMSException e) {
      throw new IllegalStateException("an event cannot be read", e);
    }
  }

  /**
   * @throws UncheckedIOException if the payload is no such event; it will end as a dead letter
   */
  <T extends DomainEvent> T as(Class<T> event) {
    try {
      return Json.mapper().readValue(payload, event);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Publishers add kinds of events whenever they like. */
  void ignore() {
    LOG.fine(() -> "nothing to tell about " + type);
  }
}
