package org.orderly.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import org.orderly.platform.json.Json;
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
  private static final String KEEP =
      "insert into idempotency_key (caller, operation, key, fingerprint, answer)"
          + " values (?, ?, ?, ?, ?)";

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
    Claim<T> claim = claim(opening, request, type);
    database.run(opening);
    if (claim.earlier().isPresent()) {
      return new IdempotentResult<>(claim.earlier().get(), true);
    }
    T answer = effect.get();
    SqlBatch closing = new SqlBatch();
    keep(closing, request, answer);
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
      database.one(IdempotencyKeys::requireLock, LOCK, name(request));
    }
  }

  /**
   * Adds the same to a batch that the caller runs, which also finds the answer given earlier. The
   * batch fails with {@link IdempotencyKeyInFlight} or {@link IdempotencyKeyReused}.
   */
  public <T> Claim<T> claim(SqlBatch opening, IdempotencyKey request, Class<T> type) {
    if (!request.isPresent()) {
      return new Claim<>(Optional::empty);
    }
    opening.one(IdempotencyKeys::requireLock, LOCK, name(request));
    // a statement of its own: it must see what was committed before the lock was free
    return new Claim<>(
        opening.first(row -> answer(row, request, type), FIND, identity(request))::get);
  }

  /** Adds the answer to a batch that runs in the transaction of the effect. */
  public void keep(SqlBatch closing, IdempotencyKey request, Object answer) {
    if (request.isPresent()) {
      closing.change(
          KEEP,
          request.caller().value(),
          request.operation(),
          request.key(),
          request.fingerprint(),
          json(answer));
    }
  }

  /** The state of an idempotency key; known once the batch that claims the key has run. */
  public static final class Claim<T> {

    private final Supplier<Optional<T>> earlier;

    private Claim(Supplier<Optional<T>> earlier) {
      this.earlier = earlier;
    }

    /** The answer given earlier. */
    public Optional<T> earlier() {
      return earlier.get();
    }
  }

  private static <T> T answer(ResultSet row, IdempotencyKey request, Class<T> type)
      throws SQLException {
    if (!row.getString("fingerprint").equals(request.fingerprint())) {
      throw new IdempotencyKeyReused();
    }
    try {
      return Json.mapper().readValue(row.getString("answer"), type);
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

  private static String name(IdempotencyKey request) {
    return request.caller() + " " + request.operation() + " " + request.key();
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
