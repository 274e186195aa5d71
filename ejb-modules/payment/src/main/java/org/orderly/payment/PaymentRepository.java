package org.orderly.payment;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.payment.Payment.AtGateway;
import org.orderly.payment.gateway.NextAction;
import org.orderly.payment.lifecycle.PaymentStatus;
import org.orderly.payment.lifecycle.PaymentStep;
import org.orderly.payment.method.PaymentInstrument;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.SqlBatch;
import org.orderly.platform.request.RequestContext;

/** Payments as rows: by SQL, since a checkout may not travel once for every row. */
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

  private static final String INSERT =
      """
      insert into payment (id, order_id, user_id, part, method, status, currency, amount,
          authorized, captured, gateway, reference, next_url, next_secret, expires_at, created_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private static final String UPDATE =
      """
      update payment set status = ?, amount = ?, authorized = ?, captured = ?, refunded = ?,
        refunding = ?, expires_at = ?, version = version + 1,
        next_url = case when ? = 'PENDING' then next_url end,
        next_secret = case when ? = 'PENDING' then next_secret end
      where id = ?""";

  private static final String ADOPT =
      "update payment set user_id = ?, version = version + 1 where order_id = ?";

  private static final String INSERT_STEP =
      """
      insert into payment_transition (payment_id, step, from_status, to_status, occurred_at,
          event_id, event_type, actor, reason)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private PaymentRepository() {}

  /**
   * All payments of an order by part, locked until the transaction ends. A statement of its own
   * reads them: who had to wait for the lock would else count the steps as they were before.
   */
  static void lock(SqlBatch trip, OrderId order, List<Payment> into) {
    trip.query(rows -> {}, LOCK_ORDER, order.value());
    read(trip, order, into);
  }

  static void lock(SqlBatch trip, UUID payment, List<Payment> into) {
    trip.query(rows -> {}, LOCK_ONE, payment);
    read(trip, payment, into);
  }

  static void read(SqlBatch trip, UUID payment, List<Payment> into) {
    trip.query(rows -> readAll(rows, into), READ_ONE, payment);
  }

  static void read(SqlBatch trip, OrderId order, List<Payment> into) {
    trip.query(rows -> readAll(rows, into), READ_ORDER, order.value());
  }

  /** What is given back to a balance from now on goes to another user's. */
  static void adopt(SqlBatch trip, OrderId order, UserId buyer) {
    trip.change(ADOPT, buyer.value(), order.value());
  }

  /** Writes one that is new, with its steps and their events. */
  static void insert(SqlBatch trip, Payment payment, Instant now, Outbox outbox) {
    Payment.Row row = payment.row();
    trip.change(
        INSERT,
        row.id(),
        row.order().value(),
        row.buyer().value(),
        row.part(),
        row.means().name(),
        row.status().name(),
        row.amount().currency().getCurrencyCode(),
        row.amount().minorUnits(),
        row.authorized().minorUnits(),
        row.captured().minorUnits(),
        row.gateway().name(),
        row.gateway().reference(),
        url(row.gateway().step()),
        row.gateway().step() == null ? null : row.gateway().step().clientSecret(),
        time(row.expiresAt()),
        time(now));
    insertSteps(trip, payment, outbox);
  }

  /** Writes what has become of a locked one, with its new steps and their events. */
  static void update(SqlBatch trip, Payment payment, Outbox outbox) {
    Payment.Row row = payment.row();
    trip.change(
        UPDATE,
        row.status().name(),
        row.amount().minorUnits(),
        row.authorized().minorUnits(),
        row.captured().minorUnits(),
        row.refunded().minorUnits(),
        row.refunding().minorUnits(),
        time(row.expiresAt()),
        row.status().name(),
        row.status().name(),
        row.id());
    insertSteps(trip, payment, outbox);
  }

  private static void insertSteps(SqlBatch trip, Payment payment, Outbox outbox) {
    for (PaymentStep step : payment.takeNews()) {
      trip.change(
          INSERT_STEP,
          payment.id(),
          step.number(),
          step.from() == null ? null : step.from().name(),
          step.to().name(),
          time(step.event().occurredAt()),
          step.event().eventId(),
          step.event().getClass().getSimpleName(),
          RequestContext.current().actor(),
          step.reason());
      outbox.append(trip, step.event());
    }
  }

  private static void readAll(ResultSet row, List<Payment> into) throws SQLException {
    while (row.next()) {
      into.add(Payment.stored(read(row)));
    }
  }

  private static Payment.Row read(ResultSet row) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    OffsetDateTime expires = row.getObject("expires_at", OffsetDateTime.class);
    return new Payment.Row(
        row.getObject("id", UUID.class),
        new OrderId(row.getObject("order_id", UUID.class)),
        new UserId(row.getObject("user_id", UUID.class)),
        row.getInt("part"),
        PaymentInstrument.valueOf(row.getString("method")),
        PaymentStatus.valueOf(row.getString("status")),
        new Money(row.getLong("amount"), currency),
        new Money(row.getLong("authorized"), currency),
        new Money(row.getLong("captured"), currency),
        new Money(row.getLong("refunded"), currency),
        new Money(row.getLong("refunding"), currency),
        new AtGateway(row.getString("gateway"), row.getString("reference"), step(row)),
        expires == null ? null : expires.toInstant(),
        row.getInt("steps"));
  }

  private static NextAction step(ResultSet row) throws SQLException {
    String url = row.getString("next_url");
    String secret = row.getString("next_secret");
    return url == null && secret == null
        ? null
        : new NextAction(url == null ? null : URI.create(url), secret);
  }

  private static String url(NextAction step) {
    return step == null || step.url() == null ? null : step.url().toString();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
