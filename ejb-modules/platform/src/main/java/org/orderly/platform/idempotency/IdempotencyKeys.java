package org.orderly.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.orderly.platform.json.Json;
import org.orderly.platform.persistence.BatchResult;
import org.orderly.platform.persistence.BulkInsert;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/**
 * The idempotency keys of one database, with the answer that each request got.
 *
 * <p>The answer is written in the transaction of its effect: either both are there or neither,
 * whenever a process dies. A refused request writes nothing, so its key may be used again.
 */
public final class IdempotencyKeys {

  private static final String LOCK =
      "select pg_try_advisory_xact_lock(hashtextextended(?::text, 0))";
  private static final String FIND =
      "select fingerprint, answer from idempotency_key"
          + " where caller = ? and operation = ? and key = ?";
  private static final String LOCK_ALL =
      "select pg_try_advisory_xact_lock(hashtextextended(name, 0))"
          + " from unnest(?) with ordinality as request (name, place) order by place";
  private static final String FIND_ALL =
      """
      select k.caller, k.operation, k.key, k.fingerprint, k.answer
      from unnest(?, ?, ?) as request (caller, operation, key)
      join idempotency_key k using (caller, operation, key)""";

  private static final BulkInsert<Kept> KEEP =
      BulkInsert.<Kept>into("idempotency_key")
          .column("caller", "uuid", kept -> kept.request().caller().value())
          .column("operation", "text", kept -> kept.request().operation())
          .column("key", "text", kept -> kept.request().key())
          .column("fingerprint", "text", kept -> kept.request().fingerprint())
          .column("answer", "text", kept -> json(kept.answer()));

  /** A request and its answer. */
  public record Kept(IdempotencyKey request, Object answer) {}

  private final DomainDatabase database;

  /**
   * @param database holds the table {@code idempotency_key} and whatever the requests change
   */
  public IdempotencyKeys(DomainDatabase database) {
    this.database = database;
  }

  /**
   * Runs the effect unless it was run before, in the caller's transaction.
   *
   * @param type what the answer is read back as
   * @throws IdempotencyKeyReused if the key belongs to another request
   * @throws IdempotencyKeyInFlight if the first request with this key is still running, on any
   *     instance
   */
  public <T> IdempotentResult<T> once(IdempotencyKey request, Class<T> type, Supplier<T> effect) {
    SqlBatch opening = new SqlBatch();
    GroupClaim<T> claim = claim(opening, List.of(request), type);
    database.run(opening);
    Optional<T> earlier = claim.earlier(request);
    if (earlier.isPresent()) {
      return new IdempotentResult<>(earlier.get(), true);
    }
    T answer = effect.get();
    SqlBatch closing = new SqlBatch();
    keep(closing, List.of(new Kept(request, answer)));
    database.run(closing);
    return new IdempotentResult<>(answer, false);
  }

  /**
   * The answer given earlier, if any; needs no transaction.
   *
   * @throws IdempotencyKeyReused if the key belongs to another request
   */
  public <T> Optional<T> find(IdempotencyKey request, Class<T> type) {
    return request.isPresent()
        ? database.first(row -> answer(row, request, type), FIND, identity(request))
        : Optional.empty();
  }

  /**
   * Keeps every other request with this key away until the caller's transaction ends.
   *
   * @throws IdempotencyKeyInFlight if another one has claimed it, on any instance
   */
  public void claim(IdempotencyKey request) {
    if (request.isPresent()) {
      database.one(IdempotencyKeys::requireLock, LOCK, request.name());
    }
  }

  /** Adds the answers to requests to a batch that runs in the transaction of the effects. */
  public void keep(SqlBatch closing, List<Kept> answers) {
    KEEP.add(closing, answers.stream().filter(kept -> kept.request().isPresent()).toList());
  }

  /**
   * Adds claims of many requests to a batch that the caller runs: two statements. Requests of the
   * same transaction with the same key do not keep one another away.
   */
  public <T> GroupClaim<T> claim(SqlBatch opening, List<IdempotencyKey> requests, Class<T> type) {
    List<IdempotencyKey> present =
        requests.stream().filter(IdempotencyKey::isPresent).distinct().toList();
    if (present.isEmpty()) {
      return new GroupClaim<>(type, present, List::of, List::of);
    }
    BatchResult<List<Boolean>> locks =
        opening.list(row -> row.getBoolean(1), LOCK_ALL, texts(present, IdempotencyKey::name));
    // a statement of its own: it must see what was committed before the lock was free
    BatchResult<List<GroupClaim.Stored>> stored =
        opening.list(
            GroupClaim::stored,
            FIND_ALL,
            SqlBatch.column("uuid", present.stream().map(key -> key.caller().value()).toList()),
            texts(present, IdempotencyKey::operation),
            texts(present, IdempotencyKey::key));
    return new GroupClaim<>(type, present, locks::get, stored::get);
  }

  private static Object texts(
      List<IdempotencyKey> requests, Function<IdempotencyKey, String> text) {
    return SqlBatch.column("text", requests.stream().map(text).toList());
  }

  private static <T> T answer(ResultSet row, IdempotencyKey request, Class<T> type)
      throws SQLException {
    return answer(row.getString("fingerprint"), row.getString("answer"), request, type);
  }

  static <T> T answer(String fingerprint, String answer, IdempotencyKey request, Class<T> type) {
    if (!fingerprint.equals(request.fingerprint())) {
      throw new IdempotencyKeyReused();
    }
    try {
      return Json.mapper().readValue(answer, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean requireLock(ResultSet row) throws SQLException {
    if (!row.getBoolean(1)) {
      throw new IdempotencyKeyInFlight();
    }
    return true;
  }

  private static Object[] identity(IdempotencyKey request) {
    return new Object[] {request.caller().value(), request.operation(), request.key()};
  }

  private static String json(Object answer) {
    try {
      return Json.mapper().writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
