package org.orderly.platform.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Cursor;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;

/** Messages in the dead-letter queue: no delivery attempt could handle them. */
@ApplicationScoped
public class DeadLetters {

  /** Where the broker puts them. */
  public static final String QUEUE = "orderly.dead-letters";

  /** So many are replayed at a time, in one transaction of the broker. */
  static final int AT_ONCE = 500;

  private static final String ADDRESS = "_AMQ_ORIG_ADDRESS";
  private static final String SUBSCRIPTION = "_AMQ_ORIG_QUEUE";
  private static final String OURS =
      ADDRESS
          + " like 'orderly.%.events' and "
          + SUBSCRIPTION
          + " is not null and eventId is not null";
  private static final List<String> KEPT = List.of("type", "eventId", "occurredAt", "JMSXGroupID");
  private static final long PATIENCE_MILLIS = 500;

  @Inject private BrokerConnections broker;

  /**
   * One message.
   *
   * @param subscription the queue whose consumer could not handle it
   * @param sentAt when it was sent to the topic
   */
  public record Letter(
      String id,
      String topic,
      String subscription,
      String type,
      String eventId,
      String occurredAt,
      Instant sentAt,
      String payload) {}

  /**
   * What is set aside, oldest first.
   *
   * @throws BrokerUnavailable if the broker does not answer
   */
  public Page<Letter> page(Limit limit, @Nullable String cursor) {
    String last = cursor == null ? null : Cursor.decode(cursor, 1).get(0);
    try (Connection connection = broker.open();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        QueueBrowser browser = session.createBrowser(session.createQueue(QUEUE))) {
      connection.start();
      Enumeration<?> messages = browser.getEnumeration();
      skip(messages, last);
      List<Letter> letters = new ArrayList<>();
      while (letters.size() < limit.value() && messages.hasMoreElements()) {
        letters.add(letter((Message) messages.nextElement()));
      }
      boolean more = letters.size() == limit.value() && messages.hasMoreElements();
      return new Page<>(letters, more ? Cursor.encode(letters.get(letters.size() - 1).id()) : null);
    } catch (JMSException e) {
      throw new BrokerUnavailable(e);
    }
  }

  /** To the message after the last one shown; to the end if that one is gone. */
  private static void skip(Enumeration<?> messages, @Nullable String last) throws JMSException {
    if (last == null) {
      return;
    }
    boolean found = false;
    while (!found && messages.hasMoreElements()) {
      found = last.equals(((Message) messages.nextElement()).getJMSMessageID());
    }
  }

  /**
   * Sends the messages of these events back to the subscription that they come from, and to no
   * other; a bounded number at a time. Nothing is lost and nothing doubled, whatever dies when; the
   * consumers know events that took effect before.
   *
   * @throws BrokerUnavailable if the broker does not answer
   */
  public ReplayResult replay(List<UUID> eventIds) {
    return replaySelected(
        OURS
            + eventIds.stream()
                .map(id -> "'" + id + "'")
                .collect(Collectors.joining(", ", " and eventId in (", ")")));
  }

  /** Sends all messages back, as {@link #replay} does; a bounded number at a time. */
  public ReplayResult replayAll() {
    return replaySelected(OURS);
  }

  private ReplayResult replaySelected(String selector) {
    try (Connection connection = broker.open();
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
        MessageConsumer consumer = session.createConsumer(session.createQueue(QUEUE), selector)) {
      connection.start();
      List<UUID> replayed = new ArrayList<>();
      Message dead = consumer.receive(PATIENCE_MILLIS);
      while (dead != null) {
        sendBack(session, dead);
        replayed.add(UUID.fromString(dead.getStringProperty("eventId")));
        dead = replayed.size() < AT_ONCE ? consumer.receive(PATIENCE_MILLIS) : null;
      }
      session.commit();
      return new ReplayResult(replayed.size(), replayed, replayed.size() == AT_ONCE);
    } catch (JMSException e) {
      throw new BrokerUnavailable(e);
    }
  }

  /**
   * A new message, since with the old one's duplicate detection id the broker would drop it, to the
   * topic's one queue that the name tells.
   */
  private static void sendBack(Session session, Message dead) throws JMSException {
    TextMessage again = session.createTextMessage(dead.getBody(String.class));
    for (String property : KEPT) {
      if (dead.propertyExists(property)) {
        again.setStringProperty(property, dead.getStringProperty(property));
      }
    }
    String only = dead.getStringProperty(ADDRESS) + "::" + dead.getStringProperty(SUBSCRIPTION);
    try (MessageProducer producer = session.createProducer(session.createTopic(only))) {
      producer.send(again);
    }
  }

  private static Letter letter(Message message) throws JMSException {
    return new Letter(
        message.getJMSMessageID(),
        message.getStringProperty(ADDRESS),
        message.getStringProperty(SUBSCRIPTION),
        message.getStringProperty("type"),
        message.getStringProperty("eventId"),
        message.getStringProperty("occurredAt"),
        Instant.ofEpochMilli(message.getJMSTimestamp()),
        message.getBody(String.class));
  }
}
