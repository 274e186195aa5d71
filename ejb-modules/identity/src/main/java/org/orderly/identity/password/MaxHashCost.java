package org.orderly.identity.password;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The cost of the most expensive password hash of any account: what every failed comparison has to
 * cost.
 *
 * <p>Imported accounts may have hashes of other kinds and parameters until they sign in. Were a
 * failure answered as soon as its own hash is computed, the time would tell such accounts from
 * addresses that nobody has.
 */
@ApplicationScoped
public class MaxHashCost {

  private static final Duration KNOWN_FOR = Duration.ofMinutes(1);

  private final PasswordHashRepository hashes;
  private final Clock clock;

  private record Known(HashCost cost, Instant until) {}

  private volatile Known known = new Known(HashCost.NONE, Instant.MIN);

  @Inject
  MaxHashCost(PasswordHashRepository hashes, Clock clock) {
    this.hashes = hashes;
    this.clock = clock;
  }

  HashCost cost() {
    Instant now = clock.instant();
    Known last = known;
    if (now.isBefore(last.until())) {
      return last.cost();
    }
    HashCost dearest = HashCost.NONE;
    for (String beginning : hashes.outdated()) {
      dearest = dearest.orMore(HashCost.of(beginning));
    }
    known = new Known(dearest, now.plus(KNOWN_FOR));
    return dearest;
  }

  /** Takes notice of a hash that was stored just now. */
  public void mayBe(HashCost cost) {
    Known last = known;
    known = new Known(last.cost().orMore(cost), last.until());
  }
}
