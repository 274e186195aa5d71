package org.orderly.payment.dispute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Cursor;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Money;
import org.orderly.kernel.Page;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/** Disputes as they are stored, one for each case at a gateway. */
@ApplicationScoped
public class DisputeRepository {

  /** Card schemes give the shop a week at the least; what the gateway shows is binding. */
  public static final Duration TIME_FOR_EVIDENCE = Duration.ofDays(7);

  private static final String SELECT =
      "select id, payment_id, order_id, gateway, case_id, currency, amount, status, reason,"
          + " opened_at, evidence_due, decided_at from dispute";

  private static final String FIND = SELECT + " where gateway = ? and case_id = ? for update";

  private static final String PAGE =
      SELECT + " where (status = ? or ?::text is null) and id < ? order by id desc limit ?";

  private static final String INSERT =
      """
      insert into dispute (id, payment_id, order_id, gateway, case_id, currency, amount, status,
          reason, opened_at, evidence_due)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private static final String DECIDE = "update dispute set status = ?, decided_at = ? where id = ?";

  private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

  private final DomainDatabase database;

  @Inject
  protected DisputeRepository(@Domain(PaymentDatabase.NAME) DomainDatabase database) {
    this.database = database;
  }

  /** The case of a gateway, locked until the caller's transaction ends. */
  public Optional<Dispute> lock(String gateway, String caseId) {
    return list(FIND, gateway, caseId).stream().findFirst();
  }

  /** In the caller's transaction; fails on a unique key if the case is known. */
  public void add(Dispute dispute) {
    database.change(
        INSERT,
        dispute.id(),
        dispute.paymentId(),
        dispute.orderId(),
        dispute.gateway(),
        dispute.caseId(),
        dispute.amount().currency().getCurrencyCode(),
        dispute.amount().minorUnits(),
        dispute.status().name(),
        dispute.reason(),
        time(dispute.openedAt()),
        time(dispute.evidenceDue()));
  }

  /**
   * In the caller's transaction.
   *
   * @throws IllegalStateException if it was decided before
   */
  public void decide(Dispute dispute, DisputeStatus decision, Instant at) {
    if (!dispute.status().successors().contains(decision)) {
      throw new IllegalStateException("dispute " + dispute.id() + " is " + dispute.status());
    }
    database.change(DECIDE, decision.name(), time(at), dispute.id());
  }

  /**
   * A page of disputes, the latest first.
   *
   * @param status {@code null} for any
   */
  public Page<Dispute> page(@Nullable DisputeStatus status, Limit limit, @Nullable String cursor) {
    String wanted = status == null ? null : status.name();
    List<Dispute> found = list(PAGE, wanted, wanted, position(cursor), limit.withLookahead());
    if (found.size() <= limit.value()) {
      return new Page<>(found, null);
    }
    List<Dispute> shown = found.subList(0, limit.value());
    return new Page<>(shown, Cursor.encode(shown.get(shown.size() - 1).id().toString()));
  }

  private List<Dispute> list(String sql, @Nullable Object... values) {
    return database.list(DisputeRepository::dispute, sql, values);
  }

  private static UUID position(@Nullable String cursor) {
    try {
      return cursor == null ? LAST : UUID.fromString(Cursor.decode(cursor, 1).get(0));
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("cursor", "is not one that this list returned");
    }
  }

  private static Dispute dispute(ResultSet row) throws SQLException {
    OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
    return new Dispute(
        row.getObject("id", UUID.class),
        row.getObject("payment_id", UUID.class),
        row.getObject("order_id", UUID.class),
        row.getString("gateway"),
        row.getString("case_id"),
        new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))),
        DisputeStatus.valueOf(row.getString("status")),
        row.getString("reason"),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        row.getObject("evidence_due", OffsetDateTime.class).toInstant(),
        decided == null ? null : decided.toInstant());
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
