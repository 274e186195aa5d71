package org.orderly.tests.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.Eventually;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.ShopDatabases;
import org.orderly.tests.support.Shopper;

/** Messages that the broker has set aside; they are put there as it would do after ten tries. */
@ExtendWith(RunningShop.class)
class DeadLettersIT {

  private static final String REPLAY = "admin/dead-letters/replay";

  @Test
  void areShownAndTakeEffectOnceWhenSentBack() throws JMSException {
    Shopper ann = Shopper.registered(RunningShop.api());
    Eventually.see("the welcome", () -> messages(ann), n -> n == 1);
    UUID event = UUID.randomUUID();
    setAside(event, ann, "orderly.notification-identity");

    JsonNode letter = letter(event);
    assertThat(letter.get("subscription").asText()).isEqualTo("orderly.notification-identity");
    assertThat(letter.get("topic").asText()).isEqualTo("orderly.identity.events");
    assertThat(letter.get("type").asText()).isEqualTo("UserRegistered");
    assertThat(letter.get("payload").asText()).contains(ann.id().toString());
    assertThat(depth().get("deadLetters").asInt()).isPositive();

    assertThat(replay(Map.of("eventIds", List.of(event)))).isEqualTo(1);
    Eventually.see("its effect", () -> messages(ann), n -> n == 2);
    assertThat(replay(Map.of("eventIds", List.of(event)))).isZero();

    setAside(event, ann, "orderly.notification-identity");
    assertThat(replay(Map.of())).isEqualTo(1);
    Eventually.see("that it was taken", DeadLettersIT::waiting, n -> n == 0);
    assertThat(messages(ann)).isEqualTo(2);
    assertThat(depth().get("deadLetters").asInt()).isZero();
  }

  @Test
  void areShownInPages() throws JMSException {
    Shopper ann = Shopper.registered(RunningShop.api());
    List<UUID> events = IntStream.range(0, 3).mapToObj(i -> UUID.randomUUID()).toList();
    for (UUID event : events) {
      setAside(event, ann, "orderly.notification-identity");
    }
    JsonNode first = RunningShop.admin().get("admin/dead-letters?limit=2").expect(200);
    String cursor = first.get("nextCursor").asText();
    JsonNode second =
        RunningShop.admin().get("admin/dead-letters?limit=2&cursor=" + cursor).expect(200);
    assertThat(first.get("items").findValuesAsText("eventId"))
        .containsExactly(events.get(0).toString(), events.get(1).toString());
    assertThat(second.get("items").findValuesAsText("eventId"))
        .containsExactly(events.get(2).toString());
    assertThat(second.get("nextCursor").isNull()).isTrue();
    assertThat(replay(Map.of("eventIds", events))).isEqualTo(3);
  }

  @Test
  void stayWhereTheyAreIfNobodyKnowsWhoseTheyAre() throws JMSException {
    UUID event = UUID.randomUUID();
    Shopper ann = Shopper.registered(RunningShop.api());
    setAside(event, ann, null);
    assertThat(replay(Map.of("eventIds", List.of(event)))).isZero();
    assertThat(letter(event).get("subscription").isNull()).isTrue();
    takeAway(event);
  }

  @Test
  void tellWhoConsumes() {
    JsonNode depth = depth();
    assertThat(depth.get("reachable").asBoolean()).isTrue();
    assertThat(depth.get("queues").findValuesAsText("name"))
        .containsExactly(
            "orderly.audit-catalog",
            "orderly.audit-inventory",
            "orderly.audit-notification",
            "orderly.audit-ordering",
            "orderly.audit-payment",
            "orderly.notification-identity",
            "orderly.notification-inventory",
            "orderly.notification-ordering",
            "orderly.notification-payment",
            "orderly.notification-webhooks",
            "orderly.ordering-analytics",
            "orderly.ordering-documents",
            "orderly.ordering-identity",
            "orderly.ordering-payment",
            "orderly.webhooks");
    depth.get("queues").forEach(queue -> assertThat(queue.get("consumers").asInt()).isPositive());
    assertThat(depth.get("outboxes").findValuesAsText("domain")).contains("ordering", "payment");
  }

  private static JsonNode depth() {
    return RunningShop.admin().get("admin/broker").expect(200);
  }

  private static int waiting() {
    int sum = 0;
    for (JsonNode queue : depth().get("queues")) {
      sum += queue.get("messages").asInt();
    }
    return sum;
  }

  private static JsonNode letter(UUID event) {
    JsonNode page = RunningShop.admin().get("admin/dead-letters?limit=100").expect(200);
    for (JsonNode letter : page.get("items")) {
      if (letter.get("eventId").asText().equals(event.toString())) {
        return letter;
      }
    }
    throw new AssertionError(event + " is not among " + page);
  }

  private static int replay(Map<String, Object> body) {
    return RunningShop.admin().send("POST", REPLAY, body).expect(200).get("replayed").asInt();
  }

  private static long messages(Shopper shopper) {
    return ShopDatabases.count(
        "notification", "select count(*) from inbox_message where user_id = ?", shopper.id());
  }

  private static void setAside(UUID event, Shopper shopper, String subscription)
      throws JMSException {
    try (ActiveMQConnectionFactory factory = factory();
        Connection connection = factory.createConnection();
        Session session = connection.createSession();
        MessageProducer producer =
            session.createProducer(session.createQueue("orderly.dead-letters"))) {
      String payload =
          "{\"eventId\":\"%s\",\"occurredAt\":\"%s\",\"userId\":\"%s\"}"
              .formatted(event, Instant.now(), shopper.id());
      TextMessage message = session.createTextMessage(payload);
      message.setStringProperty("type", "UserRegistered");
      message.setStringProperty("eventId", event.toString());
      message.setStringProperty("occurredAt", Instant.now().toString());
      message.setStringProperty("JMSXGroupID", shopper.id().toString());
      if (subscription != null) {
        message.setStringProperty("_AMQ_ORIG_ADDRESS", "orderly.identity.events");
        message.setStringProperty("_AMQ_ORIG_QUEUE", subscription);
      }
      producer.send(message);
    }
  }

  private static void takeAway(UUID event) throws JMSException {
    try (ActiveMQConnectionFactory factory = factory();
        Connection connection = factory.createConnection();
        Session session = connection.createSession()) {
      connection.start();
      assertThat(
              session
                  .createConsumer(
                      session.createQueue("orderly.dead-letters"), "eventId = '" + event + "'")
                  .receive(10_000))
          .isNotNull();
    }
  }

  private static ActiveMQConnectionFactory factory() {
    Map<String, String> environment = RunningShop.environment();
    return new ActiveMQConnectionFactory(
        environment.get("ORDERLY_BROKER_URL"),
        environment.get("ORDERLY_BROKER_USER"),
        environment.get("ORDERLY_BROKER_PASSWORD"));
  }
}
