package org.orderly.notification.webhook.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.platform.events.EventMessage;

class EventBodyTest {

  private static final String ID = "0193a5b0-1c2d-7e3f-8a4b-0c5d6e7f8a9b";
  private static final String USER = "0193a5b0-1c2d-7e3f-8a4b-0c5d6e7f8a9c";

  @Test
  void putsWhatTheEventTellsBehindWhatEveryEventHas() {
    EventBody body =
        body("\"userId\":\"" + USER + "\",\"total\":{\"amount\":\"1.10\",\"currency\":\"EUR\"}");
    assertThat(body.json())
        .isEqualTo(
            "{\"id\":\"%s\",\"type\":\"OrderPlaced\",\"occurredAt\":\"2026-01-02T03:04:05Z\",\"data\":"
                    .formatted(ID)
                + "{\"userId\":\"%s\",\"total\":{\"amount\":\"1.10\",\"currency\":\"EUR\"}}}"
                    .formatted(USER));
    assertThat(body.id()).isEqualTo(UUID.fromString(ID));
    assertThat(body.userId()).isEqualTo(UUID.fromString(USER));
    assertThat(body.occurredAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"number\":\"2026-1\",\"guestEmail\":\"ann@example.org\"",
        "\"number\":\"2026-1\",\"buyerPhone\":\"ann@example.org\"",
        "\"number\":\"2026-1\",\"buyer\":{\"sku\":\"ann@example.org\",\"number\":\"ann@example.org\"}",
        "\"number\":\"2026-1\",\"notes\":[\"ann@example.org\"]",
        "\"number\":\"2026-1\",\"total\":{\"amount\":\"1.10\",\"payer\":\"ann@example.org\"}",
        "\"number\":\"2026-1\",\"lines\":[{\"sku\":\"A\",\"engraving\":\"ann@example.org\"}]",
        "\"number\":\"2026-1\",\"lines\":[\"ann@example.org\"]",
        "\"number\":\"2026-1\",\"lines\":\"ann@example.org\"",
        "\"number\":\"2026-1\",\"userId\":{\"email\":\"ann@example.org\"}",
      })
  void leavesOutAMemberThatIsNotDeclared(String members) {
    String json = body(members).json();
    assertThat(json).contains("2026-1").doesNotContain("ann@example.org");
  }

  @Test
  void remembersWhomAnEventConcernsForTheErasure() {
    String members = "\"orderId\":\"%s\",\"userId\":\"%s\"".formatted(ID, USER);
    assertThat(body(members).userId()).isEqualTo(UUID.fromString(USER));
  }

  @Test
  void refusesAnEventThatIsNotOnOffer() {
    EventMessage event =
        new EventMessage(
            "UserErased",
            "{\"eventId\":\"%s\",\"occurredAt\":\"2026-01-02T03:04:05Z\"}".formatted(ID));
    assertThatThrownBy(() -> EventBody.of(event)).hasMessageContaining("UserErased");
  }

  @Test
  void keepsNumbersAsTheyAre() {
    assertThat(body("\"lines\":[{\"quantity\":0.12345678},{\"quantity\":1000000000}]").json())
        .contains("[{\"quantity\":0.12345678},{\"quantity\":1000000000}]");
  }

  @Test
  void tellsAPingByItsType() {
    UUID webhook = UUID.fromString(ID);
    EventBody ping = EventBody.ping(webhook, Instant.EPOCH);
    assertThat(ping.json()).contains("\"type\":\"Ping\"", "{\"webhookId\":\"" + ID + "\"}");
    assertThat(ping.userId()).isNull();
  }

  private static EventBody body(String members) {
    String payload =
        "{\"eventId\":\"%s\",\"occurredAt\":\"2026-01-02T03:04:05Z\",%s}".formatted(ID, members);
    return EventBody.of(new EventMessage("OrderPlaced", payload));
  }
}
