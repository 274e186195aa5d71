package org.orderly.tests.drill.payments;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.orderly.tests.drill.Comparison;
import org.orderly.tests.drill.Site;

/** Whether clients, shop and gateway tell the same story once everything has come to rest. */
final class Agreement {

  /** In minor units: what one refund or payout of the drill is about. */
  static final long PART = 100;

  private static final String CARDS =
      "select id, captured, refunded from payment where method = 'CARD' and captured > 0";
  private static final String DEPOSITS =
      "select id, amount, 0 from gateway_transfer where direction = 'IN' and status = 'COMPLETED'";
  private static final String PAYOUTS =
      "select id, amount from gateway_transfer where direction = 'OUT' and status = 'COMPLETED'";

  private final Site site;
  private final GatewayBooks gateway;
  private final Comparison comparison = new Comparison();

  Agreement(Site site, GatewayBooks gateway) {
    this.site = site;
    this.gateway = gateway;
  }

  List<String> differences() {
    return comparison.differences();
  }

  /** The gateway moved what the shop has booked, and holds nothing that nobody will ever fetch. */
  Agreement withTheGateway() throws SQLException {
    List<String> booked = new ArrayList<>(site.rows("payment", CARDS));
    booked.addAll(site.rows("payment", DEPOSITS));
    List<JsonNode> payments = gateway.all("payments");
    comparison.same(
        "money at the gateway",
        booked,
        payments.stream()
            .filter(payment -> payment.get("captured").asLong() > 0)
            .map(
                payment ->
                    payment.get("key").asText()
                        + " "
                        + payment.get("captured").asText()
                        + " "
                        + payment.get("refunded").asText())
            .toList());
    payments.stream()
        .filter(payment -> payment.get("state").asText().equals("AUTHORIZED"))
        .forEach(payment -> comparison.add("reserved for nobody at the gateway: " + payment));
    comparison.same(
        "payouts at the gateway",
        site.rows("payment", PAYOUTS),
        gateway.all("moves").stream()
            .filter(move -> move.get("kind").asText().equals("PAYOUT"))
            .filter(move -> move.get("state").asText().equals("COMPLETED"))
            .map(move -> move.get("key").asText() + " " + move.get("amount").asText())
            .toList());
    return this;
  }

  /** Each errand was answered, its repetition was told the same, and it had one effect. */
  Agreement withTheClients(Step step, List<Errand> errands) throws SQLException {
    for (Errand errand : errands) {
      if (!errand.isAnswered()) {
        comparison.add("never answered: " + errand);
      } else if (!errand.isConsistent()) {
        comparison.add("told something else the second time: " + errand);
      }
    }
    List<Errand> done = errands.stream().filter(Errand::isDone).toList();
    switch (step) {
      case CHECKOUT, CAPTURE -> orders(errands, done);
      case REFUND -> refunds(done);
      case WITHDRAW -> payouts(errands, done);
    }
    return this;
  }

  private void orders(List<Errand> errands, List<Errand> done) throws SQLException {
    String[] keys = errands.stream().map(Errand::key).toArray(String[]::new);
    comparison.same(
        "order",
        done.stream().map(errand -> errand.key() + " " + errand.id() + " CONFIRMED").toList(),
        site.rows(
            "ordering",
            "select k.key, o.id, o.status from idempotency_key k"
                + " join orders o on o.id::text = k.answer::jsonb ->> 'id'"
                + " where k.operation = 'place-order' and k.key = any (?)",
            (Object) keys));
    String[] ids = done.stream().map(errand -> errand.id().toString()).toArray(String[]::new);
    comparison.same(
        "payment of an order",
        site.rows(
            "ordering", "select id, total from orders where id::text = any (?)", (Object) ids),
        site.rows(
            "payment",
            "select order_id, captured - refunded from payment"
                + " where status = 'CAPTURED' and order_id::text = any (?)",
            (Object) ids));
  }

  private void refunds(List<Errand> done) throws SQLException {
    Map<String, Long> expected =
        done.stream()
            .collect(
                Collectors.groupingBy(
                    errand -> errand.path().split("/")[1], Collectors.counting()));
    comparison.same(
        "refund",
        expected.entrySet().stream()
            .map(order -> order.getKey() + " " + order.getValue() * PART)
            .toList(),
        site.rows(
            "payment",
            "select order_id, refunded from payment where order_id::text = any (?)",
            (Object) expected.keySet().toArray(String[]::new)));
  }

  private void payouts(List<Errand> errands, List<Errand> done) throws SQLException {
    String[] keys = errands.stream().map(Errand::key).toArray(String[]::new);
    comparison.same(
        "payout",
        done.stream().map(errand -> errand.key() + " " + errand.id() + " COMPLETED").toList(),
        site.rows(
            "payment",
            "select request_key, id, status from gateway_transfer where request_key = any (?)",
            (Object) keys));
  }

  /**
   * I1 to I10, as the shop itself proves them.
   *
   * @param adminToken of a session that lasts: signing in each time would end the oldest
   */
  Agreement withItself(String adminToken) {
    JsonNode books = site.shop().get("admin/invariants", adminToken);
    for (JsonNode check : books.get("checks")) {
      if (!check.get("ok").asBoolean()) {
        comparison.add("invariant " + check);
      }
    }
    return this;
  }
}
