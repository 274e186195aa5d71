package org.orderly.integrity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.orderly.integrity.indoubt.InDoubtTransactions;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.payment.audit.PaymentCheckQueries;
import org.orderly.platform.integrity.Finding;
import org.orderly.platform.integrity.IntegrityCheck;
import org.orderly.platform.integrity.KeyRange;
import org.orderly.platform.integrity.KeyRangeQueries;
import org.orderly.platform.integrity.RangeCheck;
import org.orderly.platform.integrity.ScanPage;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/** The orders, newest first, with what three databases know of them: I3, and I5 to I8. */
@ApplicationScoped
class OrderCheck implements IntegrityCheck {

  /** The longest time that a commit may take to arrive in all databases. */
  private static final Duration ARRIVAL = Duration.ofSeconds(3);

  /** How long it may take after a crash, when the resolver has to see to it. */
  private static final Duration RESOLUTION = Duration.ofSeconds(10);

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final InDoubtTransactions transactions;
  private final DomainDatabase database;
  private final PaymentCheckQueries payments;
  private final CrossCheck cross;
  private final ReturnCheckQueries returns;

  @Inject
  OrderCheck(
      InDoubtTransactions transactions,
      @Domain(OrderingDatabase.NAME) DomainDatabase database,
      PaymentCheckQueries payments,
      CrossCheck cross,
      ReturnCheckQueries returns) {
    this.transactions = transactions;
    this.database = database;
    this.payments = payments;
    this.cross = cross;
    this.returns = returns;
  }

  @Override
  public String name() {
    return "orders";
  }

  @Override
  public Set<String> checks() {
    return Set.of("I3", "I5", "I6", "I7", "I8");
  }

  @Override
  public ScanPage after(@Nullable String position, int size) throws SQLException {
    KeyRangeQueries.Step step;
    try (Connection connection = database.dataSource().getConnection()) {
      step = OrderCheckQueries.ORDERS.after(connection, position, size);
    }
    return new ScanPage(step.end(), findings(step.range()));
  }

  @Override
  public List<Finding> at(String subject) throws SQLException {
    return findings(OrderCheckQueries.ORDERS.only(subject));
  }

  /** Ids tell when they were made (RFC 9562, version 7). */
  @Override
  public String place(String position) {
    long millis = UUID.fromString(position).getMostSignificantBits() >>> 16;
    return "back to " + Instant.ofEpochMilli(millis);
  }

  @Override
  public List<Finding> settled(List<Finding> found) throws SQLException, InterruptedException {
    if (found.isEmpty()) {
      return found;
    }
    boolean inDoubt = !transactions.report().items().isEmpty();
    long deadline = System.nanoTime() + (inDoubt ? RESOLUTION : ARRIVAL).toNanos();
    List<Finding> remaining = found;
    while (!remaining.isEmpty() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
      Set<String> subjects = new LinkedHashSet<>();
      remaining.forEach(finding -> subjects.add(finding.subject()));
      remaining = new ArrayList<>();
      for (String subject : subjects) {
        remaining.addAll(at(subject));
      }
    }
    return remaining;
  }

  private List<Finding> findings(KeyRange range) throws SQLException {
    List<Finding> found = new ArrayList<>();
    Map<UUID, CheckedOrder> orders;
    Map<UUID, BigDecimal> shipped;
    try (Connection connection = database.dataSource().getConnection()) {
      orders = CheckedOrderQueries.in(connection, range);
      shipped = ShippedTotalQueries.in(connection, range);
      for (RangeCheck check : OrderCheckQueries.OF_ORDERS) {
        found.addAll(check.in(connection, range));
      }
    }
    found.addAll(payments.ofOrders(range));
    found.addAll(cross.differences(orders, shipped, range));
    found.addAll(returns.differences(range));
    return found;
  }
}
