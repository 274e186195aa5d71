package org.orderly.platform.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.orderly.kernel.DomainEvent;
import org.orderly.platform.json.Json;

/** An event as it arrived from the broker. */
public record EventMessage(String type, String payload) {

  private static final Logger LOG = Logger.getLogger(EventMessage.class.getName());

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
   * Lets the consumer take the event. What the consumer throws is told here, since neither the
   * container nor the resource adapter does, and goes on to the broker, which delivers again.
   */
  public void handOver(Consumer<EventMessage> consumer) {
    try {
      consumer.accept(this);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "an event " + type + " has to come again");
      throw e;
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

  /** Publishers add kinds of events whenever they like. */
  public void ignore() {
    LOG.fine(() -> "nothing to do about " + type);
  }
}
