package org.orderly.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.payment.method.RefundTarget;
import org.orderly.platform.persistence.BatchResult;
import org.orderly.platform.persistence.SqlBatch;
import org.orderly.platform.request.RequestContext;

/** Reads and writes refunds. */
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

  static void insert(SqlBatch batch, Refund refund) {
    batch.change(
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

  static void settle(SqlBatch batch, Refund refund, @Nullable String reference) {
    batch.change(SETTLE, refund.status().name(), reference, refund.problem(), refund.id());
  }

  static BatchResult<Optional<Refund>> read(SqlBatch batch, UUID id) {
    return batch.first(RefundRepository::read, COLUMNS + " where id = ?", id);
  }

  /** Oldest first. */
  static BatchResult<List<Refund>> ofOrder(SqlBatch batch, OrderId order) {
    return batch.list(
        RefundRepository::read, COLUMNS + " where order_id = ? order by id", order.value());
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
