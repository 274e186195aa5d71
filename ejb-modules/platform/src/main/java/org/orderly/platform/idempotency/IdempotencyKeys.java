package org.orderly.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.orderly.platform.json.Json;
import org.orderly.platform.persistence.DatabaseUnavailable;
import org.orderly.platform.persistence.SqlBatch;

/**
 * The requests that one database has already answered.
 *
 * <p>The answer is kept in the transaction of its effect: either both are there or neither,
 * whatever dies when. A refused request keeps nothing, so its key may be used again.
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

  private final String domain;
  private final DataSource database;

  /**
   * @param database holds the table {@code idempotency_key} and whatever the requests change
   */
  public IdempotencyKeys(String domain, DataSource database) {
    this.domain = domain;
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
    run(opening);
    if (claim.earlier().isPresent()) {
      return new IdempotentResult<>(claim.earlier().get(), true);
    }
    T answer = effect.get();
    SqlBatch closing = new SqlBatch();
    keep(closing, request, answer);
    run(closing);
    return new IdempotentResult<>(answer, false);
  }

  /**
   * The answer given earlier, if any; needs no transaction.
   *
   * @throws IdempotencyKeyReused if the key belongs to another request
   */
  public <T> Optional<T> find(IdempotencyKey request, Class<T> type) {
    Claim<T> look = new Claim<>(request, type);
    if (request.isPresent()) {
      run(new SqlBatch().query(look::readAnswer, FIND, identity(request)));
    }
    return look.earlier();
  }

  /**
   * Keeps every other request with this key away until the caller's transaction ends.
   *
   * @throws IdempotencyKeyInFlight if another one has claimed it, on any instance
   */
  public void claim(IdempotencyKey request) {
    if (request.isPresent()) {
      run(new SqlBatch().query(IdempotencyKeys::requireLock, LOCK, name(request)));
    }
  }

  /**
   * The same on a journey that the caller makes, which also brings the answer given earlier. It
   * fails with {@link IdempotencyKeyInFlight} or {@link IdempotencyKeyReused} on the way.
   */
  public <T> Claim<T> claim(SqlBatch opening, IdempotencyKey request, Class<T> type) {
    Claim<T> claim = new Claim<>(request, type);
    if (request.isPresent()) {
      opening.query(IdempotencyKeys::requireLock, LOCK, name(request));
      // a statement of its own: it must see what was committed before the lock was free
      opening.query(claim::readAnswer, FIND, identity(request));
    }
    return claim;
  }

  /** Keeps the answer, on a journey in the transaction of the effect. */
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

  /** What is known of a request's key once the journey is made. */
  public static final class Claim<T> {

    private final IdempotencyKey request;
    private final Class<T> type;
    private T earlier;

    private Claim(IdempotencyKey request, Class<T> type) {
      this.request = request;
      this.type = type;
    }

    /** The answer given earlier. */
    public Optional<T> earlier() {
      return Optional.ofNullable(earlier);
    }

    private void readAnswer(ResultSet row) throws SQLException {
      if (!row.next()) {
        return;
      }
      if (!row.getString("fingerprint").equals(request.fingerprint())) {
        throw new IdempotencyKeyReused();
      }
      try {
        earlier = Json.mapper().readValue(row.getString("answer"), type);
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void requireLock(ResultSet row) throws SQLException {
    if (!row.next() || !row.getBoolean(1)) {
      throw new IdempotencyKeyInFlight();
    }
  }

  private void run(SqlBatch trip) {
    try (Connection connection = database.getConnection()) {
      trip.run(connection);
    } catch (SQLException e) {
      throw new DatabaseUnavailable(domain, e);
    }
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
