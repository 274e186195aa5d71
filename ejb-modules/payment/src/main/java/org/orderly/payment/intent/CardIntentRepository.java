package org.orderly.payment.intent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UuidV7;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.payment.gateway.Authorization;
import org.orderly.payment.gateway.NextAction;
import org.orderly.platform.crypto.Sha256;
import org.orderly.platform.idempotency.IdempotencyKeyReused;
import org.orderly.platform.persistence.BatchResult;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.Retention;
import org.orderly.platform.persistence.SqlBatch;

/** The intents as rows. Each change is a transaction of its own; only placing joins another. */
@ApplicationScoped
class CardIntentRepository {

  private static final String LIVE = "state in ('ASKED', 'HELD', 'STEP')";

  /** What was reserved for the same request at another price is of no use. */
  private static final String RETIRE =
      "update card_intent set state = 'RELEASING', due_at = now() where request_id = ? and "
          + LIVE
          + " and fingerprint is not distinct from ?"
          + " and (amount <> ? or currency <> ?::bpchar or token_hash <> ? or gateway <> ?)";

  /** Keys of requests are forgotten after a day, and may then name another request. */
  private static final String FORGET =
      "update card_intent set request_id = id where request_id = ? and state = 'PLACED'"
          + " and created_at < now() - interval '1 day'";

  private static final String INSERT =
      """
      insert into card_intent (id, request_id, order_id, user_id, currency, amount, fingerprint,
          token_hash, gateway, state, due_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'ASKED', now() + ? * interval '1 millisecond')
      on conflict (request_id) where state in ('ASKED', 'HELD', 'STEP', 'PLACED') do nothing""";

  private static final String TOUCH =
      "update card_intent set due_at = now() + ? * interval '1 millisecond'"
          + " where request_id = ? and "
          + LIVE;

  private static final String OF_REQUEST =
      "select "
          + CardIntent.COLUMNS
          + " from card_intent where request_id = ?"
          + " and state in ('ASKED', 'HELD', 'STEP', 'PLACED')";

  private static final String ANSWER =
      """
      update card_intent set state = ?, reference = ?, next_url = ?, next_secret = ?
      where id = ? and state = 'ASKED'""";

  private static final String BY_ID =
      "select " + CardIntent.COLUMNS + " from card_intent where id = ?";

  private static final String LOCK =
      "select "
          + CardIntent.COLUMNS
          + " from card_intent where id = any (?) order by id for update";

  private static final String PLACE =
      """
      update card_intent i set state = 'PLACED'
      from unnest(?, ?, ?) as placed (id, order_id, state)
      where i.id = placed.id and i.order_id = placed.order_id and i.state = placed.state""";

  /** Whatever is due now belongs to no order; from here on none can be placed on it. */
  private static final String CLAIM =
      """
      update card_intent set state = 'RELEASING', attempts = attempts + 1,
        due_at = now() + ? * interval '1 millisecond'
      where id = (
        select id from card_intent
        where state in ('ASKED', 'HELD', 'STEP', 'RELEASING') and due_at <= now()
        order by due_at limit 1 for update skip locked)
      returning\040""";

  private static final String LET_GO =
      "update card_intent set state = 'RELEASING', due_at = now()"
          + " where id = ? and state in ('HELD', 'STEP')";

  private static final String LATER =
      "update card_intent set due_at = now() + ? * interval '1 millisecond'"
          + " where id = ? and state = 'RELEASING'";

  private static final String RELEASED =
      "update card_intent set state = 'RELEASED' where id = ? and state = 'RELEASING'";

  /** A payment that is pending or disputed keeps its intent; it has the id of the intent. */
  private static final String ENDED =
      """
      state in ('DECLINED', 'PLACED', 'RELEASED') and due_at < now() - interval '30 days'
        and not exists (select 1 from payment p where p.id = card_intent.id
                        and p.status in ('PENDING', 'AUTHORIZED', 'DISPUTED'))""";

  private final DomainDatabase database;
  private final Duration grace;

  @Inject
  CardIntentRepository(
      @Domain(PaymentDatabase.NAME) DomainDatabase database,
      @ConfigProperty(name = "orderly.payment.hold.seconds", defaultValue = "60") int seconds) {
    this.database = database;
    this.grace = Duration.ofSeconds(seconds);
  }

