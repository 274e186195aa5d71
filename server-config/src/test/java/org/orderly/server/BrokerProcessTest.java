package org.orderly.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The broker with our broker.xml: what becomes of events, and what the application may do. */
class BrokerProcessTest {

  private static final String USER = "shop";
  private static final String PASSWORD = "of the application";

  @TempDir Path folder;
  private int port;
  private ActiveMQServer server;

  @BeforeEach
  void start() throws Exception {
    port = freePort();
    restart();
  }

  private void restart() throws Exception {
    if (server != null) {
      server.stop();
    }
    server =
        BrokerProcess.server(
            Map.of(
                BrokerProcess.FOLDER,
                folder.toString(),
                BrokerProcess.ADDRESS,
                "tcp://127.0.0.1:" + port,
                BrokerProcess.USER,
                USER,
                BrokerProcess.PASSWORD,
                PASSWORD,
                BrokerProcess.ADMIN_PASSWORD,
                "of the admin"));
    server.start();
    assertThat(server.waitForActivation(20, TimeUnit.SECONDS)).isTrue();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  @FunctionalInterface
  private interface Act {
    void in(Session session) throws JMSException;
  }

  private void as(String user, String password, Act act) throws JMSException {
    try (ActiveMQConnectionFactory factory =
            new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port);
        Connection connection = factory.createConnection(user, password);
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
      connection.start();
      act.in(session);
    }
  }

  private void send(String topic, String type, String eventId) throws JMSException {
    as(
        USER,
        PASSWORD,
        session -> {
          TextMessage message = session.createTextMessage("{}");
          message.setStringProperty("type", type);
          message.setStringProperty("_AMQ_DUPL_ID", eventId);
          try (MessageProducer producer = session.createProducer(session.createTopic(topic))) {
            producer.send(message);
          }
        });
  }

  private long waitingIn(String queue) {
    return server.locateQueue(SimpleString.of(queue)).getMessageCount();
  }

  @Test
  void takesAnEventOnceAlsoAfterARestart() throws Exception {
    send("orderly.identity.events", "UserErased", "e1");
    send("orderly.identity.events", "UserErased", "e1");
    assertThat(waitingIn("orderly.ordering-identity")).isEqualTo(1);

    restart();
    send("orderly.identity.events", "UserErased", "e1");
    assertThat(waitingIn("orderly.ordering-identity")).isEqualTo(1);
    send("orderly.identity.events", "UserErased", "e2");
    assertThat(waitingIn("orderly.ordering-identity")).isEqualTo(2);
  }

  @Test
  void givesAnEventToThoseWhoHandleIt() throws Exception {
    send("orderly.ordering.events", "OrderPlaced", "e1");
    send("orderly.ordering.events", "AuditNote", "e2");

    assertThat(waitingIn("orderly.notification-ordering")).isEqualTo(1);
    assertThat(waitingIn("orderly.audit-ordering")).isEqualTo(1);
    assertThat(waitingIn("orderly.ordering-documents")).isZero();
    assertThat(waitingIn("orderly.webhooks")).as("without the audit note").isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "identity",
        "catalog",
        "inventory",
        "ordering",
        "payment",
        "notification",
        "webhook"
      })
  void setsEventsAsideThatNobodyCanHandle(String domain) {
    AddressSettings settings =
        server.getAddressSettingsRepository().getMatch("orderly." + domain + ".events");
    assertThat(settings.getDeadLetterAddress().toString()).isEqualTo("orderly.dead-letters");
    assertThat(settings.getMaxDeliveryAttempts()).isEqualTo(10);
    assertThat(settings.getRedeliveryDelay()).isEqualTo(1_000);
    assertThat(settings.getMaxRedeliveryDelay()).isEqualTo(60_000);
  }

  @Test
  void losesNoDeadLetter() {
    AddressSettings settings =
        server.getAddressSettingsRepository().getMatch("orderly.dead-letters");
    assertThat(settings.getMaxDeliveryAttempts()).as("for ever").isEqualTo(-1);
  }

  @Test
  void answersWhenTheDiskHasTheEvent() {
    Configuration configuration = server.getConfiguration();
    assertThat(configuration.isPersistenceEnabled()).isTrue();
    assertThat(configuration.isJournalDatasync()).isTrue();
    assertThat(configuration.isJournalSyncTransactional()).isTrue();
    assertThat(configuration.isJournalSyncNonTransactional()).isTrue();
  }

  @Test
  void letsNobodyInWithoutThePassword() {
    assertThatThrownBy(() -> as(USER, "another", session -> {})).isInstanceOf(JMSException.class);
    assertThatThrownBy(() -> as(null, null, session -> {})).isInstanceOf(JMSException.class);
  }

  @Test
  void letsTheApplicationMakeNothingThatLasts() {
    assertThatThrownBy(
            () ->
                as(
                    USER,
                    PASSWORD,
                    session ->
                        session.createSharedDurableConsumer(
                            session.createTopic("orderly.ordering.events"), "another")))
        .isInstanceOf(JMSException.class);
    assertThatThrownBy(
            () ->
                as(
                    USER,
                    PASSWORD,
                    session -> session.createConsumer(session.createQueue("orderly.another"))))
        .isInstanceOf(JMSException.class);
    assertThat(server.locateQueue(SimpleString.of("orderly.another"))).isNull();
  }
}
