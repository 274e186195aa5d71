package org.orderly.tests.drill.customer;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.orderly.tests.drill.history.CallAnswer;
import org.orderly.tests.drill.history.CounterReading;
import org.orderly.tests.drill.history.RequestIdentity;

/** Reads what the shop's replies say about effects, stock and balances. */
public final class CallAnswers {
  public static final String ORDER = "order";
  public static final String DEPOSIT = "deposit";
  public static final String RESTOCK = "restock";

  private static final int CENTS = 2;

  private CallAnswers() {}

  /** The name of the counter of a product's stock. */
  public static String stock(Object product) {
    return "stock of " + product;
  }

  /** The name of the counter of a customer's balance. */
  public static String wallet(Object owner) {
    return "wallet of " + owner;
  }

  static CallAnswer of(InstanceClient.Reply reply, RequestIdentity request) {
    if (!reply.isDefinite()) {
      return new CallAnswer.Unknown(reply.status(), reply.status() + " " + reply.code());
    }
    return reply.isDone()
        ? done(reply, request)
        : new CallAnswer.Refused(reply.code(), readings(reply, request));
  }

  private static CallAnswer done(InstanceClient.Reply reply, RequestIdentity request) {
    JsonNode body = reply.body();
    String id = body.path("id").asText();
    return switch (request.operation()) {
      case RESTOCK ->
          new CallAnswer.Done(
              request.key(),
              Map.of(stock(body.path("productId").asText()), units(body.path("available"))));
      case DEPOSIT ->
          body.path("status").asText().equals("COMPLETED")
              ? new CallAnswer.Done(id, Map.of())
              : new CallAnswer.Unknown(reply.status(), "deposit " + body.path("status").asText());
      default -> new CallAnswer.Done(id, Map.of());
    };
  }

  private static List<CounterReading> readings(
      InstanceClient.Reply reply, RequestIdentity request) {
    JsonNode body = reply.body();
    List<CounterReading> readings = new ArrayList<>();
    if (reply.code().equals("insufficient-stock")) {
      for (JsonNode item : body.path("items")) {
        readings.add(
            new CounterReading(
                stock(item.path("productId").asText()),
                units(item.path("available")),
                units(item.path("requested"))));
      }
    } else if (reply.code().equals("insufficient-funds")) {
      readings.add(
          new CounterReading(
              wallet(request.caller()), cents(body.path("balance")), cents(body.path("required"))));
    }
    return readings;
  }

  /** The drill's products are sold by the piece. */
  private static long units(JsonNode quantity) {
    return quantity.decimalValue().longValueExact();
  }

  private static long cents(JsonNode money) {
    return new BigDecimal(money.path("amount").asText()).movePointRight(CENTS).longValueExact();
  }
}
