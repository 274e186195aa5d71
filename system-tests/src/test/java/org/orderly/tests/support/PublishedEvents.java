package org.orderly.tests.support;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Overhears the topics while it is open, through subscriptions of its own that do not last. */
public final class PublishedEvents implements AutoCloseable {

  private final ActiveMQConnectionFactory factory;
  private final Connection connection;
  private final List<Event> told = new CopyOnWriteArrayList<>();

  /** One message, as it came. */
  public record Event(
      String channel, String type, String eventId, String occurredAt, JsonNode payload) {}

  public PublishedEvents(Collection<String> channels) throws JMSException {
    this(RunningShop.environment(), channels);
  }

  /** Of another shop, which was told so by its environment. */
  public PublishedEvents(Map<String, String> environment, Collection<String> channels)
      throws JMSException {
    factory =
        new ActiveMQConnectionFactory(
            environment.get("ORDERLY_BROKER_URL"),
            environment.get("ORDERLY_BROKER_USER"),
            environment.get("ORDERLY_BROKER_PASSWORD"));
    connection = factory.createConnection();
    for (String channel : channels) {
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      session
          .createConsumer(session.createTopic("orderly." + channel + ".events"))
          .setMessageListener(message -> told.add(event(channel, message)));
    }
    connection.start();
  }

  public List<Event> all() {
    return List.copyOf(told);
  }

  public Set<String> types() {
    return told.stream().map(Event::type).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Event event(String channel, Message message) {
    try {
      return new Event(
          channel,
          message.getStringProperty("type"),
          message.getStringProperty("eventId"),
          message.getStringProperty("occurredAt"),
          Api.JSON.readTree(message.getBody(String.class)));
    } catch (JMSException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws JMSException {
    connection.close();
    factory.close();
  }
}
