package org.orderly.payment.wallet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.payment.wallet.GatewayTransfer.Direction;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.persistence.BatchResult;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/**
 * Stores gateway transfers, and is the queue of those whose status is to be requested from the
 * gateway.
 */
@ApplicationScoped
class TransferRepository {

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

  private static final String OF_REQUEST =
      "select t from GatewayTransfer t where t.userId = :user and t.direction = :direction"
          + " and t.requestKey = :key";

  @PersistenceContext(unitName = PaymentDatabase.NAME)
  private EntityManager entities;

  private final DomainDatabase database;

  @Inject
  TransferRepository(@Domain(PaymentDatabase.NAME) DomainDatabase database) {
    this.database = database;
  }

  void add(GatewayTransfer transfer) {
    entities.persist(transfer);
  }

  Optional<GatewayTransfer> find(UUID id) {
    return Optional.ofNullable(entities.find(GatewayTransfer.class, id));
  }

  /** One that there is, locked until the caller's transaction ends. */
  GatewayTransfer lock(UUID id) {
    return entities.find(GatewayTransfer.class, id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The transfer that was stored for the same key of the same user. */
  Optional<GatewayTransfer> find(Direction direction, UserId user, IdempotencyKey request) {
    return entities
        .createQuery(OF_REQUEST, GatewayTransfer.class)
        .setParameter("user", user.value())
        .setParameter("direction", direction)
        .setParameter("key", request.key())
        .getResultStream()
        .findFirst();
  }

  /** Frees the key of an old transfer for another one, at once. */
  void forgetKey(GatewayTransfer transfer) {
    transfer.forgetItsKey();
    entities.flush();
  }

  /** Leases transfers that are due. */
  List<TransferRequest> claim(int atMost) {
    SqlBatch batch = new SqlBatch();
    BatchResult<List<TransferRequest>> claimed =
        batch.list(TransferRepository::request, CLAIM, LEASE.toSeconds(), atMost);
    database.atomically(batch);
    return claimed.get();
  }

  /** Makes it due at once, in the caller's transaction. */
  void hurry(@Nullable UUID id, @Nullable String reference, String gateway, boolean cameBack) {
    database.change(HURRY, id, reference, gateway, cameBack);
  }

  private static TransferRequest request(ResultSet row) throws SQLException {
    return new TransferRequest(
        row.getObject("id", UUID.class),
        Direction.valueOf(row.getString("direction")),
        new UserId(row.getObject("user_id", UUID.class)),
        new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))),
        row.getString("gateway"),
        row.getString("token"),
        row.getString("gateway_reference"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("settled"));
  }
}