  @Produces
  @Domain(PaymentDatabase.NAME)
  static Retention.Expired ended() {
    return new Retention.Expired("card_intent", ENDED);
  }

  /**
   * Stores what is about to be asked, or finds what was stored for the same request.
   *
   * @throws IdempotencyKeyReused if the request's key came with another request before
   */
  CardIntent begin(CardAuthorizationRequest authorizationRequest, String gateway) {
    boolean known = authorizationRequest.idempotencyKey().isPresent();
    UUID request = known ? authorizationRequest.idempotencyKey().derivedId() : UuidV7.next();
    String fingerprint = authorizationRequest.idempotencyKey().fingerprint();
    long units = authorizationRequest.amount().minorUnits();
    String currency = authorizationRequest.amount().currency().getCurrencyCode();
    String token = sha256(authorizationRequest.token());
    OrderId order = Optional.ofNullable(authorizationRequest.order()).orElseGet(OrderId::newId);
    SqlBatch batch = new SqlBatch();
    if (known) {
      batch.change(FORGET, request);
      batch.change(RETIRE, request, fingerprint, units, currency, token, gateway);
    }
    batch
        .change(
            INSERT,
            UuidV7.next(),
            request,
            order.value(),
            authorizationRequest.buyer().value(),
            currency,
            units,
            fingerprint,
            token,
            gateway,
            grace.toMillis())
        .change(TOUCH, grace.toMillis(), request);
    BatchResult<CardIntent> stored = batch.one(CardIntent::read, OF_REQUEST, request);
    database.atomically(batch);
    if (!stored.get().isOf(fingerprint)) {
      throw new IdempotencyKeyReused();
    }
    return stored.get();
  }

  /** Notes the gateway's answer, unless it has come too late, and tells how it stands now. */
  CardIntent answered(CardIntent intent, IntentState state, Authorization answer) {
    return answered(intent, state, answer.reference(), answer.nextAction());
  }

  /** Notes that the gateway could not even be asked. */
  void declined(CardIntent intent) {
    answered(intent, IntentState.DECLINED, null, null);
  }

  private CardIntent answered(
      CardIntent intent, IntentState state, @Nullable String reference, @Nullable NextAction next) {
    SqlBatch batch =
        new SqlBatch()
            .change(
                ANSWER,
                state.name(),
                reference,
                NextAction.url(next),
                NextAction.secret(next),
                intent.id());
    BatchResult<CardIntent> now = batch.one(CardIntent::read, BY_ID, intent.id());
    database.run(batch);
    return now.get();
  }

  /** Adds to the batch that places orders; the batch fails with {@link AuthorizationExpired}. */
  static void place(SqlBatch writes, List<CardAuthorization> authorizations) {
    writes.change(
        rows -> {
          if (rows != authorizations.size()) {
            throw new AuthorizationExpired();
          }
        },
        PLACE,
        column("uuid", authorizations, CardAuthorization::paymentId),
        column("uuid", authorizations, authorization -> authorization.order().value()),
        column("text", authorizations, authorization -> stateOf(authorization).name()));
  }

  /** Locks authorizations until the transaction ends. */
  static BatchResult<List<CardIntent>> lock(
      SqlBatch batch, List<CardAuthorization> authorizations) {
    return batch.list(
        CardIntent::read, LOCK, column("uuid", authorizations, CardAuthorization::paymentId));
  }

  /** The state in which an order can be placed on an authorization. */
  static IntentState stateOf(CardAuthorization authorization) {
    return authorization.authorized() ? IntentState.HELD : IntentState.STEP;
  }

  private static Object column(
      String type,
      List<CardAuthorization> authorizations,
      Function<CardAuthorization, Object> value) {
    return SqlBatch.column(type, authorizations.stream().map(value).toList());
  }

  void release(CardAuthorization authorization) {
    database.change(LET_GO, authorization.paymentId());
  }

  /** Takes one that no order was placed on in time; for so long nobody else takes it. */
  Optional<CardIntent> claim(Duration lease) {
    return database.first(CardIntent::read, CLAIM + CardIntent.COLUMNS, lease.toMillis());
  }

  void later(CardIntent intent, Duration delay) {
    database.change(LATER, delay.toMillis(), intent.id());
  }

  void released(CardIntent intent) {
    database.change(RELEASED, intent.id());
  }

  private static String sha256(String text) {
    return HexFormat.of().formatHex(Sha256.of(text));
  }
}
