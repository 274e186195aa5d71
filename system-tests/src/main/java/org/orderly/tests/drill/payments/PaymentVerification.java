package org.orderly.tests.drill.payments;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.orderly.tests.drill.DrillSite;
import org.orderly.tests.drill.RowComparison;

/** Whether clients, shop and gateway tell the same story once everything has come to rest. */
final class PaymentVerification {

  /** In minor units: what one refund or payout of the drill is about. */
  static final long PART = 100;

  private static final String CARDS =
      "select id, captured, refunded from payment where method = 'CARD' and captured > 0";
  private static final String DEPOSITS =
      "select id, amount, 0 from gateway_transfer where direction = 'IN' and status = 'COMPLETED'";
  private static final String PAYOUTS =
      "select id, amount from gateway_transfer where direction = 'OUT' and status = 'COMPLETED'";

  private final DrillSite drillSite;
  private final GatewayRecords gateway;
  private final RowComparison rowComparison = new RowComparison();

  PaymentVerification(DrillSite drillSite, GatewayRecords gateway) {
    this.drillSite = drillSite;
    this.gateway = gateway;
  }

  List<String> differences() {
    return rowComparison.differences();
  }

  /** The gateway moved what the shop has booked, and holds nothing that nobody will ever fetch. */
  PaymentVerification withTheGateway() throws SQLException {
    List<String> booked = new ArrayList<>(drillSite.rows("payment", CARDS));
    booked.addAll(drillSite.rows("payment", DEPOSITS));
    List<JsonNode> payments = gateway.all("payments");
    rowComparison.same(
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
        .forEach(payment -> rowComparison.add("reserved for nobody at the gateway: " + payment));
    rowComparison.same(
        "payouts at the gateway",
        drillSite.rows("payment", PAYOUTS),
        gateway.all("moves").stream()
            .filter(move -> move.get("kind").asText().equals("PAYOUT"))
            .filter(move -> move.get("state").asText().equals("COMPLETED"))
            .map(move -> move.get("key").asText() + " " + move.get("amount").asText())
            .toList());
    return this;
  }

  /** Each errand was answered, its repetition was told the same, and it had one effect. */
  PaymentVerification withTheClients(
      PaymentDrillStep paymentDrillStep, List<RepeatedRequest> errands) throws SQLException {
    for (RepeatedRequest repeatedRequest : errands) {
      if (!repeatedRequest.isAnswered()) {
        rowComparison.add("never answered: " + repeatedRequest);
      } else if (!repeatedRequest.isConsistent()) {
        rowComparison.add("told something else the second time: " + repeatedRequest);
      }
    }
    List<RepeatedRequest> done = errands.stream().filter(RepeatedRequest::isDone).toList();
    switch (paymentDrillStep) {
      case CHECKOUT, CAPTURE -> orders(errands, done);
      case REFUND -> refunds(done);
      case WITHDRAW -> payouts(errands, done);
    }
    return this;
  }

  private void orders(List<RepeatedRequest> errands, List<RepeatedRequest> done)
      throws SQLException {
    String[] keys = errands.stream().map(RepeatedRequest::key).toArray(String[]::new);
    rowComparison.same(
        "order",
        done.stream()
            .map(
                repeatedRequest ->
                    repeatedRequest.key() + " " + repeatedRequest.id() + " CONFIRMED")
            .toList(),
        drillSite.rows(
            "ordering",
            "select k.key, o.id, o.status from idempotency_key k"
                + " join orders o on o.id::text = k.answer::jsonb ->> 'id'"
                + " where k.operation = 'place-order' and k.key = any (?)",
            (Object) keys));
    String[] ids =
        done.stream()
            .map(repeatedRequest -> repeatedRequest.id().toString())
            .toArray(String[]::new);
    rowComparison.same(
        "payment of an order",
        drillSite.rows(
            "ordering", "select id, total from orders where id::text = any (?)", (Object) ids),
        drillSite.rows(
            "payment",
            "select order_id, captured - refunded from payment"
                + " where status = 'CAPTURED' and order_id::text = any (?)",
            (Object) ids));
  }

  private void refunds(List<RepeatedRequest> done) throws SQLException {
    Map<String, Long> expected =
        done.stream()
            .collect(
                Collectors.groupingBy(
                    repeatedRequest -> repeatedRequest.path().split("/")[1],
                    Collectors.counting()));
    rowComparison.same(
        "refund",
        expected.entrySet().stream()
            .map(order -> order.getKey() + " " + order.getValue() * PART)
            .toList(),
        drillSite.rows(
            "payment",
            "select order_id, refunded from payment where order_id::text = any (?)",
            (Object) expected.keySet().toArray(String[]::new)));
  }

  private void payouts(List<RepeatedRequest> errands, List<RepeatedRequest> done)
      throws SQLException {
    String[] keys = errands.stream().map(RepeatedRequest::key).toArray(String[]::new);
    rowComparison.same(
        "payout",
        done.stream()
            .map(
                repeatedRequest ->
                    repeatedRequest.key() + " " + repeatedRequest.id() + " COMPLETED")
            .toList(),
        drillSite.rows(
            "payment",
            "select request_key, id, status from gateway_transfer where request_key = any (?)",
            (Object) keys));
  }

  /**
   * I1 to I10, as the shop itself proves them.
   *
   * @param adminToken of a session that lasts: signing in each time would end the oldest
   */
  PaymentVerification withItself(String adminToken) {
    JsonNode books = drillSite.shop().get("admin/invariants", adminToken);
    for (JsonNode check : books.get("checks")) {
      if (!check.get("ok").asBoolean()) {
        rowComparison.add("invariant " + check);
      }
    }
    return this;
  }
}
