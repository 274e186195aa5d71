package org.orderly.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Collections;
import java.util.List;
import org.orderly.platform.json.Json;

/** Claims of a group without a database. */
public final class TestClaims {

  private TestClaims() {}

  public static <T> GroupClaim<T> of(
      Class<T> type, List<IdempotencyKey> requests, List<IdempotencyKeys.Kept> answered) {
    List<IdempotencyKey> present =
        requests.stream().filter(IdempotencyKey::isPresent).distinct().toList();
    List<GroupClaim.Stored> stored = answered.stream().map(TestClaims::stored).toList();
    return new GroupClaim<>(
        type, present, () -> Collections.nCopies(present.size(), true), () -> stored);
  }

  private static GroupClaim.Stored stored(IdempotencyKeys.Kept kept) {
    IdempotencyKey request = kept.request();
    try {
      return new GroupClaim.Stored(
          request.caller().value(),
          request.operation(),
          request.key(),
          request.fingerprint(),
          Json.mapper().writeValueAsString(kept.answer()));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
