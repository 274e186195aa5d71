package org.orderly.payment.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.payment.gateway.BalanceTransaction;
import org.orderly.payment.gateway.PaymentGateway;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/** What the gateway says came to the shop's account, and left it. */
@ApplicationScoped
class GatewayMovementRepository {

  /** What nobody here asked for, such as a dispute, is known by the authorization it is about. */
  private static final String OF_REFERENCES =
      """
      select reference, id::text from payment where gateway = ? and reference = any (?::text[])
      union all
      select gateway_reference, id::text from gateway_transfer
      where gateway = ? and gateway_reference = any (?::text[])""";

  private final DomainDatabase database;

  @Inject
  GatewayMovementRepository(@Domain(PaymentDatabase.NAME) DomainDatabase database) {
    this.database = database;
  }

  /** Asks the gateway, so it is called outside of any transaction. */
  List<BookedEntry> between(PaymentGateway gateway, Instant from, Instant to) {
    List<BalanceTransaction> movements = gateway.movements(from, to);
    Map<String, String> subjects = subjects(gateway.name(), movements);
    List<BookedEntry> moved = new ArrayList<>();
    for (BalanceTransaction balanceTransaction : movements) {
      String subject =
          balanceTransaction.key() == null
              ? subjects.getOrDefault(balanceTransaction.payment(), balanceTransaction.payment())
              : balanceTransaction.key().toString();
      moved.add(
          new BookedEntry(
              balanceTransaction.kind().name(),
              subject,
              balanceTransaction.reference(),
              balanceTransaction.kind().incoming(),
              balanceTransaction.amount(),
              balanceTransaction.at()));
      if (balanceTransaction.fee().isPositive()) {
        moved.add(
            new BookedEntry(
                "FEE",
                subject,
                balanceTransaction.reference(),
                false,
                balanceTransaction.fee(),
                balanceTransaction.at()));
      }
    }
    return moved;
  }

  private Map<String, String> subjects(String gateway, List<BalanceTransaction> movements) {
    List<String> unnamed =
        movements.stream()
            .filter(balanceTransaction -> balanceTransaction.key() == null)
            .map(BalanceTransaction::payment)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    Map<String, String> subjects = new HashMap<>();
    Object references = SqlBatch.column("text", unnamed);
    database
        .list(
            row -> Map.entry(row.getString(1), row.getString(2)),
            OF_REFERENCES,
            gateway,
            references,
            gateway,
            references)
        .forEach(payment -> subjects.put(payment.getKey(), payment.getValue()));
    return subjects;
  }
}
