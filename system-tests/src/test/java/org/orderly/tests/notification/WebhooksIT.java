package org.orderly.tests.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.server.component.Component;
import org.orderly.tests.support.Eventually;
import org.orderly.tests.support.HookReceiver;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/** Programs of others are told what happens: signed, at least once, whatever falls over. */
@ExtendWith(RunningShop.class)
class WebhooksIT {

  private static final String PATH = "admin/webhooks";

  private final List<String> made = new ArrayList<>();

  @AfterEach
  void end() {
    made.forEach(id -> admin().send("DELETE", PATH + "/" + id, null).expect(204));
  }

  @Test
  void areToldWhatTheyAskedForWithASignature() {
    try (HookReceiver receiver = new HookReceiver()) {
      JsonNode webhook = webhook(receiver, List.of("OrderPlaced"));
      JsonNode order = order();
      HookReceiver.Received told = first(receiver);

      assertThat(told.isSignedWith(webhook.get("secret").asText())).isTrue();
      assertThat(told.type()).isEqualTo("OrderPlaced");
      assertThat(told.json().get("id").asText()).isEqualTo(told.eventId());
      assertThat(told.json().at("/data/orderId").asText()).isEqualTo(order.get("id").asText());
      assertThat(told.json().at("/data/total")).isEqualTo(order.get("total"));
      assertThat(told.body()).doesNotContain("High Street", "@example.org");

      JsonNode delivery = seeDelivery(webhook, "DELIVERED");
      assertThat(delivery.get("answer").asInt()).isEqualTo(200);
      assertThat(delivery.get("attempts").asInt()).isEqualTo(1);
      assertThat(receiver.received()).hasSize(1);
      assertThat(one(webhook).toString()).doesNotContain(webhook.get("secret").asText());
    }
  }

  @Test
  void areTriedAgainThenSetAsideAndReplayedAsTheyWere() {
    try (HookReceiver receiver = new HookReceiver().answering(500)) {
      JsonNode webhook = webhook(receiver, List.of("OrderPlaced"));
      order();
      JsonNode dead = seeDelivery(webhook, "DEAD");
      assertThat(dead.get("attempts").asInt()).isEqualTo(3);
      assertThat(dead.get("answer").asInt()).isEqualTo(500);
      assertThat(one(webhook).get("failingSince").isNull()).isFalse();

      receiver.answering(204);
      String path = PATH + "/" + id(webhook) + "/deliveries/" + id(dead);
      admin().send("POST", path + "/replay", null).expect(202);
      seeDelivery(webhook, "DELIVERED");
      List<HookReceiver.Received> all = receiver.received();
      assertThat(all).hasSize(4);
      assertThat(all).extracting(HookReceiver.Received::body).containsOnly(all.get(0).body());
      assertThat(all).allMatch(each -> each.isSignedWith(webhook.get("secret").asText()));
      assertThat(admin().get(path).expect(200).get("body").asText()).isEqualTo(all.get(0).body());
      assertThat(one(webhook).get("failingSince").isNull()).isTrue();
    }
  }

  @Test
  void waitForNoOtherThatIsSlow() {
    try (HookReceiver slow = new HookReceiver().silent();
        HookReceiver quick = new HookReceiver()) {
      JsonNode held = webhook(slow, List.of("OrderPlaced"));
      for (int i = 0; i < 30; i++) {
        ping(held);
      }
      Eventually.see("the slow one at work", slow::received, all -> all.size() >= 2);
      JsonNode webhook = webhook(quick, List.of("OrderPlaced"));
      long begun = System.nanoTime();
      ping(webhook);
      first(quick);
      assertThat(System.nanoTime() - begun).isLessThan(2_500_000_000L);
      assertThat(slow.received()).hasSizeLessThanOrEqualTo(4);
    }
  }

  @Test
  void losesNothingWhileItIsPausedOrTheBrokerIsAway() {
    try (HookReceiver receiver = new HookReceiver()) {
      JsonNode webhook = webhook(receiver, "*");
      String path = PATH + "/" + id(webhook);
      admin().send("POST", path + "/pause", null).expect(200);
      RunningShop.stop(Component.BROKER);
      JsonNode order;
      try {
        order = order();
      } finally {
        RunningShop.start(Component.BROKER);
      }
      Eventually.see(
          "what waits",
          () -> deliveries(webhook, "?type=OrderPlaced&status=PENDING"),
          waiting -> waiting.size() == 1);
      assertThat(receiver.received()).isEmpty();

      admin().send("POST", path + "/resume", null).expect(200);
      Eventually.see(
          "the order",
          () -> receiver.received().stream().filter(r -> r.type().equals("OrderPlaced")).toList(),
          told ->
              told.size() == 1
                  && told.get(0).json().at("/data/orderId").asText().equals(id(order)));
    }
  }

