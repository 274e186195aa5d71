package org.orderly.platform.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.orderly.platform.json.Json;

/** The broker's queues and how full they are, as its management tells. */
@ApplicationScoped
public class BrokerQueues {

  private static final Logger LOG = Logger.getLogger(BrokerQueues.class.getName());
  private static final String MANAGEMENT = "activemq.management";
  private static final String REPLIES = "orderly.management-replies";
  private static final String OURS = "orderly.";
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int MANY = 1_000;

  @Inject private BrokerConnections broker;

  private final ManagedThreadFactory threads;

  private final TimeLimitedCall<Optional<List<Queue>>> question =
      new TimeLimitedCall<>(this::answered, PATIENCE);

  BrokerQueues() throws NamingException {
    threads = InitialContext.doLookup("java:comp/DefaultManagedThreadFactory");
  }

  /**
   * A queue of one subscription.
   *
   * @param messages how many wait in it or are being worked on
   * @param consumers sessions that take from it, over all instances
   */
  public record Queue(String topic, String name, long messages, long consumers) {}

  /**
   * Every queue that keeps events; nothing if the broker does not answer within two seconds. A
   * broker that stands still takes the client library longer to notice.
   */
  public Optional<List<Queue>> all() {
    try {
      return question.ask(threads).flatMap(queues -> queues);
    } catch (ExecutionException e) {
      LOG.log(Level.WARNING, () -> "the broker does not tell its queues: " + e.getCause());
      return Optional.empty();
    }
  }

  private Optional<List<Queue>> answered() throws JMSException {
    try (Connection connection = broker.open();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
      connection.start();
      return answer(session, ask(session)).flatMap(BrokerQueues::parsed);
    }
  }

  /** The broker's own form: an operation named in properties, its parameters as a JSON array. */
  private static String ask(Session session) throws JMSException {
    String id = UUID.randomUUID().toString();
    String filter =
        "{\\\"field\\\":\\\"name\\\",\\\"operation\\\":\\\"CONTAINS\\\",\\\"value\\\":\\\""
            + OURS
            + "\\\"}";
    TextMessage question = session.createTextMessage("[\"" + filter + "\", 1, " + MANY + "]");
    question.setStringProperty("_AMQ_ResourceName", "broker");
    question.setStringProperty("_AMQ_OperationName", "listQueues");
    question.setJMSCorrelationID(id);
    question.setJMSReplyTo(session.createQueue(REPLIES));
    try (MessageProducer producer = session.createProducer(session.createQueue(MANAGEMENT))) {
      producer.setTimeToLive(PATIENCE.toMillis());
      producer.send(question);
    }
    return id;
  }

  private static Optional<String> answer(Session session, String asked) throws JMSException {
    jakarta.jms.Queue replies = session.createQueue(REPLIES);
    try (MessageConsumer consumer =
        session.createConsumer(replies, "JMSCorrelationID = '" + asked + "'")) {
      Message answer = consumer.receive(PATIENCE.toMillis());
      if (!(answer instanceof TextMessage text)
          || !answer.getBooleanProperty("_AMQ_OperationSucceeded")) {
        LOG.warning(() -> "the broker does not tell its queues: " + answer);
        return Optional.empty();
      }
      return Optional.ofNullable(text.getText());
    }
  }

  /** An array of one text, which is JSON itself. */
  private static Optional<List<Queue>> parsed(String answer) {
    try {
      String list = Json.mapper().readTree(answer).path(0).asText();
      List<Queue> queues = new ArrayList<>();
      for (JsonNode queue : Json.mapper().readTree(list).path("data")) {
        String name = queue.path("name").asText();
        if (!name.equals(REPLIES)) {
          queues.add(
              new Queue(
                  queue.path("address").asText(),
                  name,
                  queue.path("messageCount").asLong(),
                  queue.path("consumerCount").asLong()));
        }
      }
      queues.sort(Comparator.comparing(Queue::name));
      return Optional.of(queues);
    } catch (JsonProcessingException e) {
      LOG.log(Level.WARNING, e, () -> "the broker's answer cannot be read");
      return Optional.empty();
    }
  }
}
