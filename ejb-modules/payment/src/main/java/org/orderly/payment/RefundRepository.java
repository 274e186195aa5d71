package org.orderly.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.payment.method.RefundTarget;
import org.orderly.platform.persistence.SqlBatch;
import org.orderly.platform.request.RequestContext;

/** Refunds as rows. */
final class RefundRepository {

  private static final String COLUMNS =
      """
      select id, batch, order_id, payment_id, currency, amount, target, cause, status, reason,
             problem, created_at
      from refund""";

  private static final String INSERT =
      """
      insert into refund (id, batch, order_id, payment_id, currency, amount, target, cause, status,
          actor, reason, created_at, settled_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, case when ? = 'PENDING' then null else now() end)""";

  private static final String SETTLE =
      """
      update refund set status = ?, reference = ?, problem = left(?, 200), settled_at = now()
      where id = ? and status = 'PENDING'""";

  private RefundRepository() {}

  static void insert(SqlBatch trip, Refund refund) {
    trip.change(
        INSERT,
        refund.id(),
        refund.batch(),
        refund.order().value(),
        refund.payment(),
        refund.amount().currency().getCurrencyCode(),
        refund.amount().minorUnits(),
        refund.target().name(),
        refund.cause().name(),
        refund.status().name(),
        RequestContext.current().actor(),
        refund.reason(),
        refund.createdAt().atOffset(ZoneOffset.UTC),
        refund.status().name());
  }

  static void settle(SqlBatch trip, Refund refund, String reference) {
    trip.change(SETTLE, refund.status().name(), reference, refund.problem(), refund.id());
  }

  static void read(SqlBatch trip, UUID id, List<Refund> into) {
    trip.query(rows -> readAll(rows, into), COLUMNS + " where id = ?", id);
  }

  /** Oldest first. */
  static void ofOrder(SqlBatch trip, OrderId order, List<Refund> into) {
    trip.query(
        rows -> readAll(rows, into), COLUMNS + " where order_id = ? order by id", order.value());
  }

  private static void readAll(ResultSet row, List<Refund> into) throws SQLException {
    while (row.next()) {
      into.add(read(row));
    }
  }

  private static Refund read(ResultSet row) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return new Refund(
        row.getObject("id", UUID.class),
        row.getObject("batch", UUID.class),
        new OrderId(row.getObject("order_id", UUID.class)),
        row.getObject("payment_id", UUID.class),
        new Money(row.getLong("amount"), currency),
        RefundTarget.valueOf(row.getString("target")),
        Refund.Cause.valueOf(row.getString("cause")),
        Refund.Status.valueOf(row.getString("status")),
        row.getString("reason"),
        row.getString("problem"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
