package org.orderly.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.payment.PaymentRow.AtGateway;
import org.orderly.payment.gateway.NextAction;
import org.orderly.payment.lifecycle.PaymentStatus;
import org.orderly.payment.lifecycle.PaymentStep;
import org.orderly.payment.method.PaymentInstrument;
import org.orderly.platform.persistence.BatchResult;
import org.orderly.platform.persistence.BulkInsert;
import org.orderly.platform.persistence.SqlBatch;

/** Reads and writes payments by SQL batches: one network round trip for all rows of a checkout. */
final class PaymentRepository {

  private static final String COLUMNS =
      """
      select p.id, p.order_id, p.user_id, p.part, p.method, p.status, p.currency, p.amount,
             p.authorized, p.captured, p.refunded, p.refunding, p.gateway, p.reference,
             p.next_url, p.next_secret, p.expires_at,
             (select count(*) from payment_transition t where t.payment_id = p.id) as steps
      from payment p""";

  private static final String LOCK_ORDER =
      "select 1 from payment where order_id = ? order by part for update";

  private static final String LOCK_ONE = "select 1 from payment where id = ? for update";

  private static final String READ_ONE = COLUMNS + " where p.id = ?";

  private static final String READ_ORDER = COLUMNS + " where p.order_id = ? order by p.part";

  private static final BulkInsert<NewPayment> INSERT =
      BulkInsert.<NewPayment>into("payment")
          .column("id", "uuid", payment -> payment.row().id())
          .column("order_id", "uuid", payment -> payment.row().order().value())
          .column("user_id", "uuid", payment -> payment.row().buyer().value())
          .column("part", "int", payment -> payment.row().part())
          .column("method", "text", payment -> payment.row().means().name())
          .column("status", "text", payment -> payment.row().status().name())
          .column("currency", "bpchar", payment -> currency(payment.row()))
          .column("amount", "bigint", payment -> payment.row().amounts().owed().minorUnits())
          .column(
              "authorized", "bigint", payment -> payment.row().amounts().authorized().minorUnits())
          .column("captured", "bigint", payment -> payment.row().amounts().captured().minorUnits())
          .column("gateway", "text", payment -> gateway(payment, AtGateway::name))
          .column("reference", "text", payment -> gateway(payment, AtGateway::reference))
          .column("next_url", "text", payment -> NextAction.url(gateway(payment, AtGateway::step)))
          .column(
              "next_secret",
              "text",
              payment -> NextAction.secret(gateway(payment, AtGateway::step)))
          .column("expires_at", "timestamptz", payment -> time(payment.row().expiresAt()))
          .column("created_at", "timestamptz", payment -> time(payment.createdAt()));

  private static final String UPDATE =
      """
      update payment set status = ?, amount = ?, authorized = ?, captured = ?, refunded = ?,
        refunding = ?, expires_at = ?, version = version + 1,
        next_url = case when ? = 'PENDING' then next_url end,
        next_secret = case when ? = 'PENDING' then next_secret end
      where id = ?""";

  private static final String OF_EVENT =
      "select id from payment where gateway = ? and (id = ? or reference = ?) limit 1";

  private static final String ADOPT =
      "update payment set user_id = ?, version = version + 1 where order_id = ?";

  private static final BulkInsert<NewStep> INSERT_STEP =
      BulkInsert.<NewStep>into("payment_transition")
          .column("payment_id", "uuid", NewStep::payment)
          .column("step", "int", row -> row.step().number())
          .column("from_status", "text", row -> status(row.step().from()))
          .column("to_status", "text", row -> row.step().to().name())
          .column("occurred_at", "timestamptz", row -> time(row.step().event().occurredAt()))
          .column("event_id", "uuid", row -> row.step().event().eventId())
          .column("event_type", "text", row -> row.step().event().getClass().getSimpleName())
          .column("actor", "text", NewStep::actor)
          .column("reason", "text", row -> row.step().reason());

  /** A payment as it is inserted. */
  record NewPayment(PaymentRow row, Instant createdAt) {}

