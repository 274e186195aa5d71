package org.orderly.payment.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.orderly.kernel.RoundTrip;
import org.orderly.payment.gateway.Movement;
import org.orderly.payment.gateway.PaymentGateway;
import org.orderly.payment.ledger.PaymentDatabase;

/** What the gateway says came to the shop's account, and left it. */
@ApplicationScoped
class GatewayMovements {

  /** What nobody here asked for, such as a dispute, is known by the authorization it is about. */
  private static final String OF_REFERENCES =
      """
      select reference, id::text from payment where gateway = ? and reference = any (?::text[])
      union all
      select gateway_reference, id::text from gateway_transfer
      where gateway = ? and gateway_reference = any (?::text[])""";

  private final PaymentDatabase database;

  @Inject
  GatewayMovements(PaymentDatabase database) {
    this.database = database;
  }

  /** Asks the gateway, so it is called outside of any transaction. */
  List<Booked> between(PaymentGateway gateway, Instant from, Instant to) {
    List<Movement> movements = gateway.movements(from, to);
    Map<String, String> subjects = subjects(gateway.name(), movements);
    List<Booked> moved = new ArrayList<>();
    for (Movement movement : movements) {
      String subject =
          movement.key() == null
              ? subjects.getOrDefault(movement.payment(), movement.payment())
              : movement.key().toString();
      moved.add(
          new Booked(
              movement.kind().name(),
              subject,
              movement.reference(),
              movement.kind().incoming(),
              movement.amount(),
              movement.at()));
      if (movement.fee() != null && movement.fee().isPositive()) {
        moved.add(
            new Booked("FEE", subject, movement.reference(), false, movement.fee(), movement.at()));
      }
    }
    return moved;
  }

  private Map<String, String> subjects(String gateway, List<Movement> movements) {
    List<String> unnamed =
        movements.stream()
            .filter(movement -> movement.key() == null)
            .map(Movement::payment)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    Map<String, String> subjects = new HashMap<>();
    Object references = RoundTrip.column("text", unnamed);
    RoundTrip trip =
        new RoundTrip()
            .query(
                row -> {
                  while (row.next()) {
                    subjects.put(row.getString(1), row.getString(2));
                  }
                },
                OF_REFERENCES,
                gateway,
                references,
                gateway,
                references);
    database.run(trip);
    return subjects;
  }
}
