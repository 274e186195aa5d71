package org.orderly.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;

class JsonTest {

  private static final String ID = "019a9f00-1234-7000-8000-000000000001";

  record Line(ProductId productId, Quantity quantity, Money price) {}

  record SomethingHappened(
      UUID eventId, Instant occurredAt, OrderId orderId, UserId userId, List<Line> lines)
      implements DomainEvent {

    @Override
    public UUID aggregateId() {
      return orderId.value();
    }
  }

  @Test
  void writesValuesInTheFormsOfTheApi() throws Exception {
    Line line = new Line(ProductId.of(ID), Quantity.of("1.50"), Money.of("12.5", "EUR"));
    assertThat(Json.mapper().writeValueAsString(line))
        .isEqualTo(
            """
            {"productId":"%s","quantity":1.5,"price":{"amount":"12.50","currency":"EUR"}}"""
                .formatted(ID));
  }

  @Test
  void readsBackTheEventsItWrote() throws Exception {
    SomethingHappened event =
        new SomethingHappened(
            UUID.fromString(ID),
            Instant.parse("2026-11-20T10:15:30.123456Z"),
            OrderId.of(ID),
            UserId.of(ID),
            List.of(new Line(ProductId.of(ID), Quantity.of(3), Money.of("7", "JPY"))));
    String json = Json.mapper().writeValueAsString(event);
    assertThat(json).contains("\"occurredAt\":\"2026-11-20T10:15:30.123456Z\"");
    assertThat(Json.mapper().readValue(json, SomethingHappened.class)).isEqualTo(event);
  }

  @Test
  void passesOverMembersThatAnEventGained() throws Exception {
    String json = "{\"productId\":\"%s\",\"quantity\":1,\"colour\":\"red\"}".formatted(ID);
    assertThat(Json.mapper().readValue(json, Line.class).quantity()).isEqualTo(Quantity.of(1));
  }

  @Test
  void readsAnAmountGivenAsNumberExactly() throws Exception {
    assertThat(money("{\"amount\":0.1,\"currency\":\"EUR\"}")).isEqualTo(Money.of("0.10", "EUR"));
    assertThat(money("{\"amount\":12,\"currency\":\"EUR\"}")).isEqualTo(Money.of("12", "EUR"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"12.50 EUR\"",
        "12.50",
        "[]",
        "{}",
        "{\"amount\":\"12.50\"}",
        "{\"currency\":\"EUR\"}",
        "{\"amount\":true,\"currency\":\"EUR\"}",
        "{\"amount\":[1],\"currency\":\"EUR\"}",
        "{\"amount\":{},\"currency\":\"EUR\"}",
        "{\"amount\":null,\"currency\":\"EUR\"}",
        "{\"amount\":\"1.001\",\"currency\":\"EUR\"}",
        "{\"amount\":1e2000000000,\"currency\":\"EUR\"}",
        "{\"amount\":NaN,\"currency\":\"EUR\"}"
      })
  void refusesWhatIsNoMoney(String json) {
    assertThatThrownBy(() -> money(json))
        .isInstanceOfAny(JsonProcessingException.class, InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"1\"", "true", "[1]", "{}", "-1", "1e2000000000", "0.123456789"})
  void refusesWhatIsNoQuantity(String json) {
    assertThatThrownBy(() -> line("{\"quantity\":" + json + "}"))
        .isInstanceOf(JsonProcessingException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\"abc\"", "12", "true", "{}", "[]"})
  void refusesWhatIsNoId(String json) {
    assertThatThrownBy(() -> line("{\"productId\":" + json + "}"))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void refusesNumbersOfAbsurdLength() {
    assertThatThrownBy(() -> line("{\"quantity\":" + "9".repeat(61) + "}"))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void refusesAbsurdDepth() {
    assertThatThrownBy(() -> Json.mapper().readTree("[".repeat(33) + "]".repeat(33)))
        .isInstanceOf(JsonProcessingException.class);
  }

  private static Money money(String json) throws JsonProcessingException {
    return Json.mapper().readValue(json, Money.class);
  }

  private static Line line(String json) throws JsonProcessingException {
    return Json.mapper().readValue(json, Line.class);
  }
}