  @Test
  void areSignedWithBothSecretsForADay() {
    try (HookReceiver receiver = new HookReceiver()) {
      JsonNode webhook = webhook(receiver, List.of("OrderPlaced"));
      String old = webhook.get("secret").asText();
      String path = PATH + "/" + id(webhook) + "/rotate-secret";
      String secret = admin().send("POST", path, null).expect(200).get("secret").asText();
      assertThat(secret).isNotEqualTo(old);
      ping(webhook);
      HookReceiver.Received told = first(receiver);
      assertThat(told.isSignedWith(secret)).isTrue();
      assertThat(told.isSignedWith(old)).isTrue();
      assertThat(told.type()).isEqualTo("Ping");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.2/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.3]/",
        "https://10.0.0.1/",
        "https://169.254.169.254/latest/meta-data/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://user@hooks.example.org/",
        "http://1.1.1.1/",
        "file:///etc/passwd",
        "nonsense"
      })
  void leadNowherePrivate(String url) {
    int before = admin().get(PATH).expect(200).get("items").size();
    Map<String, Object> orderRequest = Map.of("url", url, "events", "*");
    assertThat(admin().send("POST", PATH, orderRequest).expect(422).get("code").asText())
        .isEqualTo("webhook-target-refused");
    assertThat(admin().get(PATH).expect(200).get("items")).hasSize(before);
  }

  @Test
  void areChangedOnlyIntoWhatCouldBeMade() {
    try (HookReceiver receiver = new HookReceiver()) {
      JsonNode webhook = webhook(receiver, List.of("OrderPlaced"));
      String path = PATH + "/" + id(webhook);
      admin().send("PATCH", path, Map.of("url", "https://10.0.0.1/")).expect(422);
      admin().send("PATCH", path, Map.of("events", List.of("NoSuchEvent"))).expect(400);
      assertThat(one(webhook).get("events").toString()).isEqualTo("[\"OrderPlaced\"]");
      admin().send("PATCH", path, Map.of("events", List.of("OrderConfirmed"))).expect(200);
      order();
      Eventually.see("the order", receiver::received, all -> !all.isEmpty());
      assertThat(receiver.received()).allMatch(each -> each.type().equals("OrderConfirmed"));
      Eventually.see(
          "the audit log",
          () ->
              admin()
                  .get("admin/audit-log?subject=" + id(webhook))
                  .expect(200)
                  .findValuesAsText("action"),
          actions -> actions.containsAll(List.of("webhook.created", "webhook.changed")));
    }
  }

  private JsonNode webhook(HookReceiver receiver, Object events) {
    Map<String, Object> orderRequest =
        Map.of("url", receiver.url(), "events", events, "description", "a test's");
    JsonNode webhook = admin().send("POST", PATH, orderRequest).expect(201);
    made.add(id(webhook));
    return webhook;
  }

  private static JsonNode order() {
    TestProducts tea = TestProducts.listed("1.00", "EUR", 10, null);
    Shopper ann = Shopper.registered(RunningShop.api()).deposit("10.00", "EUR");
    return ann.send("POST", "orders", Shopper.orderRequest(tea, 1)).expect(201);
  }

  private static void ping(JsonNode webhook) {
    admin().send("POST", PATH + "/" + id(webhook) + "/ping", null).expect(202);
  }

  private static HookReceiver.Received first(HookReceiver receiver) {
    return Eventually.see("a call", receiver::received, all -> !all.isEmpty()).get(0);
  }

  private static JsonNode one(JsonNode webhook) {
    return admin().get(PATH + "/" + id(webhook)).expect(200);
  }

  private static JsonNode deliveries(JsonNode webhook, String query) {
    return admin().get(PATH + "/" + id(webhook) + "/deliveries" + query).expect(200).get("items");
  }

  private static JsonNode seeDelivery(JsonNode webhook, String status) {
    return Eventually.see(
            "a delivery that is " + status,
            () -> deliveries(webhook, "?status=" + status),
            found -> found.size() == 1)
        .get(0);
  }

  private static String id(JsonNode thing) {
    return thing.get("id").asText();
  }

  private static Shopper admin() {
    return RunningShop.admin();
  }
}