  /** A step of a payment as it is inserted. */
  record NewStep(UUID payment, PaymentStep step, String actor) {}

  private PaymentRepository() {}

  /**
   * All payments of an order by part, locked until the transaction ends. A second statement reads
   * them: the first one would count the steps as they were before it waited for the lock.
   */
  static BatchResult<List<Payment>> lock(SqlBatch batch, OrderId order) {
    return read(batch.lock(LOCK_ORDER, order.value()), order);
  }

  static BatchResult<Optional<Payment>> lock(SqlBatch batch, UUID payment) {
    return read(batch.lock(LOCK_ONE, payment), payment);
  }

  static BatchResult<Optional<Payment>> read(SqlBatch batch, UUID payment) {
    return batch.first(PaymentRepository::read, READ_ONE, payment);
  }

  static BatchResult<List<Payment>> read(SqlBatch batch, OrderId order) {
    return batch.list(PaymentRepository::read, READ_ORDER, order.value());
  }

  /** The id of the payment that a gateway knows by our key or by its own reference. */
  static BatchResult<Optional<UUID>> find(
      SqlBatch batch, String gateway, @Nullable UUID key, @Nullable String reference) {
    return batch.first(row -> row.getObject(1, UUID.class), OF_EVENT, gateway, key, reference);
  }

  /** Makes another user the buyer: later refunds to a wallet go to theirs. */
  static void adopt(SqlBatch batch, OrderId order, UserId buyer) {
    batch.change(ADOPT, buyer.value(), order.value());
  }

  /** Inserts payments and steps; the caller appends the steps' events to the outbox. */
  static void insert(SqlBatch batch, List<NewPayment> payments, List<NewStep> steps) {
    INSERT.add(batch, payments);
    INSERT_STEP.add(batch, steps);
  }

  /** Updates a locked payment; its new steps are inserted apart. */
  static void update(SqlBatch batch, Payment payment) {
    PaymentRow row = payment.row();
    batch.change(
        UPDATE,
        row.status().name(),
        row.amounts().owed().minorUnits(),
        row.amounts().authorized().minorUnits(),
        row.amounts().captured().minorUnits(),
        row.amounts().refunded().minorUnits(),
        row.amounts().refunding().minorUnits(),
        time(row.expiresAt()),
        row.status().name(),
        row.status().name(),
        row.id());
  }

  private static Payment read(ResultSet row) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    OffsetDateTime expires = row.getObject("expires_at", OffsetDateTime.class);
    return Payment.stored(
        new PaymentRow(
            row.getObject("id", UUID.class),
            new OrderId(row.getObject("order_id", UUID.class)),
            new UserId(row.getObject("user_id", UUID.class)),
            row.getInt("part"),
            PaymentInstrument.valueOf(row.getString("method")),
            PaymentStatus.valueOf(row.getString("status")),
            new PaymentAmounts(
                new Money(row.getLong("amount"), currency),
                new Money(row.getLong("authorized"), currency),
                new Money(row.getLong("captured"), currency),
                new Money(row.getLong("refunded"), currency),
                new Money(row.getLong("refunding"), currency)),
            atGateway(row),
            expires == null ? null : expires.toInstant(),
            row.getInt("steps")));
  }

  private static @Nullable AtGateway atGateway(ResultSet row) throws SQLException {
    String gateway = row.getString("gateway");
    return gateway == null
        ? null
        : new AtGateway(
            gateway,
            row.getString("reference"),
            NextAction.stored(row.getString("next_url"), row.getString("next_secret")));
  }

  private static @Nullable String status(@Nullable PaymentStatus status) {
    return status == null ? null : status.name();
  }

  private static String currency(PaymentRow row) {
    return row.amounts().owed().currency().getCurrencyCode();
  }

  private static <T> @Nullable T gateway(
      NewPayment payment, Function<AtGateway, @Nullable T> value) {
    AtGateway gateway = payment.row().gateway();
    return gateway == null ? null : value.apply(gateway);
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
