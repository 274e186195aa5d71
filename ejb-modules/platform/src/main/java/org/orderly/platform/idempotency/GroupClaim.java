package org.orderly.platform.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.orderly.kernel.UserId;

/**
 * The claims of a group of requests in one transaction; known once the batch that claims them has
 * run. The requests are answered one after the other, in the order in which they came.
 */
public final class GroupClaim<T> {

  /** A request that was answered before this transaction. */
  record Stored(UUID caller, String operation, String key, String fingerprint, String answer) {

    String name() {
      return new IdempotencyKey(new UserId(caller), operation, key, fingerprint).name();
    }
  }

  private record Answered<T>(String fingerprint, T answer) {}

  private final Class<T> type;
  private final List<IdempotencyKey> requests;
  private final Supplier<List<Boolean>> locks;
  private final Supplier<List<Stored>> stored;
  private final Map<String, Answered<T>> answered = new HashMap<>();

  GroupClaim(
      Class<T> type,
      List<IdempotencyKey> requests,
      Supplier<List<Boolean>> locks,
      Supplier<List<Stored>> stored) {
    this.type = type;
    this.requests = requests;
    this.locks = locks;
    this.stored = stored;
  }

  static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        row.getObject("caller", UUID.class),
        row.getString("operation"),
        row.getString("key"),
        row.getString("fingerprint"),
        row.getString("answer"));
  }

  /** Whether the request had neither an answer nor another claim before this transaction. */
  public boolean isOpen(IdempotencyKey request) {
    return !request.isPresent()
        || locks.get().get(requests.indexOf(request))
            && stored.get().stream().noneMatch(row -> row.name().equals(request.name()));
  }

  /**
   * The answer given earlier, in this transaction or before it.
   *
   * @throws IdempotencyKeyInFlight if another transaction has claimed the key, on any instance
   * @throws IdempotencyKeyReused if the key belongs to another request
   */
  public Optional<T> earlier(IdempotencyKey request) {
    if (!request.isPresent()) {
      return Optional.empty();
    }
    if (!locks.get().get(requests.indexOf(request))) {
      throw new IdempotencyKeyInFlight();
    }
    String name = request.name();
    Answered<T> inGroup = answered.get(name);
    if (inGroup != null) {
      if (!inGroup.fingerprint().equals(request.fingerprint())) {
        throw new IdempotencyKeyReused();
      }
      return Optional.of(inGroup.answer());
    }
    return stored.get().stream()
        .filter(row -> row.name().equals(name))
        .map(row -> IdempotencyKeys.answer(row.fingerprint(), row.answer(), request, type))
        .findFirst();
  }

  /** Notes the answer to a request for those that follow it in the group. */
  public void answer(IdempotencyKey request, T answer) {
    answered.put(request.name(), new Answered<>(request.fingerprint(), answer));
  }
}
