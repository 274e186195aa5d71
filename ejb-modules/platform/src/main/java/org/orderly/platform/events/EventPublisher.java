package org.orderly.platform.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.List;

/** Sends events to their topic so that the broker keeps each of them once. */
@ApplicationScoped
class EventPublisher {

  /** Artemis drops a message whose id it has seen on the same address. */
  private static final String DUPLICATE_DETECTION_ID = "_AMQ_DUPL_ID";

  /** Messages of one group go to one consumer at a time, in order. */
  private static final String GROUP_ID = "JMSXGroupID";

  @Inject private BrokerConnections broker;

  /**
   * Sends a batch in one broker transaction.
   *
   * <p>The broker refuses the whole batch if it has seen any of the events before, which happens
   * after a crash between sending and deleting. Then each is sent by itself, and those that were
   * seen are dropped one by one.
   */
  void send(String topic, List<PendingEvent> events) throws JMSException {
    try {
      sendIn(Session.SESSION_TRANSACTED, topic, events);
    } catch (JMSException refused) {
      sendIn(Session.AUTO_ACKNOWLEDGE, topic, events);
    }
  }

  private void sendIn(int mode, String topic, List<PendingEvent> events) throws JMSException {
    boolean transacted = mode == Session.SESSION_TRANSACTED;
    try (Connection connection = broker.open();
        Session session = connection.createSession(transacted, mode);
        MessageProducer producer = session.createProducer(session.createTopic(topic))) {
      for (PendingEvent event : events) {
        producer.send(message(session, event));
      }
      if (transacted) {
        session.commit();
      }
    }
  }

  private static TextMessage message(Session session, PendingEvent event) throws JMSException {
    TextMessage message = session.createTextMessage(event.payload());
    message.setStringProperty("type", event.type());
    message.setStringProperty("eventId", event.eventId().toString());
    message.setStringProperty("occurredAt", event.occurredAt());
    message.setStringProperty(GROUP_ID, event.aggregateId().toString());
    message.setStringProperty(DUPLICATE_DETECTION_ID, event.eventId().toString());
    return message;
  }
}
