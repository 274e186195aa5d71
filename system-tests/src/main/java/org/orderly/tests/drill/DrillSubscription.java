package org.orderly.tests.drill;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;

/** A subscription of the drill's own at the broker, which keeps a copy of every event. */
final class DrillSubscription {
  private static final List<String> DOMAINS = List.of("ordering", "payment");
  private static final long COMING_MILLIS = 10_000;
  private static final long NO_MORE_MILLIS = 200;

  private final DrillSite drillSite;

  DrillSubscription(DrillSite drillSite) {
    this.drillSite = drillSite;
  }

  /** Once, when the machine is new. */
  void open() throws Exception {
    try (ServerLocator locator = ActiveMQClient.createServerLocator(drillSite.brokerUrl());
        ClientSessionFactory connection = locator.createSessionFactory();
        ClientSession session = session(connection)) {
      for (String domain : DOMAINS) {
        session.createQueue(
            QueueConfiguration.of(queue(domain))
                .setAddress("orderly." + domain + ".events")
                .setRoutingType(RoutingType.MULTICAST)
                .setDurable(true));
      }
    }
  }

  /**
   * The events that came since the last call, in the broker's order: id, type and aggregate.
   *
   * @param expected how many there should be; waits for that many, and a moment for more
   */
  List<String> take(String domain, int expected) throws Exception {
    try (ServerLocator locator = ActiveMQClient.createServerLocator(drillSite.brokerUrl());
        ClientSessionFactory connection = locator.createSessionFactory();
        ClientSession session = session(connection);
        ClientConsumer consumer = session.createConsumer(queue(domain))) {
      session.start();
      List<String> events = new ArrayList<>();
      for (ClientMessage next; (next = next(consumer, events.size() < expected)) != null; ) {
        events.add(
            next.getStringProperty("eventId")
                + " "
                + next.getStringProperty("type")
                + " "
                + next.getGroupID());
        next.acknowledge();
      }
      session.commit();
      return events;
    }
  }

  private static ClientMessage next(ClientConsumer consumer, boolean moreToCome)
      throws ActiveMQException {
    return consumer.receive(moreToCome ? COMING_MILLIS : NO_MORE_MILLIS);
  }

  long deadLetters() throws Exception {
    try (ServerLocator locator = ActiveMQClient.createServerLocator(drillSite.brokerUrl());
        ClientSessionFactory connection = locator.createSessionFactory();
        ClientSession session = session(connection)) {
      return session.queueQuery(SimpleString.of("orderly.dead-letters")).getMessageCount();
    }
  }

  private ClientSession session(ClientSessionFactory connection)
      throws ActiveMQException, IOException {
    return connection.createSession(
        "admin", drillSite.brokerSecret(), false, true, false, false, 0);
  }

  private static String queue(String domain) {
    return "drill-" + domain;
  }
}
