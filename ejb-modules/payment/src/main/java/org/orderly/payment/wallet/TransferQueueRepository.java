package org.orderly.payment.wallet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.platform.persistence.BatchResult;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/** The queue of gateway transfers whose status is to be requested from the gateway. */
@ApplicationScoped
class TransferQueueRepository {

  /** Longer than all retries of one request take. */
  static final Duration LEASE = Duration.ofSeconds(60);

  private static final String CLAIM =
      """
      update gateway_transfer set next_attempt_at = now() + make_interval(secs => ?)
      where id in (
        select id from gateway_transfer where next_attempt_at <= now()
        order by next_attempt_at limit ? for update skip locked)
      returning id, direction, user_id, amount, currency, gateway, token, gateway_reference,
        created_at, status <> 'PENDING' as settled""";

  /** One that was paid out is asked about again if the gateway says that it came back. */
  private static final String HURRY =
      """
      update gateway_transfer set next_attempt_at = now()
      where (id = ? or gateway_reference = ?) and gateway = ?
        and (status = 'PENDING' or (status = 'COMPLETED' and direction = 'OUT' and ?))""";

  private final DomainDatabase database;

  @Inject
  TransferQueueRepository(@Domain(PaymentDatabase.NAME) DomainDatabase database) {
    this.database = database;
  }

  /** Leases transfers that are due. */
  List<TransferRequest> claim(int atMost) {
    SqlBatch batch = new SqlBatch();
    BatchResult<List<TransferRequest>> claimed =
        batch.list(TransferQueueRepository::request, CLAIM, LEASE.toSeconds(), atMost);
    database.atomically(batch);
    return claimed.get();
  }

  /** Makes it due at once, in the caller's transaction. */
  void hurry(UUID id, String reference, String gateway, boolean cameBack) {
    database.change(HURRY, id, reference, gateway, cameBack);
  }

  private static TransferRequest request(ResultSet row) throws SQLException {
    return new TransferRequest(
        row.getObject("id", UUID.class),
        GatewayTransfer.Direction.valueOf(row.getString("direction")),
        new UserId(row.getObject("user_id", UUID.class)),
        new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))),
        row.getString("gateway"),
        row.getString("token"),
        row.getString("gateway_reference"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("settled"));
  }
}
