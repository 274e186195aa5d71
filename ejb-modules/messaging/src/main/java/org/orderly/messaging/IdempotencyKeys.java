package org.orderly.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

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
   * @throws KeyReused if the key belongs to another request
   * @throws KeyInFlight if the first request with this key is still running, on any instance
   */
  public <T> Answer<T> once(RequestKey request, Class<T> type, Supplier<T> effect) {
    if (!request.isPresent()) {
      return new Answer<>(effect.get(), false);
    }
    claim(request);
    Optional<T> earlier = find(request, type);
    if (earlier.isPresent()) {
      return new Answer<>(earlier.get(), true);
    }
    T answer = effect.get();
    keep(request, answer);
    return new Answer<>(answer, false);
  }

  /**
   * The answer given earlier, if any; needs no transaction.
   *
   * @throws KeyReused if the key belongs to another request
   */
  public <T> Optional<T> find(RequestKey request, Class<T> type) {
    if (!request.isPresent()) {
      return Optional.empty();
    }
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(FIND)) {
      bind(query, request);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        if (!row.getString("fingerprint").equals(request.fingerprint())) {
          throw new KeyReused();
        }
        return Optional.of(Json.mapper().readValue(row.getString("answer"), type));
      }
    } catch (SQLException e) {
      throw new DatabaseUnavailable(domain, e);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Keeps every other request with this key away until the caller's transaction ends.
   *
   * @throws KeyInFlight if another one has claimed it, on any instance
   */
  public void claim(RequestKey request) {
    if (!request.isPresent()) {
      return;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(LOCK)) {
      query.setString(1, request.caller() + " " + request.operation() + " " + request.key());
      try (ResultSet row = query.executeQuery()) {
        if (!row.next() || !row.getBoolean(1)) {
          throw new KeyInFlight();
        }
      }
    } catch (SQLException e) {
      throw new DatabaseUnavailable(domain, e);
    }
  }

  private void keep(RequestKey request, Object answer) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(KEEP)) {
      bind(insert, request);
      insert.setString(4, request.fingerprint());
      insert.setString(5, Json.mapper().writeValueAsString(answer));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseUnavailable(domain, e);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void bind(PreparedStatement statement, RequestKey request) throws SQLException {
    statement.setObject(1, request.caller().value());
    statement.setString(2, request.operation());
    statement.setString(3, request.key());
  }
}
