package org.orderly.tests.drill.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.orderly.tests.drill.history.RequestIdentity;

/** One order that somebody wants, under one key, with all that was heard about it. */
public final class OrderAttempt {
  private static final Map<String, String> HOME =
      Map.of(
          "name", "Dora Drill",
          "street", "1 Safety Road",
          "city", "York",
          "postalCode", "YO1 1AA",
          "country", "GB");

  private final DrillAccount buyer;
  private final String key;
  private final Map<String, Object> body;
  private final List<String> story = Collections.synchronizedList(new ArrayList<>());
  private final boolean impossible;
  private volatile InstanceClient.Reply answer;
  private volatile boolean contradicted;

  /**
   * @param items quantities by product; {@code null} orders the cart
   * @param impossible whether there is not nearly as much stock
   */
  OrderAttempt(DrillAccount buyer, String key, Map<UUID, Integer> items, boolean impossible) {
    this.buyer = buyer;
    this.key = key;
    this.impossible = impossible;
    Map<String, Object> rest =
        Map.of("shippingAddress", HOME, "payment", Map.of("method", "wallet"));
    if (items == null) {
      this.body = rest;
    } else {
      List<Map<String, Object>> list = new ArrayList<>();
      items.forEach((id, quantity) -> list.add(Map.of("productId", id, "quantity", quantity)));
      this.body =
          Map.of(
              "items", list,
              "shippingAddress", rest.get("shippingAddress"),
              "payment", rest.get("payment"));
    }
  }

  public RequestIdentity request() {
    return new RequestIdentity(CallAnswers.ORDER, buyer.id().toString(), key);
  }

  public DrillAccount buyer() {
    return buyer;
  }

  public String key() {
    return key;
  }

  /** What was ordered as it must stand in the order; empty for a cart, which may hold more. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (body.get("items") instanceof List<?> items) {
      for (Object item : items) {
        Map<?, ?> line = (Map<?, ?>) item;
        lines.add(orderId() + " " + line.get("productId") + " " + line.get("quantity"));
      }
    }
    return lines;
  }

  Map<String, Object> body() {
    return body;
  }

  public boolean isImpossible() {
    return impossible;
  }

  void tell(String what) {
    story.add(Instant.now() + " " + what);
  }

  /** The last definite answer counts; once an order was placed there must be no other. */
  void answered(InstanceClient.Reply reply) {
    if (isPlaced()) {
      UUID before = orderId();
      contradicted |= reply != null && !(reply.isDone() && idOf(reply).equals(before));
    }
    answer = reply;
  }

  public boolean isContradicted() {
    return contradicted;
  }

  /** The last definite answer, or {@code null} if there was none. */
  public InstanceClient.Reply answer() {
    return answer;
  }

  public boolean isPlaced() {
    return answer != null && answer.isDone();
  }

  /** The order that the client was told, if it was told one. */
  public UUID orderId() {
    return idOf(answer);
  }

  private static UUID idOf(InstanceClient.Reply reply) {
    return UUID.fromString(reply.body().get("id").asText());
  }

  @Override
  public String toString() {
    return key
        + " of "
        + buyer().id()
        + " "
        + body.get("items")
        + "\n    "
        + String.join("\n    ", story);
  }
}
